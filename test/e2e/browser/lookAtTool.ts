import type { INodeTypeDescription } from 'n8n-workflow';
import { shownProperties } from '../n8n/nodeTypes';
import { agentWorkflow } from '../tool/agentWorkflow';
import { ParameterPanel } from './parameterPanel';
import type { Stage } from './stage';

/** Opens the node as the tool of an agent: no file can reach it there, so it must ask for a URL. */
export async function lookAtTool(
	{ session, editor, album, credential }: Stage,
	tool: INodeTypeDescription,
): Promise<void> {
	const nobody = { apiKey: 'sk-test-nobody', url: 'http://127.0.0.1:9/v1' };
	const chatModel = await session.createCredential('openAiApi', 'No chat model', nobody);
	const workflow = agentWorkflow('look-at-agent', credential, chatModel);
	await editor.open(await session.createWorkflow(workflow));
	await editor.fit();
	await album.take('tool-canvas', editor.page);
	await editor.openNode('Qwen OCR');
	const panel = new ParameterPanel(editor.page);
	const shown = shownProperties(tool, {}).map(({ displayName }) => displayName);
	await panel.expectLabels(['Credential', ...shown], 'the fields of the tool');
	await album.take('tool-panel', editor.page);
}
