/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { equal } from 'node:assert/strict';
import { CREDENTIAL_TYPE, standinCredential } from '../credential/checkCredential';
import { makeNode, makeOcrNode, makeWorkflow } from '../n8n/workflow';
import { OutputPanel } from './outputPanel';
import type { Stage } from './stage';

/** Executes with a key that the service refuses, and opens the credential, which n8n then tests. */
export async function tryWrongKey({
	session,
	editor,
	album,
	standinUrl,
	documents,
}: Stage): Promise<void> {
	const data = standinCredential(standinUrl, 'sk-test-wrong-key');
	const wrong = await session.createCredential(CREDENTIAL_TYPE, 'Wrong key', data);
	const parameters = { inputType: 'url', url: `${documents.url}/invoice-en` };
	const nodes = [
		makeNode('Start', 'n8n-nodes-base.manualTrigger', [0, 0]),
		makeOcrNode([220, 0], parameters, wrong),
	];
	const connections = [{ from: 'Start', to: 'Qwen OCR' }];
	await editor.open(await session.createWorkflow(makeWorkflow('Wrong key', nodes, connections)));
	const ending = await editor.execute();
	equal(ending.good, false);
	await album.take('wrong-key-message', editor.page);
	await editor.closeMessages();
	await editor.openNode('Qwen OCR');
	const output = new OutputPanel(editor.page);
	await output.waitForText(/The API key was not accepted/);
	await output.area.getByText('From Qwen OCR').click();
	await output.waitForText(/\b401\b/);
	await album.take('wrong-key-output', editor.page);
	await editor.page.getByTestId('credential-edit-button').click();
	const dialog = editor.page.getByTestId('editCredential-modal');
	await dialog.getByText('More details').click();
	await dialog.getByText('(401)').waitFor();
	await album.take('wrong-key-credential', editor.page);
}
