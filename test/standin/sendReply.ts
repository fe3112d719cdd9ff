/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const compress = promisify(gzip);

/** A reply ready to be sent. */
export interface RawReply {
	status: number;
	headers: OutgoingHttpHeaders;
	body: string;
}

/** Sends a reply, gzipped when the client takes that, as the service does. */
export async function sendReply(
	request: IncomingMessage,
	response: ServerResponse,
	{ status, headers, body }: RawReply,
): Promise<void> {
	// The recorded 401 is sent plain.
	const zipped = status !== 401 && body !== '' && acceptsGzip(request);
	const bytes = zipped ? await compress(body) : Buffer.from(body);
	if (response.destroyed) return;
	const encoding = zipped ? { 'content-encoding': 'gzip' } : {};
	// Without a length Node sends chunks, like the service.
	response.writeHead(status, { ...headers, ...encoding });
	response.write(bytes);
	response.end();
}

function acceptsGzip({ headers }: IncomingMessage): boolean {
	const accepted = String(headers['accept-encoding'] ?? '');
	return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/i.test(accepted);
}
