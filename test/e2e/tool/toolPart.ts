/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { equal, match, ok } from 'node:assert/strict';
import { startFileServer } from '../documents/fileServer';
import type { Session, StoredCredential } from '../n8n/session';
import { callProduction } from '../n8n/webhook';
import type { Report } from '../progress';
import { agentWorkflow } from './agentWorkflow';
import { SCRIPTED, startScriptedModel, toolResult } from './scriptedModel';

/** More characters than a page of text needs; base64 of any picture has more. */
const MOST_CHARACTERS = 4_000;

const WEBHOOK = 'ask-agent';

/** An AI agent reads a picture through the node's tool variant, by URL. */
export async function runToolPart(
	session: Session,
	credential: StoredCredential,
	report: Report,
): Promise<void> {
	const documents = await startFileServer();
	const picture = `${documents.url}/receipt-en`;
	const model = await startScriptedModel({ URL: picture });
	try {
		const openAi = await session.createCredential('openAiApi', 'Scripted chat model', {
			apiKey: 'sk-test-scripted',
			url: model.url,
		});
		const workflow = await session.createWorkflow(agentWorkflow(WEBHOOK, credential, openAi));
		await session.publish(workflow);
		const answer = await ask(session.url, `What did I buy? ${picture}`);
		const [first, second] = model.requests;
		equal(model.requests.length, 2, 'the agent asks, calls the tool once, and asks again');
		match(JSON.stringify(first.tools), /Qwen_OCR/);
		const result = toolResult(second) ?? '';
		match(result, /GREEN VALLEY MARKET/);
		ok(result.length < MOST_CHARACTERS, `the tool gave ${result.length} characters`);
		ok(answer.startsWith(SCRIPTED), `the agent answered: ${answer}`);
		report(`  the tool was offered as ${JSON.stringify(first.tools?.[0].function)}`);
		report(`  and gave ${result.length} characters: ${result.slice(0, 200)}…`);
	} finally {
		await model.close();
		await documents.close();
	}
}

async function ask(url: string, question: string): Promise<string> {
	const response = await callProduction(url, `webhook/${WEBHOOK}`, {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ question }),
	});
	const body = (await response.json()) as { output?: string };
	return body.output ?? JSON.stringify(body);
}
