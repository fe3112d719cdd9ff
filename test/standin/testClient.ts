/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- the tests run on Node, not in n8n */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Path of the native generation endpoint. */
export const GENERATION = '/api/v1/services/aigc/multimodal-generation/generation';

/** A reply with its body parsed. */
export interface Reply {
	status: number;
	headers: Headers;
	body: ReplyBody;
}

/** The members of the stand-in's bodies that the tests look at. */
export interface ReplyBody {
	code?: string;
	message?: string;
	request_id?: string;
	error?: { code: string; type: string; message: string };
	output?: { choices: ReplyChoice[] };
	usage?: Record<string, unknown>;
	data?: Array<{ id: string }>;
}

interface ReplyChoice {
	finish_reason: string;
	message: { role: string; content: Array<{ text: string; ocr_result?: OcrResult }> };
	logprobs?: { content: Array<{ token: string; logprob: number; top_logprobs: unknown[] }> };
}

/** The structured part of an answer. */
export interface OcrResult {
	kv_result?: Record<string, unknown>;
	words_info?: Array<{ text: string; location: number[]; rotate_rect: number[] }>;
	layouts?: Array<{
		pageNum: number;
		type: string;
		text: string;
		pos: Array<{ x: number; y: number }>;
		blocks: Array<{ text: string }>;
		markdownContent: string;
	}>;
}

/** A client of one stand-in under one API key. */
export class TestClient {
	constructor(
		private readonly url: string,
		private readonly key: string | null,
	) {}

	/** A client of the same stand-in under another key. */
	withKey(key: string): TestClient {
		return new TestClient(this.url, key);
	}

	/** Sends a request; an object as body is sent as JSON. */
	async send(
		method: string,
		path: string,
		body?: unknown,
		{ headers = {}, signal }: { headers?: Record<string, string>; signal?: AbortSignal } = {},
	): Promise<Response> {
		const authorization: Record<string, string> =
			this.key === null ? {} : { authorization: `Bearer ${this.key}` };
		return await fetch(this.url + path, {
			method,
			headers: { ...authorization, 'content-type': 'application/json', ...headers },
			body: typeof body === 'string' ? body : JSON.stringify(body),
			signal,
		});
	}

	/** Sends a request and parses the reply. */
	async ask(...request: Parameters<TestClient['send']>): Promise<Reply> {
		const response = await this.send(...request);
		const body = (await response.json()) as ReplyBody;
		return { status: response.status, headers: response.headers, body };
	}

	/** Sends a generation request. */
	async generate(request: unknown, headers: Record<string, string> = {}): Promise<Reply> {
		return await this.ask('POST', GENERATION, request, { headers });
	}
}

/** A generation request about one picture. */
export function generationRequest(
	image: string,
	parameters: object = {},
	{ model = 'qwen-vl-ocr', part = {} }: { model?: string; part?: object } = {},
): object {
	const messages = [{ role: 'user', content: [{ image, ...part }] }];
	return { model, input: { messages }, parameters };
}

/** The bytes of a fixture picture. */
export function fixtureBytes(name: string): Buffer {
	return readFileSync(join(__dirname, '../fixtures/pictures', name));
}

/** The text of a fixture's truth file. */
export function fixtureText(name: string): string {
	return fixtureBytes(name).toString('utf8');
}

/** The names of all headers, without those of the connection. */
export function headerNames(headers: Headers): string[] {
	const names: string[] = [];
	headers.forEach((_value, name) => names.push(name));
	return names.filter((name) => name !== 'connection' && name !== 'keep-alive').sort();
}

/** A fixture picture as data URL. */
export function fixtureUrl(name: string): string {
	const mediaType = name.endsWith('.webp') ? 'image/webp' : 'image/jpeg';
	return dataUrl(fixtureBytes(name), mediaType);
}

/** Bytes as data URL. */
export function dataUrl(bytes: Buffer, mediaType: string): string {
	return `data:${mediaType};base64,${bytes.toString('base64')}`;
}

/** The beginning of a PNG file: enough for checks that look at its header only. Sides in pixels. */
export function pngHeader(width: number, height: number): Buffer {
	const bytes = Buffer.alloc(64);
	bytes.write('89504e470d0a1a0a0000000d49484452', 'hex');
	bytes.writeUInt32BE(width, 16);
	bytes.writeUInt32BE(height, 20);
	return bytes;
}

/** A PNG header as data URL. Sides in pixels. */
export function pngUrl(width: number, height: number): string {
	return dataUrl(pngHeader(width, height), 'image/png');
}
