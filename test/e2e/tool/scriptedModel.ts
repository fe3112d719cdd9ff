/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** What a chat model is asked, as far as the script looks at it. */
export interface ModelRequest {
	messages: Array<{ role: string; content: unknown }>;
	tools?: Array<{ function: { name: string; description: string; parameters: unknown } }>;
}

/** A running scripted chat model. */
export interface ScriptedModel {
	/** The base URL for an OpenAI credential. */
	url: string;
	/** All that it was asked so far. */
	requests: ModelRequest[];
	close(): Promise<void>;
}

/** Begins every answer, so that nobody takes it for the answer of a model. */
export const SCRIPTED = '[scripted chat model]';

/**
 * Plays a chat model for an agent: first it calls the only tool with these arguments, then it
 * repeats what the tool gave. It understands nothing; it exists for this test only.
 */
export async function startScriptedModel(
	toolArguments: Record<string, string>,
): Promise<ScriptedModel> {
	const requests: ModelRequest[] = [];
	const server = createServer((request, response) => {
		json(request)
			.then((body) => {
				const asked = body as ModelRequest;
				requests.push(asked);
				response.writeHead(200, { 'content-type': 'application/json' });
				response.end(JSON.stringify(completion(nextMessage(asked, toolArguments))));
			})
			.catch((error: unknown) => response.writeHead(400).end(String(error)));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}/v1`,
		requests,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

/** What the tool gave, when an agent has called it. */
export function toolResult({ messages }: ModelRequest): string | undefined {
	const message = messages.find(({ role }) => role === 'tool');
	return message && textOf(message.content);
}

function nextMessage(asked: ModelRequest, toolArguments: Record<string, string>): object {
	const result = toolResult(asked);
	if (result !== undefined) return { role: 'assistant', content: `${SCRIPTED} ${result}` };
	const name = asked.tools?.[0].function.name ?? '';
	const call = { name, arguments: JSON.stringify(toolArguments) };
	return {
		role: 'assistant',
		content: null,
		tool_calls: [{ id: 'call_1', type: 'function', function: call }],
	};
}

function completion(message: object): object {
	const finish_reason = 'tool_calls' in message ? 'tool_calls' : 'stop';
	return {
		id: 'chatcmpl-scripted',
		object: 'chat.completion',
		created: 0,
		model: 'scripted',
		choices: [{ index: 0, message, finish_reason }],
		usage: { prompt_tokens: 0, completion_tokens: 0, total_tokens: 0 },
	};
}

function textOf(content: unknown): string {
	return typeof content === 'string' ? content : JSON.stringify(content);
}
