/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IDataObject, INodeCredentials } from 'n8n-workflow';
import { CREDENTIAL_TYPE } from '../credential/checkCredential';
import { NODE_TYPE } from '../n8n/nodeTypes';
import { runCli } from '../n8n/runCli';
import type { Session, StoredCredential } from '../n8n/session';
import type { Progress } from '../progress';
import type { Places } from '../setup/places';
import type { Example } from './example';
import { readExamples } from './example';
import { prepareForClicking, prepareForCommand, prepareForUpload } from './prepareExample';
import type { Runner } from './runExample';
import { runByCommand, runByUpload } from './runExample';

/** An example in the three forms that were imported. */
export interface ImportedExample {
	example: Example;
	/** IDs of the workflows. */
	clicking: string;
	command: string;
	upload: string;
}

/** Imports the workflows of `examples/` by n8n's own command. */
export async function importExamples(
	{ server, n8n, session }: Runner,
	places: Places,
	credential: StoredCredential,
): Promise<ImportedExample[]> {
	const credentials = await createCredentials(session, credential);
	const imported = readExamples(places).map((example, index) => ({
		example,
		clicking: `example-${index + 1}-click`,
		command: `example-${index + 1}-command`,
		upload: `example-${index + 1}-upload`,
	}));
	if (imported.length === 0) return [];
	const folder = join(places.run, 'examples');
	mkdirSync(folder);
	for (const { example, clicking, command, upload } of imported) {
		write(folder, prepareForClicking(example, { credentials, id: clicking }));
		write(folder, prepareForCommand(example, { credentials, id: command }));
		write(folder, prepareForUpload(example, { credentials, id: upload }));
	}
	await runCli(server, n8n, ['import:workflow', '--separate', `--input=${folder}`]);
	return imported;
}

/** Nodes for mail are pinned, but look unfinished without a credential. */
const MAIL = { host: '127.0.0.1', user: 'nobody', password: 'test', port: 9, secure: false };

async function createCredentials(
	session: Session,
	{ id, name }: StoredCredential,
): Promise<Record<string, INodeCredentials>> {
	const inbox = await session.createCredential('imap', 'Mailbox', MAIL);
	const outbox = await session.createCredential('smtp', 'Mail server', MAIL);
	return {
		[NODE_TYPE]: { [CREDENTIAL_TYPE]: { id, name } },
		'n8n-nodes-base.emailReadImap': { imap: { id: inbox.id, name: inbox.name } },
		'n8n-nodes-base.emailSend': { smtp: { id: outbox.id, name: outbox.name } },
	};
}

/** Runs each imported example by `n8n execute`, and in production with an uploaded file. */
export async function runExamplesPart(
	runner: Runner,
	imported: readonly ImportedExample[],
	progress: Progress,
): Promise<void> {
	if (imported.length === 0) progress.report('There is no example in examples/ yet');
	for (const { example, command, upload } of imported) {
		await progress.tryStep(`Examples: n8n execute, ${example.name}`, async () => {
			await runByCommand(runner, example, command);
		});
		await progress.tryStep(`Examples: production upload, ${example.name}`, async () => {
			await runByUpload(runner, example, upload);
		});
	}
}

function write(folder: string, workflow: IDataObject): void {
	writeFileSync(join(folder, `${String(workflow.id)}.json`), JSON.stringify(workflow));
}
