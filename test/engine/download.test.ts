/* eslint-disable @n8n/community-nodes/no-restricted-imports -- serves files on loopback */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PackageDirectoryLoader } from 'n8n-core';
import type { INodeParameters, IRun, OnError } from 'n8n-workflow';
import { makePdf } from '../pages/pdfFile';
import { loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { readPicture } from './pictures';
import { StandinAccount } from './standin';

/** What the host does with one request; without more of them it serves the file. */
type Act = (response: ServerResponse) => void;

const RESPONSES = '/compatible-mode/v1/responses';
const PICTURE = readPicture('form-en').bytes;
const KNOWN_TEXT = '533190842';
const FILES: Record<string, Buffer> = {
	'/file': PICTURE,
	'/other': readPicture('ticket-zh').bytes,
	'/scan': makePdf([{ kind: 'text', lines: ['Invoice Number: INV-5512'] }]),
};

/** Comments and the end once more: as large as no picture may be. */
function padded(pdf: Buffer): Buffer {
	const end = pdf.subarray(pdf.lastIndexOf('startxref'));
	return Buffer.concat([
		pdf,
		Buffer.from('\n%'),
		Buffer.alloc(11_000_000, 'x'),
		Buffer.from('\n'),
		end,
	]);
}

let loader: PackageDirectoryLoader;
let account: StandinAccount;
let server: Server;
let base: string;
let acts: Act[];
/** Paths that were asked for, in their order. */
let asked: string[];

beforeAll(async () => {
	loader = await loadPackage();
	await useBinaryMode('default');
	server = createServer((request, response) => {
		const path = (request.url ?? '').split('?')[0];
		asked.push(path);
		const act = path === '/other' ? undefined : acts.shift();
		if (act) return act(response);
		const bytes = FILES[path];
		return response.writeHead(200, { 'content-length': bytes.length }).end(bytes);
	});
	server.listen(0, '127.0.0.1');
	await once(server, 'listening');
	base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
	server.closeAllConnections();
	server.close();
});

beforeEach(() => {
	account = new StandinAccount();
	acts = [];
	asked = [];
});

function status(code: number, headers: Record<string, string> = {}): Act {
	return (response) => response.writeHead(code, headers).end();
}

const RESET: Act = (response) => response.socket?.resetAndDestroy();

const HANG: Act = () => undefined;

const HALF: Act = (response) => {
	response.writeHead(200, { 'content-length': PICTURE.length });
	response.write(PICTURE.subarray(0, 1000), () => response.socket?.destroySoon());
};

interface Download {
	paths?: string[];
	options?: INodeParameters;
	parameters?: INodeParameters;
	onError?: OnError;
	cancelWhen?: Promise<unknown>;
}

async function download({
	paths = ['/file'],
	options,
	parameters,
	...others
}: Download = {}): Promise<IRun> {
	return await runNode(loader, {
		credential: account.credential,
		items: paths.map((path) => ({ json: { path } })),
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			inputType: 'url',
			url: `=${base}{{ $json.path }}?Expires=1&Signature=S3CRET`,
			options: { urlHandling: 'download', timeout: 60, ...options },
			...parameters,
		},
		...others,
	});
}

test.each<[string, Act, number?]>([
	['HTTP 408', status(408)],
	['HTTP 429', status(429)],
	['HTTP 500', status(500)],
	['HTTP 503', status(503)],
	['a reset connection', RESET],
	['a host that does not answer in time', HANG, 2],
	['half a file', HALF],
])('%s is overcome by a second download', async (_what, act, timeout = 60) => {
	acts = [act];
	const output = outputOf(await download({ options: { timeout } }));
	expect(output[0].json.text).toContain(KNOWN_TEXT);
	expect(asked).toEqual(['/file', '/file']);
});

it('a PDF may be larger than a picture, whatever its address and type say', async () => {
	acts = [
		(response) =>
			response
				.writeHead(200, { 'content-type': 'application/octet-stream' })
				.end(padded(FILES['/scan'])),
	];
	const output = outputOf(await download());
	expect(output[0].json.text).toContain('INV-5512');
});

test.each([403, 404, 410])('HTTP %d is final', async (code) => {
	acts = [status(code)];
	const { error } = (await download()).data.resultData;
	expect(error).toMatchObject({
		message: `The picture's URL answered with HTTP ${code}`,
		description: expect.stringContaining('Check the address'),
	});
	expect(asked).toEqual(['/file']);
});

it('Max Retries bounds how often a download is tried again', async () => {
	acts = Array.from({ length: 5 }, () => status(503));
	const { error } = (await download({ options: { maxRetries: 1 } })).data.resultData;
	expect(error).toMatchObject({
		message: "The picture's URL answered with HTTP 503",
		description: expect.stringContaining('run the item again'),
	});
	expect(asked).toHaveLength(2);
	expect(`${error?.message} ${error?.description}`).not.toContain('S3CRET');
	expect(await account.requests()).toEqual([]);
});

it('a host is waited for as long as it asks, and other items go on', async () => {
	acts = [status(503, { 'Retry-After': '1' })];
	const started = performance.now();
	const output = outputOf(await download({ paths: ['/file', '/other'] }));
	expect(performance.now() - started).toBeGreaterThan(990);
	expect(output[0].json.text).toContain(KNOWN_TEXT);
	expect(output[1].json.text).toContain('G7342');
	expect(asked).toEqual(['/file', '/other', '/file']);
});

it('Stop ends the wait for the next download at once', async () => {
	let wasAsked: (value?: unknown) => void = () => undefined;
	const cancelWhen = new Promise((resolve) => (wasAsked = resolve));
	acts = [
		(response) => {
			status(503, { 'Retry-After': '60' })(response);
			wasAsked();
		},
	];
	const started = performance.now();
	const run = await download({ cancelWhen, onError: 'continueRegularOutput' });
	expect(run.status).toBe('canceled');
	expect(performance.now() - started).toBeLessThan(3000);
	expect(asked).toHaveLength(1);
});

describe('the look at a file that may be a PDF', () => {
	const pass: Download = {
		paths: ['/scan'],
		parameters: { operation: 'parseDocument', model: { mode: 'id', value: 'qwen3.5-ocr' } },
		options: { urlHandling: 'pass', timeout: 60 },
	};

	async function servicePaths(): Promise<string[]> {
		return (await account.requests()).map(({ path }) => path);
	}

	test.each<[string, Act]>([
		['HTTP 503', status(503)],
		['a reset connection', RESET],
	])('is repeated after %s', async (_what, act) => {
		acts = [act];
		const output = outputOf(await download(pass));
		expect(output[0].json.text).toContain('INV-5512');
		expect(await servicePaths()).toEqual([RESPONSES]);
	});

	it('does not wait as long as a host asks', async () => {
		acts = [status(503, { 'Retry-After': '30' })];
		const started = performance.now();
		const output = outputOf(await download(pass));
		expect(performance.now() - started).toBeLessThan(20_000);
		expect(output[0].json.text).toContain('INV-5512');
	});

	it('is repeated once only', async () => {
		acts = [status(503), status(503)];
		await download({ ...pass, onError: 'continueRegularOutput' });
		expect(asked.slice(0, 2)).toEqual(['/scan', '/scan']);
		expect(await servicePaths()).not.toContain(RESPONSES);
	});

	it('is given up where it cannot be had, as the service may reach what n8n does not', async () => {
		acts = [status(403)];
		await download({ ...pass, onError: 'continueRegularOutput' });
		expect(asked[0]).toBe('/scan');
		expect(await servicePaths()).not.toContain(RESPONSES);
	});
});

it('a PDF that the service refuses is downloaded with the same retries', async () => {
	const body = { code: 'InvalidParameter', message: 'too many pages', request_id: 'r-1' };
	await account.reply({ status: 400, body });
	acts = [(response) => response.writeHead(206).end(FILES['/scan'].subarray(0, 1024)), RESET];
	const output = outputOf(
		await download({
			paths: ['/scan'],
			parameters: { operation: 'parseDocument', model: { mode: 'id', value: 'qwen3.5-ocr' } },
			options: { urlHandling: 'pass', timeout: 60 },
		}),
	);
	expect(output[0].json.text).toContain('INV-5512');
	expect(asked).toEqual(['/scan', '/scan', '/scan']);
});
