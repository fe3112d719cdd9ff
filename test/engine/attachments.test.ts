import type { PackageDirectoryLoader } from 'n8n-core';
import type {
	IBinaryKeyData,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';
import sharp from 'sharp';
import { makePdf } from '../pages/pdfFile';
import type { BinaryMode } from './harness';
import { loadPackage, outputOf, runNode, storeFile, useBinaryMode } from './harness';
import { readPicture } from './pictures';
import { StandinAccount } from './standin';

interface MailFile {
	name: string;
	mimeType: string;
	bytes: Buffer;
}

let loader: PackageDirectoryLoader;
let mail: MailFile[];

beforeAll(async () => {
	loader = await loadPackage();
	mail = await makeMail();
});

beforeEach(async () => {
	await useBinaryMode('default');
});

/** A PDF of three pages, two pictures, and what else comes with an e-mail. */
async function makeMail(): Promise<MailFile[]> {
	const scan = await toScan('receipt-en', 0);
	const turned = await toScan('form-en', 270);
	const pixel = { width: 5, height: 5, channels: 3 as const, background: 'white' };
	return [
		{
			name: 'invoice.pdf',
			mimeType: 'application/pdf',
			bytes: makePdf([
				{ kind: 'scan', ...turned, rotate: 90 },
				{ kind: 'scan', ...scan },
				{ kind: 'text', lines: ['Invoice Number: INV-77120', 'Total: 1,280.50 EUR'] },
			]),
		},
		{ name: 'ticket.webp', mimeType: 'image/webp', bytes: readPicture('ticket-zh').bytes },
		{
			name: 'letter.docx',
			mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
			bytes: Buffer.from('PK\x03\x04 … word/document.xml …', 'latin1'),
		},
		{ name: 'smile.gif', mimeType: 'image/gif', bytes: Buffer.from('GIF89a…', 'latin1') },
		{
			name: 'dot.png',
			mimeType: 'image/png',
			bytes: await sharp({ create: pixel }).png().toBuffer(),
		},
		{ name: 'form.webp', mimeType: 'image/webp', bytes: readPicture('form-en').bytes },
	];
}

async function toScan(name: string, turn: number) {
	const { data, info } = await sharp(readPicture(name).bytes)
		.rotate(turn)
		.jpeg({ quality: 90 })
		.toBuffer({ resolveWithObject: true });
	return { jpeg: data, width: info.width, height: info.height };
}

/** The item of an e-mail with these files as attachment_0, attachment_1 … */
async function mailItem(
	mode: BinaryMode | 'combined',
	files: readonly MailFile[],
): Promise<INodeExecutionData> {
	const stored: IBinaryKeyData = {};
	for (const [index, { name, mimeType, bytes }] of files.entries()) {
		stored[`attachment_${index}`] =
			mode === 'default'
				? { data: bytes.toString('base64'), fileName: name, mimeType }
				: await storeFile(bytes, name, mimeType);
	}
	if (mode !== 'combined') return { json: { subject: 'Invoice' }, binary: stored };
	return { json: { subject: 'Invoice', _files: stored } as IDataObject };
}

async function read(
	items: INodeExecutionData[],
	options: INodeParameters = {},
	parameters: INodeParameters = {},
	combined = false,
) {
	const account = new StandinAccount();
	const run = await runNode(loader, {
		credential: account.credential,
		items,
		...(combined && { settings: { binaryMode: 'combined' } }),
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			binaryPropertyName: 'attachment_*',
			options,
			...parameters,
		},
	});
	return { run, output: outputOf(run), account };
}

const SKIPPED = [
	'Skipped: The file letter.docx cannot be read: it is a Word document',
	'Skipped: The file smile.gif cannot be read: it is a GIF picture',
	'Skipped: The file dot.png is only 5 × 5 pixels',
];

describe.each(['default', 'filesystem', 'combined'] as const)('an e-mail in mode %s', (mode) => {
	it('gives an item for each document that can be read, and a warning for each that cannot', async () => {
		await useBinaryMode(mode === 'default' ? 'default' : 'filesystem');
		const items = [
			await mailItem(mode, mail.slice(1, 2)),
			await mailItem(mode, mail),
			await mailItem(mode, mail.slice(2, 4)),
		];
		const { output, account } = await read(items, {}, {}, mode === 'combined');
		const shown = output.map(({ json, pairedItem }) => [
			(json.source as IDataObject).fileName,
			(json.source as IDataObject).page,
			json.warnings,
			pairedItem,
		]);
		expect(shown).toEqual([
			['ticket.webp', 1, undefined, { item: 0 }],
			['invoice.pdf', 1, SKIPPED, { item: 1 }],
			['ticket.webp', 1, undefined, { item: 1 }],
			['form.webp', 1, undefined, { item: 1 }],
			[undefined, undefined, SKIPPED.slice(0, 2), { item: 2 }],
		]);
		const [turned, scanned, digital] = String(output[1].json.text).split('\f');
		expect(turned).toContain('533190842');
		expect(scanned).toContain('0048-21973');
		expect(digital).toContain('INV-77120');
		expect(output[2].json.text).toContain('G7342');
		expect(output[4].json).toMatchObject({ text: '', review: { needed: true } });
		expect(await account.requests()).toHaveLength(6);
	});
});

it('gives one item per page of its PDF when asked to', async () => {
	const item = await mailItem('default', mail.slice(0, 2));
	const { output } = await read([item], {}, { outputMode: 'perPage' });
	expect(output.map(({ json }) => (json.source as IDataObject).page)).toEqual([1, 2, 3, 1]);
});

it('with an unsupported file stops where Unsupported Files says so', async () => {
	const { run, account } = await read([await mailItem('default', mail.slice(1, 3))], {
		onUnsupportedFile: 'stop',
		maxConcurrency: 1,
	});
	expect(run.data.resultData.error).toMatchObject({
		message: 'The file letter.docx cannot be read: it is a Word document',
		context: { itemIndex: 0 },
	});
	expect(await account.requests()).toHaveLength(1);
});

it('stops at an unsupported file that was named, unless it is to be skipped', async () => {
	const item = await mailItem('default', mail.slice(1, 3));
	const parameters = { binaryPropertyName: 'attachment_0, attachment_1' };
	const stopped = await read([item], {}, parameters);
	expect(stopped.run.data.resultData.error?.message).toContain('letter.docx');
	const skipped = await read([item], { onUnsupportedFile: 'skip' }, parameters);
	expect(skipped.output).toHaveLength(1);
	expect(skipped.output[0].json.warnings).toEqual(SKIPPED.slice(0, 1));
});

it('without attachments gives one item that says so, and goes on', async () => {
	const { output, account } = await read([
		{ json: {} },
		await mailItem('default', mail.slice(1, 2)),
	]);
	expect(output[0]).toEqual({
		json: {
			text: '',
			source: {},
			review: { needed: false, reasons: [] },
			warnings: ["Skipped: No binary field of the item fits 'attachment_*'"],
		},
		pairedItem: { item: 0 },
	});
	expect(output[1].pairedItem).toEqual({ item: 1 });
	expect(await account.requests()).toHaveLength(1);
});

it('leaves out pictures below Minimum Picture Size, even one that was named', async () => {
	const logo = {
		name: 'logo.png',
		mimeType: 'image/png',
		bytes: await sharp({ create: { width: 180, height: 48, channels: 3, background: 'red' } })
			.png()
			.toBuffer(),
	};
	const item = await mailItem('default', [logo, mail[1]]);
	const { output } = await read([item], { minimumSize: 64 });
	expect(output).toHaveLength(1);
	expect(output[0].json.warnings).toEqual([
		'Skipped: The file logo.png is 180 × 48 pixels, below Minimum Picture Size (64)',
	]);
	const named = await read([item], { minimumSize: 64 }, { binaryPropertyName: 'attachment_0' });
	expect(named.output[0].json).toMatchObject({ text: '', review: { needed: false } });
});

it('calls an OFD invoice by its name and says what to do', async () => {
	const ofd = {
		name: 'invoice.ofd',
		mimeType: 'application/octet-stream',
		bytes: Buffer.from('PK\x03\x04…OFD.xml…', 'latin1'),
	};
	const { run } = await read(
		[await mailItem('default', [ofd])],
		{},
		{
			binaryPropertyName: 'attachment_0',
		},
	);
	expect(run.data.resultData.error).toMatchObject({
		message: 'The file invoice.ofd cannot be read: it is an OFD document',
		description: expect.stringContaining('Save it as PDF in an OFD reader first'),
	});
});

describe('Keep Source', () => {
	test.each([
		['nothing without the option', undefined, false, false],
		['nothing for None', 'none', false, false],
		['the JSON', 'json', true, false],
		['the files', 'binary', false, true],
		['both', 'both', true, true],
	] as const)('carries on %s', async (_what, keepSource, keepsJson, keepsFiles) => {
		const item = await mailItem('default', mail.slice(1, 2));
		item.json.text = 'of the mail';
		const { output } = await read([item], keepSource ? { keepSource } : {});
		expect(output[0].json.subject).toBe(keepsJson ? 'Invoice' : undefined);
		expect(output[0].json.text).toContain('G7342');
		expect(Object.keys(output[0].binary ?? {})).toEqual(keepsFiles ? ['attachment_0'] : []);
	});

	it('carries on the files of a workflow in combined mode', async () => {
		await useBinaryMode('filesystem');
		const item = await mailItem('combined', mail.slice(1, 2));
		const json = await read([item], { keepSource: 'json' }, {}, true);
		expect(json.output[0].json).toMatchObject({ subject: 'Invoice' });
		expect(json.output[0].json._files).toBeUndefined();
		const both = await read([item], { keepSource: 'both' }, {}, true);
		expect(JSON.stringify(both.output[0])).toContain('filesystem-v2');
	});
});

describe("Keep Source and a person's own _files", () => {
	const own = { _files: { count: 2 } };

	test.each<[string, boolean, IDataObject]>([
		['is carried on', false, own],
		['is carried on, whatever it looks like', false, { _files: { a: { id: 'x', mimeType: 'y' } } }],
		['is carried on beside the files of a workflow in combined mode', true, own],
	])('%s', async (_what, isCombined, json) => {
		const item = await mailItem('default', mail.slice(1, 2));
		if (isCombined) await useBinaryMode('filesystem');
		const files = isCombined ? await mailItem('combined', mail.slice(1, 2)) : item;
		const _files = { ...(files.json._files as IDataObject), ...(json._files as IDataObject) };
		const input = { ...files, json: { ...files.json, _files } };
		const { output } = await read([input], { keepSource: 'json' }, {}, isCombined);
		expect(output[0].json._files).toEqual(json._files);
	});
});

describe('One Request per Item', () => {
	it('sends all pictures of the item together', async () => {
		const item = await mailItem('default', [mail[1], mail[5], mail[2]]);
		const parameters = { operation: 'customPrompt', prompt: 'Read both.', simplify: false };
		const { output, account } = await read([item], { requestMode: 'perItem' }, parameters);
		const requests = await account.requests();
		expect(requests).toHaveLength(1);
		const { content } = (requests[0].body as { input: { messages: [{ content: IDataObject[] }] } })
			.input.messages[0];
		expect(content.map((part) => Object.keys(part)[0])).toEqual(['image', 'image', 'text']);
		expect(output).toHaveLength(1);
		expect(output[0].json.text).toContain('G7342');
		expect(output[0].json.text).toContain('533190842');
		expect(output[0].json.source).toMatchObject({
			field: 'attachment_0, attachment_1',
			fileName: 'ticket.webp, form.webp',
			pageCount: 2,
		});
		expect(output[0].json.warnings).toEqual([SKIPPED[0]]);
	});

	it('names all pictures of a request that fails', async () => {
		const item = await mailItem('default', [mail[1], mail[5]]);
		const { output } = await read(
			[item],
			{ requestMode: 'perItem', maxCost: 0.0000001 },
			{
				operation: 'customPrompt',
				prompt: 'Read both.',
			},
		);
		expect(output[0].json.details).toMatchObject({
			code: 'max_cost',
			source: { fileName: 'ticket.webp, form.webp', pageCount: 2 },
		});
	});

	it('with Estimate Only is one request to estimate, beside what is passed over', async () => {
		const item = await mailItem('default', [mail[1], mail[5], mail[2]]);
		const { output, account } = await read(
			[item],
			{ requestMode: 'perItem', estimateOnly: true },
			{ operation: 'customPrompt', prompt: 'Read both.' },
		);
		expect(await account.requests()).toEqual([]);
		expect(output[0].json).toMatchObject({
			estimate: { outputTokens: 4096 },
			source: { fileName: 'ticket.webp, form.webp' },
			warnings: [SKIPPED[0]],
		});
		expect(output).toHaveLength(1);
	});

	it('is for Custom Prompt alone: a task reads one picture a request', async () => {
		const item = await mailItem('default', [mail[1], mail[5]]);
		const { account } = await read([item], { requestMode: 'perItem' });
		expect(await account.requests()).toHaveLength(2);
	});
});
