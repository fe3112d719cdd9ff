/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run on Node, not in n8n */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { makePdf } from '../pages/pdfFile';

/** A file to be served. */
export interface ServedFile {
	bytes: Buffer;
	mediaType: string;
}

/** Files behind web addresses of this machine. */
export interface FileServer {
	/** Base URL without a slash at its end. */
	url: string;
	close(): Promise<void>;
}

/** Serves files by their path, each with its media type and length; 404 for any other path. */
export async function serveFiles(files: Record<string, ServedFile>): Promise<FileServer> {
	const server = createServer((request, response) => {
		const file = files[request.url ?? ''];
		if (!file) return response.writeHead(404).end();
		const { bytes, mediaType } = file;
		const headers = { 'content-type': mediaType, 'content-length': bytes.length };
		return response.writeHead(200, headers).end(bytes);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}

/** A PDF with one line of text on each page. */
export function pdfOf(lines: string[]): ServedFile {
	const pages = lines.map((line) => ({ kind: 'text' as const, lines: [line] }));
	return { bytes: makePdf(pages), mediaType: 'application/pdf' };
}
