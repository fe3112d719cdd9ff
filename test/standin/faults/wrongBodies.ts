import { compress } from '../sendReply';
import { internalError } from '../serviceErrors';
import type { Fault } from './fault';

const SERVICE: Fault['stages'] = ['answer', 'policy'];
const NO_WORK = { stages: SERVICE, isBilled: false, destroysAnswer: false } as const;
const WASTED_WORK = { stages: SERVICE, isBilled: true, destroysAnswer: true } as const;

/** Replies with status 200 whose bodies are not what the status promises. */
export const WRONG_BODIES = {
	/** An error under the status of success. */
	error_in_200: {
		...NO_WORK,
		serve: async (scene) => {
			const { body } = scene.refusal(internalError());
			await scene.send({ ...scene.reply, status: 200, body });
		},
	},
	/** The answer with its usage, but with an empty list as content. */
	empty_content: {
		...WASTED_WORK,
		stages: ['answer'],
		serve: async (scene) => {
			const body = JSON.stringify(JSON.parse(scene.reply.body, emptyContent));
			await scene.send({ ...scene.reply, body });
		},
	},
	/** A whole reply of half an answer. */
	broken_json: {
		...WASTED_WORK,
		serve: async (scene) => {
			const { body } = scene.reply;
			await scene.send({ ...scene.reply, body: body.slice(0, half(body.length)) });
		},
	},
	/** Half a reply: shorter than its Content-Length, then the connection ends. */
	truncated: {
		...WASTED_WORK,
		serve: async (scene) => {
			const { status, headers, body } = scene.reply;
			const bytes = Buffer.from(body);
			const response = scene.begin(status, { ...headers, 'content-length': bytes.length });
			response.write(bytes.subarray(0, half(bytes.length)), () => scene.cut());
		},
	},
	/** What a proxy or a login page between client and service says. */
	html_page: {
		...NO_WORK,
		serve: async (scene) => {
			const headers = { server: 'nginx', 'content-type': 'text/html; charset=utf-8' };
			await scene.send({ status: 200, headers, body: LOGIN_PAGE });
		},
	},
	/** A good answer, zipped whether or not the client asked for that. */
	gzip: {
		stages: SERVICE,
		isBilled: true,
		destroysAnswer: false,
		serve: async (scene) => {
			const { status, headers, body } = scene.reply;
			const bytes = await compress(body);
			await scene.pause(0);
			scene.begin(status, { ...headers, 'content-encoding': 'gzip' }).end(bytes);
		},
	},
} satisfies Record<string, Fault>;

const LOGIN_PAGE =
	'<!DOCTYPE html>\n<html><head><title>Sign in</title></head><body><h1>Sign in to the network</h1></body></html>\n';

function half(length: number): number {
	return Math.floor(length / 2);
}

function emptyContent(name: string, value: unknown): unknown {
	return name === 'content' && Array.isArray(value) ? [] : value;
}
