/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { deepEqual, equal, match } from 'node:assert/strict';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Session, StoredCredential } from '../n8n/session';

/** The credential type of the node. */
export const CREDENTIAL_TYPE = 'dashScopeApi';

/** The data of a credential that leads to the stand-in. */
export function standinCredential(baseUrl: string, apiKey: string): ICredentialDataDecryptedObject {
	return { apiKey, region: 'custom', baseUrl };
}

/** Has n8n test a good and a wrong key, as its editor does, and stores the good one. */
export async function checkCredential(
	session: Session,
	standinUrl: string,
): Promise<StoredCredential> {
	const data = standinCredential(standinUrl, 'sk-test-e2e');
	const good = await session.testCredential(CREDENTIAL_TYPE, data);
	deepEqual(good, { status: 'OK', message: 'Connection successful!' });
	const wrong = await session.testCredential(CREDENTIAL_TYPE, {
		...data,
		apiKey: 'sk-test-wrong-key',
	});
	equal(wrong.status, 'Error');
	match(wrong.message, /\(401\)/);
	return await session.createCredential(CREDENTIAL_TYPE, 'DashScope account', data);
}
