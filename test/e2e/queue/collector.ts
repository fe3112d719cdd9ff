/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';

/** A result that a workflow handed over. */
export interface Delivery {
	/** Which picture it is of. */
	number: number;
	text: string;
	/** Milliseconds on the clock of `performance.now()`. */
	time: number;
}

/** Where workflows hand their results over. */
export interface Collector {
	url: string;
	deliveries: Delivery[];
	close(): Promise<void>;
}

/** Takes results on a free port of loopback. */
export async function startCollector(): Promise<Collector> {
	const deliveries: Delivery[] = [];
	const server = createServer((request, response) => {
		json(request)
			.then((body) => {
				const { number, text } = body as { number: unknown; text: unknown };
				deliveries.push({ number: Number(number), text: String(text), time: performance.now() });
				response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
			})
			.catch((error: unknown) => response.writeHead(400).end(String(error)));
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		deliveries,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}
