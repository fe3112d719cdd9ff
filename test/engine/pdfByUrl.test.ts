/* eslint-disable @n8n/community-nodes/no-restricted-imports -- serves files on loopback */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PackageDirectoryLoader } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { makePdf } from '../pages/pdfFile';
import { loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { readPicture } from './pictures';
import { StandinAccount } from './standin';

const RESPONSES = '/compatible-mode/v1/responses';
const GENERATION = '/api/v1/services/aigc/multimodal-generation/generation';

let loader: PackageDirectoryLoader;
let account: StandinAccount;
let server: Server;
let base: string;
let asked: IncomingMessage[];

const files: Record<string, { bytes: Buffer; type: string }> = {
	'/invoice.pdf': { bytes: pdfOf(2), type: 'application/pdf' },
	'/long.pdf': { bytes: pdfOf(11, () => 1), type: 'application/pdf' },
	'/blank.pdf': { bytes: pdfWithBlankPages(), type: 'application/pdf' },
	'/download': { bytes: pdfOf(2), type: 'application/pdf' },
	'/page.pdf': { bytes: Buffer.from('<html>'.repeat(300)), type: 'application/pdf' },
	'/picture': { bytes: readPicture('ticket-zh').bytes, type: 'image/webp' },
};

/** Blank pages before, between and behind those with text. */
function pdfWithBlankPages(): Buffer {
	const pages = [[], ['Invoice Number: INV-1'], [], ['Total: 12.50'], []];
	return makePdf(pages.map((lines) => ({ kind: 'text' as const, lines })));
}

function pdfOf(pageCount: number, numberOf = (index: number) => index + 1): Buffer {
	return makePdf(
		Array.from({ length: pageCount }, (_, index) => ({
			kind: 'text' as const,
			lines: [`Invoice Number: INV-${numberOf(index)}`, 'Total: 12.50'],
		})),
	);
}

beforeAll(async () => {
	loader = await loadPackage();
	await useBinaryMode('default');
	server = createServer((request, response) => {
		asked.push(request);
		const file = files[request.url ?? ''];
		if (!file) return response.writeHead(404).end();
		const { bytes, type } = file;
		const range = /bytes=0-(\d+)/.exec(request.headers.range ?? '')?.[1];
		if (range === undefined) {
			return response
				.writeHead(200, { 'content-type': type, 'content-length': bytes.length })
				.end(bytes);
		}
		const part = bytes.subarray(0, Number(range) + 1);
		const contentRange = `bytes 0-${part.length - 1}/${bytes.length}`;
		return response
			.writeHead(206, { 'content-type': type, 'content-range': contentRange })
			.end(part);
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
	asked = [];
});

async function read(path: string, parameters: INodeParameters = {}) {
	const run = await runNode(loader, {
		credential: account.credential,
		items: [{ json: {} }],
		parameters: {
			resource: 'document',
			operation: 'parseDocument',
			model: { mode: 'id', value: 'qwen3.5-ocr' },
			inputType: 'url',
			url: `${base}${path}`,
			simplify: false,
			...parameters,
		},
	});
	const requests = await account.requests();
	return { run, output: outputOf(run), paths: requests.map((request) => request.path), requests };
}

it('the service reads a PDF by its URL in one request', async () => {
	const { output, requests } = await read('/invoice.pdf');
	expect(requests).toHaveLength(1);
	expect(requests[0]).toMatchObject({
		path: RESPONSES,
		body: {
			model: 'qwen3.5-ocr',
			input: [{ role: 'user', content: [{ type: 'input_file', file_url: `${base}/invoice.pdf` }] }],
			ocr_options: { task: 'document_parsing' },
		},
	});
	expect(output).toHaveLength(1);
	expect(output[0].json.markdown).toContain('INV-1');
	expect(output[0].json.markdown).toContain('INV-2');
	expect(output[0].json.source).toEqual({
		fileName: 'invoice.pdf',
		mimeType: 'application/pdf',
		page: 1,
		pageCount: 2,
	});
	const lines = output[0].json.lines as Array<{ page: number; text: string }>;
	expect(lines.find(({ text }) => text.includes('INV-2'))?.page).toBe(2);
	expect((output[0].json.usage as IDataObject).totalTokens).toBeGreaterThan(0);
});

it('its layouts give one item per page, its tokens counted once', async () => {
	const { output } = await read('/invoice.pdf', { outputMode: 'perPage' });
	expect(output.map(({ json }) => (json.source as IDataObject).page)).toEqual([1, 2]);
	expect(output[1].json.markdown).toContain('INV-2');
	expect(output[1].json.markdown).not.toContain('INV-1');
	expect(output.map(({ json }) => Number((json.usage as IDataObject).totalTokens) > 0)).toEqual([
		true,
		false,
	]);
});

it('a blank page has an item of its own, so that the pages count', async () => {
	const { output, requests } = await read('/blank.pdf', { outputMode: 'perPage' });
	expect(requests.map(({ path }) => path)).toEqual([RESPONSES]);
	expect(output.map(({ json }) => (json.source as IDataObject).page)).toEqual([1, 2, 3, 4]);
	const blank = (page: number) => [
		`The service tells of nothing on page ${page}; it may be blank.`,
	];
	expect(output.map(({ json }) => json.warnings)).toEqual([
		blank(1),
		[expect.stringContaining('Positions')],
		blank(3),
		[expect.stringContaining('Positions')],
	]);
	expect(output[2].json).toMatchObject({ text: '', markdown: '', lines: [] });
	expect(output[3].json.text).toContain('12.50');
	expect(output.map(({ json }) => Number((json.usage as IDataObject).totalTokens) > 0)).toEqual([
		true,
		false,
		false,
		false,
	]);
});

it('fields of a PDF by its URL are those of the whole file', async () => {
	const { output, paths } = await read('/invoice.pdf', {
		operation: 'extractFields',
		schemaSource: 'json',
		resultSchema: '{"Invoice Number": ""}',
	});
	expect(paths).toEqual([RESPONSES]);
	expect(output[0].json.fields).toEqual({ 'Invoice Number': 'INV-1' });
});

it('a PDF without .pdf in its address is known by its first bytes, of one ranged GET', async () => {
	const { paths } = await read('/download');
	expect(paths).toEqual([RESPONSES]);
	expect(asked[0].headers.range).toBe('bytes=0-1023');
	expect(asked[0].headers.authorization).toBeUndefined();
});

it('a picture without an extension is passed to the service', async () => {
	const { paths } = await read('/picture', { operation: 'recognizeText' });
	expect(paths).toEqual(['/api/v1/services/aigc/multimodal-generation/generation']);
});

test.each<[string, string, INodeParameters]>([
	['with the model qwen-vl-ocr', '/invoice.pdf', { model: { mode: 'id', value: 'qwen-vl-ocr' } }],
	['with the option Pages', '/invoice.pdf', { options: { pages: '1' } }],
	['with the option PDF Password', '/invoice.pdf', { options: { pdfPassword: 'x' } }],
	['with the option Max Pixels', '/download', { options: { maxPixels: 1_000_000 } }],
	['with the operation Locate Text', '/invoice.pdf', { operation: 'locateText' }],
	['with One Item per Page', '/invoice.pdf', { operation: 'recognizeText', outputMode: 'perPage' }],
])('%s n8n downloads the PDF, draws its pages and says so', async (reason, path, parameters) => {
	const { output, paths } = await read(path, parameters);
	expect(paths).not.toContain(RESPONSES);
	expect(output[0].json.text).toContain('INV-1');
	expect((output[0].json.warnings as string[])[0]).toBe(
		`The service does not read this PDF by its URL ${reason}, so n8n downloaded it and drew its pages.`,
	);
});

it('a PDF of more pages than the service reads is downloaded when it refuses', async () => {
	const { output, paths } = await read('/long.pdf', { operation: 'recognizeText' });
	expect(paths[0]).toBe(RESPONSES);
	expect(paths).toHaveLength(12);
	expect(String(output[0].json.text).split('\f')).toHaveLength(11);
	expect((output[0].json.warnings as string[])[0]).toContain('as it refused the file');
});

describe('with Estimate Only', () => {
	const options = { estimateOnly: true };

	it('nothing is sent; the whole counts with as many pages as it may have', async () => {
		const { output, paths } = await read('/invoice.pdf', { options });
		expect(paths).toEqual([]);
		expect(output.map(({ json }) => json.estimate)).toMatchObject([{ outputTokens: 50 * 16_384 }]);
	});

	it('each page that n8n would draw has an item of its own', async () => {
		const { output, paths } = await read('/invoice.pdf', {
			options: { ...options, urlHandling: 'download' },
		});
		expect(paths).toEqual([]);
		expect(output.map(({ json }) => json)).toMatchObject([
			{ estimate: { outputTokens: 16_384 }, source: { page: 1, pageCount: 2 } },
			{ estimate: { outputTokens: 16_384 }, source: { page: 2, pageCount: 2 } },
		]);
	});
});

describe('with Max Cost', () => {
	const price = { '*': { input: 0, output: 1_000_000 / 16_384, currency: 'CNY' } };
	const withMaxCost = (maxCost: number) => ({
		options: { prices: JSON.stringify(price), maxCost },
	});

	it('a PDF of which the whole might cost too much is read page by page', async () => {
		const { output, paths } = await read('/invoice.pdf', withMaxCost(2));
		expect(paths).toEqual([GENERATION, GENERATION]);
		expect(String(output[0].json.text)).toContain('INV-2');
		expect(output[0].json.warnings).toEqual([
			'The service does not read this PDF by its URL as the whole file may cost more than is left of Max Cost, so n8n downloaded it and drew its pages.',
		]);
	});

	it('nothing is sent where not even a page fits', async () => {
		const { output, paths } = await read('/invoice.pdf', withMaxCost(0.5));
		expect(paths).toEqual([]);
		const [first, second] = output.map(({ json }) => json.details);
		expect(first).toMatchObject({ code: 'max_cost', source: { page: 1 } });
		expect(second).toMatchObject({ code: 'max_cost', source: { page: 2 } });
	});

	it('the limit is told, and nothing else is lost, where n8n cannot fetch the file', async () => {
		const { run, output } = await read('/gone.pdf', withMaxCost(2));
		expect(run.data.resultData.error).toBeUndefined();
		expect(output.map(({ json }) => json.details)).toMatchObject([{ code: 'max_cost' }]);
	});

	it('the whole is asked for where it fits', async () => {
		const { paths } = await read('/invoice.pdf', withMaxCost(50));
		expect(paths).toEqual([RESPONSES]);
	});
});

it('a web page that the service refuses is passed over with Unsupported Files: Skip', async () => {
	await account.reply({
		status: 400,
		body: { error: { code: 'invalid_parameter_error', message: 'Failed to download file' } },
	});
	const { run, output, paths } = await read('/page.pdf', {
		options: { onUnsupportedFile: 'skip', maxRetries: 0 },
	});
	expect(run.status).toBe('success');
	expect(paths).toEqual([RESPONSES]);
	expect(output).toHaveLength(1);
	expect(output[0].json.review).toMatchObject({ reasons: [{ code: 'skipped_file' }] });
});

it('an answer of HTTP 200 that says failed is a failure, here one that passes', async () => {
	await account.reply({
		body: {
			status: 'failed',
			model: '',
			output: [],
			error: {
				code: 'server_error',
				message: 'Operation model request rate limit exceeded, please try again later.',
			},
		},
	});
	const { output, paths } = await read('/invoice.pdf');
	expect(paths).toEqual([RESPONSES, RESPONSES]);
	expect(output[0].json.markdown).toContain('INV-1');
});

it('a failure of an unknown kind is told, and not taken for a refusal of the file', async () => {
	const error = { code: 'job_lost', message: 'The job was lost.' };
	await account.reply({ body: { id: 'r-9', status: 'failed', model: '', output: [], error } });
	const { run, paths } = await read('/invoice.pdf');
	expect(paths).toEqual([RESPONSES]);
	expect(run.data.resultData.error).toMatchObject({
		message: 'The service failed for a reason that this node does not know (job_lost)',
		description: expect.stringContaining('The service says: "The job was lost."'),
	});
});

it('Download never asks the service to fetch', async () => {
	const { paths } = await read('/invoice.pdf', { options: { urlHandling: 'download' } });
	expect(paths).not.toContain(RESPONSES);
	expect(paths).toHaveLength(2);
});
