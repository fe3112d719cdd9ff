import { makeOcrNode, makeWorkflow } from '../n8n/workflow';
import type { Stage } from './stage';

/** Opens the credential from the node, which n8n then tests, and has n8n test it again. */
export async function lookAtCredential({
	session,
	editor,
	album,
	credential,
}: Stage): Promise<void> {
	const nodes = [makeOcrNode([0, 0], {}, credential)];
	await editor.open(await session.createWorkflow(makeWorkflow('Good key', nodes, [])));
	await editor.openNode('Qwen OCR');
	await editor.page.getByTestId('credential-edit-button').click();
	const dialog = editor.page.getByTestId('editCredential-modal');
	const success = dialog.getByText('Connection tested successfully');
	await success.waitFor();
	await album.take('good-key-credential', editor.page);
	await dialog.getByText('Retry', { exact: true }).click();
	await success.waitFor();
}
