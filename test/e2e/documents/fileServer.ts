/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { readPicture } from '../../engine/pictures';

/** A running server of documents. */
export interface FileServer {
	/** Without a slash at the end; `/name` is a picture with known content, `/letter.txt` a text. */
	url: string;
	close(): Promise<void>;
}

/** Serves the pictures with known content on a free port of loopback. */
export async function startFileServer(): Promise<FileServer> {
	const server = createServer((request, response) => {
		const name = (request.url ?? '').slice(1);
		const { bytes, fileName, mimeType } = name === 'letter.txt' ? LETTER : readPicture(name);
		response.writeHead(200, {
			'content-type': mimeType,
			'content-length': bytes.length,
			'content-disposition': `attachment; filename="${fileName}"`,
		});
		response.end(bytes);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

const LETTER = {
	bytes: Buffer.from('This file is no picture.\n'),
	fileName: 'letter.txt',
	mimeType: 'text/plain',
};
