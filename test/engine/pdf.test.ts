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
		parameters: { resource: 'document', operation: 'recognizeText', simplify: false },
		onError: 'continueRegularOutput',
	});
	const [first, ...others] = outputOf(run);
	expect(first.json.details).toMatchObject({
		code: 'content_refused',
		source: { page: 1, pageCount: 3 },
	});
	expect(pagesOf(others)).toEqual([2, 3]);
});
