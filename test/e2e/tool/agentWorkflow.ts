import type { IDataObject } from 'n8n-workflow';
import { NODE_TYPE } from '../n8n/nodeTypes';
import type { StoredCredential } from '../n8n/session';
import { makeNode, makeOcrNode, makeWorkflow } from '../n8n/workflow';

const LANGCHAIN = '@n8n/n8n-nodes-langchain';

/** The address comes from the chat model: the tool's only argument. */
const ADDRESS = "={{ $fromAI('URL', 'Address of the picture', 'string') }}";

/** A webhook, an agent, its chat model, and the node as its tool. `path` is the webhook's. */
export function agentWorkflow(
	path: string,
	credential: StoredCredential,
	{ id, name }: StoredCredential,
): IDataObject {
	const nodes = [
		makeNode(
			'Question',
			'n8n-nodes-base.webhook',
			[0, 0],
			{ httpMethod: 'POST', path, responseMode: 'lastNode' },
			{ typeVersion: 2, webhookId: path },
		),
		makeNode(
			'AI Agent',
			`${LANGCHAIN}.agent`,
			[220, 0],
			{ promptType: 'define', text: '={{ $json.body.question }}' },
			{ typeVersion: 3 },
		),
		makeNode(
			'Chat Model',
			`${LANGCHAIN}.lmChatOpenAi`,
			[160, 220],
			{ model: { __rl: true, mode: 'id', value: 'scripted' } },
			{ typeVersion: 1.2, credentials: { openAiApi: { id, name } } },
		),
		makeOcrNode([360, 220], { url: ADDRESS }, credential, { type: `${NODE_TYPE}Tool` }),
	];
	return makeWorkflow('Agent', nodes, [
		{ from: 'Question', to: 'AI Agent' },
		{ from: 'Chat Model', to: 'AI Agent', kind: 'ai_languageModel' },
		{ from: 'Qwen OCR', to: 'AI Agent', kind: 'ai_tool' },
	]);
}
