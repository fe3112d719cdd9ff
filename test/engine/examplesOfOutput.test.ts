/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the built files */
import { join } from 'node:path';
import { loadOutputSchema } from 'n8n-core';
import type { PackageDirectoryLoader } from 'n8n-core';
import type { IBinaryData, IDataObject, INodeParameters } from 'n8n-workflow';
import sharp from 'sharp';
import { makePdf } from '../pages/pdfFile';
import { textAnswer } from './answers';
import { ROOT, loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { pictureInMemory, readPicture } from './pictures';
import { StandinAccount } from './standin';
import type { ScriptedReply } from './standin';
import { schemaOf, schemaProblems } from './workflowOutputSchema';
import type { OutputSchema } from './workflowOutputSchema';
import { drawSample } from './workflowSamples';

/** One run of the node, with Simplify and Output as they are at first. */
interface Reading {
	file: IBinaryData;
	parameters?: INodeParameters;
	/** An answer in place of the OCR's. */
	reply?: ScriptedReply;
}

/** An answer this short is cut off, which gives a reason for review and a warning. */
const CUT_OFF: INodeParameters = { options: { maxTokens: 5 } };

/** Pages of a PDF as small pictures, which are read quickly. */
const COARSE: INodeParameters = { options: { pdfResolution: 90 } };

const INVOICE: INodeParameters = { schemaSource: 'template', template: 'invoice' };
const QWEN_35: INodeParameters = { model: { __rl: true, mode: 'id', value: 'qwen3.5-ocr' } };

/** A table under a title and a row of labels, as the service writes them. */
const TABLE_WITH_HEAD = `<table>
<tr><td colspan="3">Delivery note</td></tr>
<tr><td>Date:</td><td colspan="2">2025-03-14</td></tr>
<tr><td>Article</td><td>Quantity</td><td>Unit</td></tr>
<tr><td>Desk lamp</td><td>33</td><td>pcs</td></tr>
<tr><td>Cable</td><td>12</td><td>m</td></tr>
</table>`;

let own: PackageDirectoryLoader;
let twoPages: IBinaryData;
let invoice: IBinaryData;

beforeAll(async () => {
	own = await loadPackage();
	await useBinaryMode('default');
	twoPages = await pdfOf('table-plain', 'table-en');
	const data = (await drawSample('invoice-tallow-reed.webp')).toString('base64');
	invoice = { data, fileName: 'invoice.webp', mimeType: 'image/webp' };
});

async function pdfOf(...names: string[]): Promise<IBinaryData> {
	const pages = names.map(async (name) => {
		const { data, info } = await sharp(readPicture(name).bytes)
			.jpeg({ quality: 90 })
			.toBuffer({ resolveWithObject: true });
		return { kind: 'scan', jpeg: data, width: info.width, height: info.height } as const;
	});
	const bytes = makePdf(await Promise.all(pages));
	return { data: bytes.toString('base64'), fileName: 'pages.pdf', mimeType: 'application/pdf' };
}

async function read(operation: string, readings: readonly Reading[]): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (const { file, parameters, reply } of readings) {
		const account = new StandinAccount();
		if (reply) await account.reply(reply);
		const run = await runNode(own, {
			credential: account.credential,
			items: [{ json: {}, binary: { data: file } }],
			parameters: { resource: 'document', operation, ...parameters },
		});
		expect(run.data.resultData.error?.message).toBeUndefined();
		items.push(...outputOf(run).map(({ json }) => json));
	}
	return items;
}

/** The schema of an operation as n8n finds it in the build. */
function builtSchema(operation: string): OutputSchema {
	const nodeDir = join(ROOT, 'dist/nodes/QwenOcr');
	const { version, ...schema } =
		loadOutputSchema({ nodeDir, version: '1.0.0', resource: 'document', operation }) ?? {};
	expect(version).toBe(1);
	return schema as object as OutputSchema;
}

/** The readings that show all parts which items of an operation may have. */
const READINGS: ReadonlyArray<readonly [operation: string, readings: () => Reading[]]> = [
	['customPrompt', () => eachWay('form-en', { prompt: 'Read it.' })],
	[
		'extractFields',
		() => [
			{ file: invoice, parameters: INVOICE },
			{ file: invoice, parameters: { ...INVOICE, ...CUT_OFF } },
		],
	],
	[
		'extractTables',
		() => [
			{ file: twoPages, parameters: COARSE },
			{ file: pictureInMemory('table-plain'), parameters: CUT_OFF },
			{ file: pictureInMemory('table-plain'), reply: textAnswer(TABLE_WITH_HEAD) },
		],
	],
	['locateText', () => [{ file: twoPages, parameters: COARSE }, ...eachWay('form-en')]],
	['parseDocument', () => [...eachWay('table-plain'), ...eachWay('table-plain', QWEN_35)]],
	['recognizeFormula', () => eachWay('formula')],
	['recognizeMultilingualText', () => eachWay('multilang')],
	['recognizeText', () => eachWay('form-en')],
];

/** A whole answer, and one that was cut off. */
function eachWay(picture: string, parameters: INodeParameters = {}): Reading[] {
	const file = pictureInMemory(picture);
	return [
		{ file, parameters },
		{ file, parameters: { ...parameters, ...CUT_OFF } },
	];
}

test.each(READINGS)('the schema of %s is that of its real items', async (operation, readings) => {
	expect(schemaOf(await read(operation, readings()))).toEqual(builtSchema(operation));
});

test.each([
	['extractFields', ['form-en', 'receipt-zh-photo', 'ticket-zh']],
	['extractTables', ['logo', 'table-zh']],
	['locateText', ['receipt-zh-photo', 'ticket-zh']],
	['parseDocument', ['form-en', 'logo']],
	['recognizeText', ['logo', 'ticket-zh']],
])('items of %s from other pages fit its schema', async (operation, names) => {
	const logo = async (): Promise<IBinaryData> => ({
		data: (await drawSample('logo.webp')).toString('base64'),
		fileName: 'logo.webp',
		mimeType: 'image/webp',
	});
	const files = names.map(async (name) => (name === 'logo' ? await logo() : pictureInMemory(name)));
	const readings = (await Promise.all(files)).map((file) => ({ file }));
	const items = await read(operation, readings);
	expect(items).toHaveLength(names.length);
	const schema = builtSchema(operation);
	// The document names its fields itself.
	const isFree = (path: string) => path === 'fields' || path === 'printed';
	expect(items.flatMap((item) => schemaProblems(item, schema, isFree))).toEqual([]);
});

test('a schema that does not fit is noticed', () => {
	const schema = schemaOf([{ text: 'a', lines: [{ angle: 1 }] }]);
	const item = { text: 1, lines: [{ angle: 'steep' }], more: true };
	expect(schemaProblems(item, schema, () => false)).toEqual([
		'text is of type number, not string',
		'lines[].angle is of type string, not number',
		'more is not in the schema',
	]);
});
