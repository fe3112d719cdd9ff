import type { PackageDirectoryLoader } from 'n8n-core';
import type { IDataObject, INodeExecutionData, INodeParameters, OnError } from 'n8n-workflow';
import sharp from 'sharp';
import { makePdf } from '../pages/pdfFile';
import type { BinaryMode } from './harness';
import { loadPackage, outputOf, runNode, storeFile, useBinaryMode } from './harness';
import { pictureInMemory, readPicture } from './pictures';
import { StandinAccount } from './standin';

let loader: PackageDirectoryLoader;
let threePages: Buffer;

beforeAll(async () => {
	loader = await loadPackage();
	const jpeg = await sharp(readPicture('receipt-en').bytes)
		.jpeg({ quality: 90 })
		.toBuffer({ resolveWithObject: true });
	const turned = await sharp(readPicture('form-en').bytes)
		.rotate(270)
		.jpeg({ quality: 90 })
		.toBuffer({ resolveWithObject: true });
	threePages = makePdf([
		{ kind: 'text', lines: ['Invoice Number: INV-77120', 'Total: 1,280.50 EUR'] },
		{ kind: 'scan', jpeg: jpeg.data, width: jpeg.info.width, height: jpeg.info.height },
		{
			kind: 'scan',
			jpeg: turned.data,
			width: turned.info.width,
			height: turned.info.height,
			rotate: 90,
		},
	]);
});

beforeEach(async () => {
	await useBinaryMode('default');
});

async function read(
	bytes: Buffer,
	options: INodeParameters = {},
	onError?: OnError,
	parameters: INodeParameters = {},
) {
	const account = new StandinAccount();
	const file = {
		data: bytes.toString('base64'),
		mimeType: 'application/octet-stream',
		fileName: 'mail.pdf',
	};
	const run = await runNode(loader, {
		credential: account.credential,
		items: [{ json: {}, binary: { data: file } }],
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			outputMode: 'perPage',
			simplify: false,
			options,
			...parameters,
		},
		onError,
	});
	return { run, output: outputOf(run), account };
}

function pagesOf(items: INodeExecutionData[]): unknown[] {
	return items.map(({ json }) => (json.source as IDataObject).page);
}

it('gives one item per page of a PDF, digital, scanned or turned', async () => {
	const { output } = await read(threePages);
	expect(pagesOf(output)).toEqual([1, 2, 3]);
	expect(output[0].json.text).toContain('INV-77120');
	expect(output[1].json.text).toContain('0048-21973');
	expect(output[2].json.text).toContain('533190842');
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([
		{ item: 0 },
		{ item: 0 },
		{ item: 0 },
	]);
	expect(output[0].json.source).toMatchObject({
		fileName: 'mail.pdf',
		mimeType: 'application/pdf',
		page: 1,
		pageCount: 3,
		width: 1652,
		height: 2338,
	});
});

it('works for every operation: positions belong to the drawn page', async () => {
	const { output } = await read(threePages, { pages: '1' }, undefined, { operation: 'locateText' });
	const [line] = output[0].json.lines as Array<{ text: string; box: { x: number; y: number } }>;
	expect(line.text).toContain('INV-77120');
	expect(Math.abs(line.box.x - (60 / 72) * 200)).toBeLessThan(15);
});

it('reads the pages that were asked for, in their order, and draws no others', async () => {
	const { output, account } = await read(threePages, { pages: 'last, 1' });
	expect(pagesOf(output)).toEqual([3, 1]);
	expect(await account.requests()).toHaveLength(2);
});

describe('the page of each line of a longer PDF', () => {
	const pagesOfLines = (items: INodeExecutionData[]) =>
		items.map(({ json }) => [...new Set((json.lines as IDataObject[]).map(({ page }) => page))]);
	const locate = { operation: 'locateText' };

	test.each<[string, INodeParameters, INodeParameters, unknown[][]]>([
		['the only one that was asked for', { pages: '3' }, { outputMode: 'perDocument' }, [[3]]],
		['several that are joined', { pages: '3, 1' }, { outputMode: 'perDocument' }, [[3, 1]]],
		['several with an item each', { pages: '1, 3' }, {}, [[1], [3]]],
	])('is that of the document: %s', async (_what, options, parameters, pages) => {
		const output = (await read(threePages, options, undefined, { ...locate, ...parameters }))
			.output;
		expect(pagesOfLines(output)).toEqual(pages);
	});

	it('is that of the row with One Item per Line', async () => {
		const perLine = { ...locate, outputMode: 'perLine' };
		const { output } = await read(threePages, { pages: '3, 1' }, undefined, perLine);
		expect(new Set(output.map(({ json }) => json.page))).toEqual(new Set([3, 1]));
		for (const { json } of output) {
			expect((json._document as IDataObject).source).toMatchObject({ page: json.page });
		}
	});

	it('is absent where the document has one page', async () => {
		const single = makePdf([{ kind: 'text', lines: ['Invoice Number: INV-77120'] }]);
		expect(pagesOfLines((await read(single, {}, undefined, locate)).output)).toEqual([[undefined]]);
	});
});

it('draws pages at the wanted resolution, but never beyond Max Pixels', async () => {
	const low = await read(threePages, { pages: '1', pdfResolution: 100 });
	expect(low.output[0].json.source).toMatchObject({ width: 826, height: 1169 });
	const capped = await read(threePages, { pages: '1', pdfResolution: 600, maxPixels: 1_000_000 });
	const { width, height } = capped.output[0].json.source as { width: number; height: number };
	expect(width * height).toBeLessThanOrEqual(1_000_000);
	expect(width * height).toBeGreaterThan(950_000);
});

it('reads a PDF from a data URL', async () => {
	const url = 'data:application/pdf;base64,' + threePages.toString('base64');
	const { output } = await read(Buffer.from(''), { pages: '1' }, undefined, {
		inputType: 'url',
		url,
	});
	expect(output[0].json.text).toContain('INV-77120');
});

test.each(['default', 'filesystem'] as BinaryMode[])(
	'reads a PDF among pictures with binary data in mode %s',
	async (mode) => {
		await useBinaryMode(mode);
		const account = new StandinAccount();
		const { bytes, fileName, mimeType } = readPicture('ticket-zh');
		const binary = {
			attachment_0: await storeFile(threePages, 'a.pdf', 'application/pdf'),
			attachment_1: await storeFile(bytes, fileName, mimeType),
		};
		const run = await runNode(loader, {
			credential: account.credential,
			items: [{ json: {}, binary }],
			parameters: {
				resource: 'document',
				operation: 'recognizeText',
				binaryPropertyName: '*',
				simplify: false,
				options: { pages: '1' },
			},
		});
		expect(outputOf(run).map(({ json }) => (json.source as IDataObject).field)).toEqual([
			'attachment_0',
			'attachment_1',
		]);
	},
);

test.each([
	[
		'broken',
		Buffer.from('%PDF-1.4 and nothing else'),
		{},
		'The file mail.pdf is damaged or not a complete PDF',
	],
	[
		'a page too many',
		undefined,
		{ pages: '2-9' },
		'Pages asks for page 9, but the document has 3 pages',
	],
	['no page at all', undefined, { pages: 'all' }, "Pages has 'all', which is not a page"],
	['without pages', makePdf([]), {}, 'The file mail.pdf has no pages'],
])('says what is wrong with a PDF: %s', async (_what, bytes, options, message) => {
	const { run, account } = await read(bytes ?? threePages, options);
	expect(run.data.resultData.error?.message).toBe(message);
	expect(await account.requests()).toEqual([]);
});

it('gives error items for the pages that were refused, and the sister pages still come', async () => {
	const account = new StandinAccount();
	await account.reply({ status: 400, body: { code: 'DataInspectionFailed', message: 'x' } });
	const run = await runNode(loader, {
		credential: account.credential,
		items: [
			{
				json: {},
				binary: {
					data: { data: threePages.toString('base64'), mimeType: 'application/pdf' },
					photo: pictureInMemory('ticket-zh'),
				},
			},
		],
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			outputMode: 'perPage',
			simplify: false,
			options: { maxConcurrency: 1 },
		},
		onError: 'continueRegularOutput',
	});
	const [first, ...others] = outputOf(run);
	expect(first.json.details).toMatchObject({
		code: 'content_refused',
		source: { page: 1, pageCount: 3 },
	});
	expect(pagesOf(others)).toEqual([2, 3]);
});

describe('joined into one item', () => {
	const JOINED = { outputMode: 'perDocument' };

	it('has the text of all pages, and what they cost together', async () => {
		const { output, account } = await read(threePages, {}, undefined, JOINED);
		const [digital, scanned, turned] = String(output[0].json.text).split('\n\f');
		expect(digital).toContain('INV-77120');
		expect(scanned).toContain('0048-21973');
		expect(turned).toContain('533190842');
		expect(output).toHaveLength(1);
		const requestIds = (await account.requests()).map(({ requestId }) => requestId).sort();
		expect([...(output[0].json.requestIds as string[])].sort()).toEqual(requestIds);
		const { totalTokens, inputTokens, outputTokens } = output[0].json.usage as IDataObject;
		expect(totalTokens).toBe(Number(inputTokens) + Number(outputTokens));
		expect(output[0].json.source).toMatchObject({ page: 1, pageCount: 3, fileName: 'mail.pdf' });
	});

	it('keeps the page of each line', async () => {
		const parameters = { ...JOINED, operation: 'locateText' };
		const { output } = await read(threePages, { pages: '3, 1' }, undefined, parameters);
		const lines = output[0].json.lines as Array<{ page: number; text: string }>;
		expect(lines[0].page).toBe(3);
		expect(lines.find(({ text }) => text.includes('INV-77120'))?.page).toBe(1);
	});

	it('merges its fields: found once wins, the total is that of the last page', async () => {
		const pages = makePdf([
			{ kind: 'text', lines: ['Invoice Number: INV-1', 'Total: 100.00'] },
			{ kind: 'text', lines: ['Due date: 2026-12-01', 'Total: 250.00'] },
		]);
		const resultSchema = { 'Invoice Number': '', 'Due date': '', Total: '' };
		const { output } = await read(pages, {}, undefined, {
			...JOINED,
			operation: 'extractFields',
			schemaSource: 'json',
			resultSchema: JSON.stringify(resultSchema),
		});
		expect(output[0].json.fields).toEqual({
			'Invoice Number': 'INV-1',
			'Due date': '2026-12-01',
			Total: '250.00',
		});
		expect(output[0].json.review).toEqual({
			needed: true,
			reasons: [
				{
					field: 'Total',
					code: 'page_conflict',
					message: "Page 1 says '100.00', page 2 says '250.00'; the value of page 2 was taken",
				},
			],
		});
	});

	it('names a page that could not be read, which also has its error item', async () => {
		const account = new StandinAccount();
		await account.reply({ status: 400, body: { code: 'DataInspectionFailed', message: 'x' } });
		const run = await runNode(loader, {
			credential: account.credential,
			items: [
				{
					json: {},
					binary: { data: { data: threePages.toString('base64'), mimeType: 'application/pdf' } },
				},
			],
			parameters: {
				resource: 'document',
				operation: 'recognizeText',
				options: { maxConcurrency: 1, pages: '1-2' },
			},
			onError: 'continueErrorOutput',
		});
		const message = 'The service refused the content of the picture or of the answer';
		expect(outputOf(run, 0)[0].json).toMatchObject({
			text: expect.stringContaining('0048-21973'),
			review: {
				needed: true,
				reasons: [{ field: '', code: 'page_failed', message: `Page 1: ${message}` }],
			},
			warnings: [`Page 1: ${message}`],
		});
		expect(outputOf(run, 1)[0].json).toMatchObject({
			error: message,
			details: { source: { page: 1 } },
		});
	});
});
