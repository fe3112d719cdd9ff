/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- serves pictures on loopback */
import { createServer } from 'node:http';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PackageDirectoryLoader } from 'n8n-core';
import type {
	IDataObject,
	IBinaryKeyData,
	INodeExecutionData,
	INodeParameters,
	IWorkflowSettings,
} from 'n8n-workflow';
import { makePdf } from '../pages/pdfFile';
import type { BinaryMode } from './harness';
import { loadPackage, outputOf, runNode, storeFile, useBinaryMode } from './harness';
import { pictureInMemory, readPicture } from './pictures';
import { StandinAccount } from './standin';

let loader: PackageDirectoryLoader;

beforeAll(async () => {
	loader = await loadPackage();
});

beforeEach(async () => {
	await useBinaryMode('default');
});

async function recognize(
	items: INodeExecutionData[],
	parameters: INodeParameters = {},
	settings?: IWorkflowSettings,
) {
	const account = new StandinAccount();
	const run = await runNode(loader, {
		credential: account.credential,
		items,
		settings,
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			simplify: false,
			...parameters,
		},
	});
	return { run, output: outputOf(run), account };
}

function sources(items: INodeExecutionData[]): unknown[] {
	return items.map(({ json }) => (json.source as IDataObject | undefined)?.fileName);
}

/** A picture and zeros behind it, so that all files are of one size. */
function padded(name: string): Buffer {
	return Buffer.concat([readPicture(name).bytes], 100_000);
}

function fieldOf({ json }: INodeExecutionData): unknown {
	return (json.source as IDataObject).field;
}

const KNOWN_TEXT = '533190842';

const PDF = makePdf([{ kind: 'text', lines: ['Invoice Number: INV-5512'] }]);

describe('pictures from binary fields', () => {
	it('are read from memory', async () => {
		const { output } = await recognize([
			{ json: {}, binary: { data: pictureInMemory('form-en') } },
		]);
		expect(output[0].json.text).toContain(KNOWN_TEXT);
	});

	it('are read from disk', async () => {
		await useBinaryMode('filesystem');
		const { bytes, fileName, mimeType } = readPicture('form-en');
		const stored = await storeFile(bytes, fileName, mimeType);
		expect(stored.id).toMatch(/^filesystem/);
		const { output } = await recognize([{ json: {}, binary: { data: stored } }]);
		expect(output[0].json.text).toContain(KNOWN_TEXT);
	});

	test.each(['data', '_files.data', '*'])(
		'are read in combined mode as %j',
		async (binaryPropertyName) => {
			await useBinaryMode('filesystem');
			const { bytes, fileName, mimeType } = readPicture('form-en');
			const files = { data: await storeFile(bytes, fileName, mimeType) };
			const { output } = await recognize(
				[{ json: { _files: { ...files } } as IDataObject }],
				{ binaryPropertyName },
				{ binaryMode: 'combined' },
			);
			expect(output[0].json.text).toContain(KNOWN_TEXT);
		},
	);

	it('give one item per file, paired to their item, for lists and patterns', async () => {
		const binary = {
			attachment_0: pictureInMemory('ticket-zh'),
			attachment_1: pictureInMemory('form-en'),
			logo: pictureInMemory('receipt-en'),
		};
		const { output } = await recognize(
			[
				{ json: {}, binary },
				{ json: {}, binary: { logo: binary.logo } },
			],
			{ binaryPropertyName: '={{ $itemIndex === 0 ? "attachment_*" : "logo" }}' },
		);
		expect(sources(output)).toEqual(['ticket-zh.webp', 'form-en.webp', 'receipt-en.webp']);
		expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 0 },
			{ item: 1 },
		]);
	});

	it('may be given as an object by expression', async () => {
		const { output } = await recognize(
			[{ json: {}, binary: { scan: pictureInMemory('form-en') } }],
			{
				binaryPropertyName: "={{ $('Start').item.binary.scan }}",
			},
		);
		expect(output[0].json.text).toContain(KNOWN_TEXT);
	});

	describe.each(['default', 'filesystem'] as BinaryMode[])('in mode %s', (mode) => {
		const names = ['ticket-zh', 'form-en', 'receipt-en'];
		let binary: IBinaryKeyData;

		beforeEach(async () => {
			await useBinaryMode(mode);
			const stored = names.map(async (name) => {
				return await storeFile(padded(name), 'scan.webp', 'image/webp');
			});
			const [a, b, c] = await Promise.all(stored);
			binary = { a, b, c: { ...c, fileName: 'other.webp' } };
		});

		test.each([
			'={{ $binary.b }}',
			"={{ $binary['b'] }}",
			'={{ $("Start").item.binary.b }}',
			'={{ [$binary.b] }}',
		])('%s is that file, though another looks the same', async (binaryPropertyName) => {
			const { output } = await recognize([{ json: {}, binary }], { binaryPropertyName });
			expect(output.map(fieldOf)).toEqual(['b']);
			expect(output[0].json.text).toContain(KNOWN_TEXT);
		});

		test.each([
			['={{ ["b", "c"] }}', ['b', 'c']],
			['={{ Object.keys($binary) }}', ['a', 'b', 'c']],
			['={{ Object.keys($binary).join(",") }}', ['a', 'b', 'c']],
			['={{ "b, c" }}', ['b', 'c']],
			['={{ ["c", "*", "a, b"] }}', ['c', 'a', 'b']],
			['={{ [$binary.c, "b"] }}', ['c', 'b']],
		])('%s gives the files %j', async (binaryPropertyName, fields) => {
			const { output } = await recognize([{ json: {}, binary }], { binaryPropertyName });
			expect(output.map(fieldOf)).toEqual(fields);
		});
	});

	it('given by an expression that fits two files of other content are asked for by name', async () => {
		const files = ['ticket-zh', 'form-en'].map((name) => ({
			...pictureInMemory(name),
			data: padded(name).toString('base64'),
			fileName: 'scan.webp',
		}));
		const { run, account } = await recognize([{ json: {}, binary: { a: files[0], b: files[1] } }], {
			binaryPropertyName: '={{ Object.values($binary)[1] }}',
		});
		expect(run.data.resultData.error).toMatchObject({
			message: "Input Binary Field fits several files: 'a', 'b'",
			description: expect.stringContaining('Enter the name'),
		});
		expect(await account.requests()).toEqual([]);
	});

	it('are typed by their bytes, whatever was declared', async () => {
		const picture = { ...pictureInMemory('form-en'), mimeType: 'application/pdf' };
		const { output, account } = await recognize([{ json: {}, binary: { data: picture } }]);
		expect((output[0].json.source as IDataObject).mimeType).toBe('image/webp');
		const [{ body }] = await account.requests();
		expect(JSON.stringify(body)).toContain('data:image/webp;base64,');
	});

	it('that are missing stop the node with the names of those that are there', async () => {
		const { run, account } = await recognize([
			{ json: {}, binary: { scan: pictureInMemory('form-en') } },
		]);
		expect(run.data.resultData.error).toMatchObject({
			message: "The item has no binary field 'data'",
			description: expect.stringContaining("'scan'"),
			context: { itemIndex: 0 },
		});
		expect(await account.requests()).toEqual([]);
	});

	it('that are no pictures are refused before anything is sent', async () => {
		const letter = {
			data: Buffer.from('PK\x03\x04 …').toString('base64'),
			mimeType: 'image/png',
			fileName: 'scan.png',
		};
		const { run, account } = await recognize([{ json: {}, binary: { data: letter } }]);
		expect(run.data.resultData.error?.message).toBe(
			'The file scan.png cannot be read: it is a ZIP file',
		);
		expect(await account.requests()).toEqual([]);
	});
});

describe('pictures by URL', () => {
	let server: Server;
	let address: string;
	const seen: Array<string | undefined> = [];

	beforeAll(async () => {
		const { bytes, mimeType } = readPicture('form-en');
		server = createServer((request, response) => {
			seen.push(request.headers.authorization);
			if (request.url === '/endless') return flood(response);
			if (request.url === '/form.webp?drip') return drip(response);
			if (request.url === '/scan.PDF') return response.writeHead(200).end(PDF);
			if (request.url !== '/form.webp') return response.writeHead(404).end();
			return response
				.writeHead(200, { 'content-type': mimeType, 'content-length': bytes.length })
				.end(bytes);
		});
		await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
		address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	});

	afterAll(() => {
		server.closeAllConnections();
		server.close();
	});

	it('are passed to the service as they are', async () => {
		const url = `${address}/form.webp`;
		const { output, account } = await recognize([{ json: {} }], { inputType: 'url', url });
		expect(output[0].json.text).toContain(KNOWN_TEXT);
		expect(output[0].json.source).toEqual({ fileName: 'form.webp', page: 1, pageCount: 1 });
		const [{ body }] = await account.requests();
		expect(body).toMatchObject({ input: { messages: [{ content: [{ image: url }] }] } });
	});

	it('are fetched by n8n with URL Handling: Download, and the key stays at home', async () => {
		seen.length = 0;
		const { output, account } = await recognize([{ json: {} }], {
			inputType: 'url',
			url: `${address}/form.webp`,
			options: { urlHandling: 'download' },
		});
		expect(output[0].json.text).toContain(KNOWN_TEXT);
		expect((output[0].json.source as IDataObject).mimeType).toBe('image/webp');
		expect(seen).toEqual([undefined]);
		expect(JSON.stringify((await account.requests())[0].body)).toContain('data:image/webp;base64,');
	});

	it('that are PDFs by their path are fetched and drawn by n8n, with a warning', async () => {
		const url = `${address}/scan.PDF`;
		const { output } = await recognize([{ json: {} }], { inputType: 'url', url });
		expect(output[0].json.text).toContain('INV-5512');
		expect(output[0].json.warnings).toEqual([expect.stringContaining('n8n downloaded it')]);
		expect(output[0].json.source).toMatchObject({
			fileName: 'scan.PDF',
			mimeType: 'application/pdf',
		});
	});

	it('that n8n cannot fetch are told with their status', async () => {
		const { run } = await recognize([{ json: {} }], {
			inputType: 'url',
			url: `${address}/gone`,
			options: { urlHandling: 'download' },
		});
		expect(run.data.resultData.error).toMatchObject({
			message: "The picture's URL answered with HTTP 404",
		});
	});

	it('that are larger than the service reads are not fetched to their end', async () => {
		const { run } = await recognize([{ json: {} }], {
			inputType: 'url',
			url: `${address}/endless`,
			options: { urlHandling: 'download' },
		});
		expect(run.data.resultData.error?.message).toBe(
			'The file of the URL is larger than the 10 MB that can be read',
		);
	});

	it('that come drop by drop end by the option Timeout', async () => {
		const { run } = await recognize([{ json: {} }], {
			inputType: 'url',
			url: `${address}/form.webp?drip`,
			options: { urlHandling: 'download', timeout: 0.3 },
		});
		expect(run.data.resultData.error?.message).toBe('No complete answer came within 0.3 seconds');
	});

	it('may be data URLs, checked like files', async () => {
		const { bytes } = readPicture('form-en');
		const url = `data:image/png;base64,${bytes.toString('base64')}`;
		const { output } = await recognize([{ json: {} }], { inputType: 'url', url });
		expect(output[0].json.text).toContain(KNOWN_TEXT);
		expect((output[0].json.source as IDataObject).mimeType).toBe('image/webp');
	});

	it('that are no URLs are refused', async () => {
		const { run } = await recognize([{ json: {} }], { inputType: 'url', url: 'invoice.jpg' });
		expect(run.data.resultData.error).toMatchObject({
			message: 'URL is not a web address: invoice.jpg',
		});
	});
});

/** Sends bytes for as long as somebody reads them. */
function flood(response: ServerResponse): void {
	const block = Buffer.alloc(1024 * 1024);
	const send = () => {
		while (!response.destroyed && response.write(block));
	};
	response.on('drain', send);
	send();
}

/** Sends a byte now and then, so that the connection is never silent for long. */
function drip(response: ServerResponse): void {
	const timer = setInterval(() => response.write(' '), 20);
	response.on('close', () => clearInterval(timer));
}
