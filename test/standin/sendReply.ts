/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** Zips a body. */
export const compress: (body: string) => Promise<Buffer> = promisify(gzip);

/** A reply ready to be sent. */
export interface RawReply {
	status: number;
	headers: OutgoingHttpHeaders;
	body: string;
}

/** A reply as it goes over the wire. */
export interface EncodedReply {
	status: number;
	headers: OutgoingHttpHeaders;
	bytes: Buffer;
}

/** Zips a reply when the client takes that, as the service does. */
export async function encodeReply(
	{ headers: asked }: IncomingMessage,
	{ status, headers, body }: RawReply,
): Promise<EncodedReply> {
	// The recorded 401 is sent plain.
	const zipped = status !== 401 && body !== '' && acceptsGzip(asked['accept-encoding']);
	if (!zipped) return { status, headers, bytes: Buffer.from(body) };
	const bytes = await compress(body);
	return { status, headers: { ...headers, 'content-encoding': 'gzip' }, bytes };
}

/** Sends a reply whole. */
export function writeReply(response: ServerResponse, reply: EncodedReply): void {
	if (response.destroyed) return;
	// Without a length Node sends chunks, like the service.
	response.writeHead(reply.status, reply.headers);
	response.cork();
	response.write(reply.bytes);
	response.end();
}

function acceptsGzip(accepted: string | string[] = ''): boolean {
	return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(String(accepted));
}
