import { sleep } from 'n8n-workflow';
import { START_BYTES } from './fileType';

/** A body as it arrives; n8n's HTTP client gives it before it is complete. */
export interface BodyStream extends AsyncIterable<Uint8Array> {
	destroy(): unknown;
}

export interface StreamedAnswer {
	statusCode: number;
	headers: Record<string, unknown>;
	body: BodyStream;
}

/** The body of an answer was not complete at the deadline; `code` is that of a timed-out connection. */
export class BodyTimeout extends Error {
	readonly code = 'ETIMEDOUT';
}

/** The body of an answer is larger than what is wanted of it. */
export class BodyTooLarge extends Error {
	readonly code = 'BODY_TOO_LARGE';

	constructor(readonly maxBytes: number) {
		super(`The answer has more than ${maxBytes} bytes`);
	}
}

/**
 * Reads a body to its end. n8n's timeout only watches for silence, so a body that drips is ended
 * here.
 * @param maxBytes of the body, or what tells it by the first kilobyte
 * @param deadline epoch milliseconds
 * @throws BodyTimeout at the deadline, BodyTooLarge beyond `maxBytes`; the connection is closed then
 */
export async function readBody(
	body: BodyStream,
	maxBytes: number | ((start: Buffer) => number),
	deadline: number,
): Promise<Buffer> {
	const finished = new AbortController();
	try {
		return await Promise.race([collect(body, maxBytes), rejectAt(deadline, finished.signal)]);
	} finally {
		finished.abort();
		body.destroy();
	}
}

/**
 * Reads the first bytes of a body and closes the connection; fewer where it is shorter.
 * @param deadline epoch milliseconds
 * @throws BodyTimeout at the deadline
 */
export async function readStart(
	body: BodyStream,
	byteLength: number,
	deadline: number,
): Promise<Buffer> {
	const finished = new AbortController();
	try {
		return await Promise.race([
			collectStart(body, byteLength),
			rejectAt(deadline, finished.signal),
		]);
	} finally {
		finished.abort();
		body.destroy();
	}
}

async function collectStart(body: BodyStream, wanted: number): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let byteLength = 0;
	for await (const chunk of body) {
		byteLength += chunk.length;
		chunks.push(chunk);
		if (byteLength >= wanted) break;
	}
	return Buffer.concat(chunks).subarray(0, wanted);
}

async function collect(
	body: BodyStream,
	maxBytes: number | ((start: Buffer) => number),
): Promise<Buffer> {
	const chunks: Uint8Array[] = [];
	let byteLength = 0;
	let limit = typeof maxBytes === 'number' ? maxBytes : undefined;
	for await (const chunk of body) {
		byteLength += chunk.length;
		chunks.push(chunk);
		if (typeof maxBytes !== 'number' && byteLength >= START_BYTES) {
			limit ??= maxBytes(Buffer.concat(chunks));
		}
		if (limit !== undefined && byteLength > limit) throw new BodyTooLarge(limit);
	}
	return Buffer.concat(chunks, byteLength);
}

async function rejectAt(deadline: number, finished: AbortSignal): Promise<never> {
	await sleep(Math.max(0, deadline - Date.now()), finished).catch(() => undefined);
	throw new BodyTimeout('The answer was not complete in time');
}
