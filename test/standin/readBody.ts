/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { IncomingMessage } from 'node:http';
import { RequestBody } from './requestBody';
import { ServiceError } from './serviceErrors';

/** Room for several pictures at their own limit of 10 MB. */
const MOST_BYTES = 64 * 1024 * 1024;

/** The whole body. Throws a ServiceError when it is too large; rejects when the client goes. */
export async function readBody(request: IncomingMessage): Promise<RequestBody> {
	const bytes = await readBytes(request, MOST_BYTES);
	if (!bytes) throw new ServiceError(400, 'BadRequest.TooLarge', 'Payload Too Large.');
	return new RequestBody(bytes);
}

/** The whole body, `null` when it has more bytes than allowed. Rejects when the client goes. */
export async function readBytes(
	request: IncomingMessage,
	mostBytes: number,
): Promise<Buffer | null> {
	const chunks: Buffer[] = [];
	let bytes = 0;
	for await (const chunk of request as AsyncIterable<Buffer>) {
		bytes += chunk.length;
		// The rest is read all the same: leaving the loop would cut the connection before the reply.
		if (bytes <= mostBytes) chunks.push(chunk);
	}
	return bytes > mostBytes ? null : Buffer.concat(chunks, bytes);
}
