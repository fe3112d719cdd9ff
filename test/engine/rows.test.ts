import type { PackageDirectoryLoader } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { fieldsAnswer, textAnswer } from './answers';
import type { NodeRun } from './harness';
import { loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { pictureInMemory } from './pictures';
import { StandinAccount } from './standin';
import type { ScriptedReply } from './standin';

let loader: PackageDirectoryLoader;

beforeAll(async () => {
	loader = await loadPackage();
	await useBinaryMode('default');
});

async function read(
	reply: ScriptedReply,
	parameters: INodeParameters,
	more: Partial<NodeRun> = {},
	json: IDataObject = {},
) {
	const account = new StandinAccount();
	await account.reply(reply);
	const run = await runNode(loader, {
		credential: account.credential,
		items: [{ json, binary: { data: pictureInMemory('ticket-zh') } }],
		parameters: { resource: 'document', ...parameters },
		...more,
	});
	const jsonOf = (output: number) => outputOf(run, output).map((item) => item.json);
	return { output: jsonOf(0), second: jsonOf(1) };
}

function table(...rows: string[][]): ScriptedReply {
	const cells = (row: string[]) => row.map((cell) => `<td>${cell}</td>`).join('');
	return textAnswer(`<table>${rows.map((row) => `<tr>${cells(row)}</tr>`).join('')}</table>`);
}

function cutOff(reply: ScriptedReply): ScriptedReply {
	return JSON.parse(JSON.stringify(reply).replace('"stop"', '"length"')) as ScriptedReply;
}

function documentsOf(rows: readonly IDataObject[]): IDataObject[] {
	return rows.map(({ _document }) => _document as IDataObject);
}

const ERROR_TABLE = table(['error', 'message'], ['E17', 'Paper jam'], ['', 'Cover open']);
const ERROR_FIELDS = fieldsAnswer({ error: 'E17', details: 'Paper jam' });
const ERROR_SCHEMA = { schemaSource: 'json', resultSchema: '{"error": "", "details": ""}' };

describe('items whose columns are called as those of an error item', () => {
	test.each<[string, ScriptedReply, INodeParameters, IDataObject]>([
		[
			'rows of a table',
			ERROR_TABLE,
			{ operation: 'extractTables', outputMode: 'perRow', options: { headerRow: 'first' } },
			{ error: 'E17', message: 'Paper jam' },
		],
		[
			'fields with Flat Output',
			ERROR_FIELDS,
			{ operation: 'extractFields', ...ERROR_SCHEMA, options: { flatOutput: 'json' } },
			{ error: 'E17', details: 'Paper jam' },
		],
		[
			'elements of a list',
			fieldsAnswer({ log: [{ error: 'E17' }] }),
			{ operation: 'extractFields', outputMode: 'perListElement', listField: 'log' },
			{ error: 'E17' },
		],
	])('leave by the first output: %s', async (_what, reply, parameters, columns) => {
		const { output, second } = await read(reply, parameters, { onError: 'continueErrorOutput' });
		expect(second).toEqual([]);
		expect(output[0]).toEqual({
			...columns,
			_document: { source: { fileName: 'ticket-zh.webp', page: 1 } },
		});
	});

	it('are told by their keys, so that all rows of a table are alike', async () => {
		const parameters = { operation: 'extractTables', outputMode: 'perRow' };
		const { output } = await read(ERROR_TABLE, { ...parameters, options: { headerRow: 'first' } });
		expect(output.map(Object.keys)).toEqual(
			Array.from({ length: 2 }, () => ['error', 'message', '_document']),
		);
	});

	it('get nothing more where Keep Source brings another key', async () => {
		const options = { flatOutput: 'json', keepSource: 'json' };
		const parameters = { operation: 'extractFields', ...ERROR_SCHEMA, options };
		const { output } = await read(ERROR_FIELDS, parameters, {}, { subject: 'Log' });
		expect(output).toEqual([{ subject: 'Log', error: 'E17', details: 'Paper jam' }]);
	});

	it('that are errors leave by the error output', async () => {
		const refused = { status: 400, body: { code: 'DataInspectionFailed', message: 'No.' } };
		const parameters = { operation: 'extractTables', outputMode: 'perRow' };
		const { output, second } = await read(refused, parameters, { onError: 'continueErrorOutput' });
		expect(output).toEqual([]);
		expect(second).toMatchObject([{ details: { code: 'content_refused' } }]);
	});
});

describe('rows without Simplify', () => {
	const whole = { simplify: false, options: { includeRawResponse: true } };

	it('of a table do not hold the tables again; the first has the answer', async () => {
		const { output } = await read(table(['Item', 'Price'], ['Tea', '4.50'], ['Cup', '2.00']), {
			operation: 'extractTables',
			outputMode: 'perRow',
			...whole,
		});
		const [first, second] = documentsOf(output);
		expect(first.text).toContain('<table>');
		expect(first.rawResponse).toBeDefined();
		expect(first.tables).toBeUndefined();
		expect(Object.keys(first).filter((name) => !Object.hasOwn(second, name))).toEqual([
			'text',
			'rawResponse',
		]);
		expect(second).toMatchObject({ source: { page: 1 }, requestId: 'r-1', warnings: [] });
	});

	it('grow with their number, not with its square', async () => {
		const sizeOf = async (count: number) => {
			const rows = Array.from({ length: count }, (_, index) => [`Item ${index}`, '4.50']);
			const { output } = await read(table(['Item', 'Price'], ...rows), {
				operation: 'extractTables',
				outputMode: 'perRow',
				...whole,
			});
			return JSON.stringify(output).length;
		};
		expect((await sizeOf(400)) / (await sizeOf(100))).toBeLessThan(4.5);
	});

	it('of lines do not hold the lines again', async () => {
		const { output } = await read(
			{
				body: {
					output: {
						choices: [
							{
								finish_reason: 'stop',
								message: {
									content: [
										{
											text: '',
											ocr_result: {
												words_info: ['one', 'two'].map((text) => ({
													text,
													location: [1, 1, 90, 1, 90, 9, 1, 9],
													rotate_rect: [45, 5, 90, 8, 0],
												})),
											},
										},
									],
								},
							},
						],
					},
				},
			},
			{ operation: 'locateText', outputMode: 'perLine', ...whole },
		);
		expect(output.map(({ text }) => text)).toEqual(['one', 'two']);
		expect(documentsOf(output).map(({ lines }) => lines)).toEqual([undefined, undefined]);
		expect(documentsOf(output).map(({ text }) => text)).toEqual(['one\ntwo', undefined]);
	});

	it('of a list have what was printed for them alone', async () => {
		const { output } = await read(
			fieldsAnswer({
				amount: '10,00 €',
				lineItems: [
					{ item: 'Tea', amount: '4,50' },
					{ item: 'Cup', amount: '5,50 €' },
				],
			}),
			{
				operation: 'extractFields',
				schemaSource: 'json',
				resultSchema: '{"amount": "{amount}", "lineItems": [{"item": "", "amount": "{amount}"}]}',
				outputMode: 'perListElement',
				listField: 'lineItems',
				...whole,
			},
		);
		const document = { 'document.amount': 10, 'document.amountCurrency': 'EUR' };
		expect(output).toMatchObject([
			{ ...document, item: 'Tea', amount: 4.5 },
			{ ...document, item: 'Cup', amount: 5.5, amountCurrency: 'EUR' },
		]);
		expect(output[0].amountCurrency).toBeUndefined();
		const printed = { 'document.amount': '10,00 €' };
		expect(documentsOf(output).map((row) => row.printed)).toEqual([
			{ ...printed, item: 'Tea', amount: '4,50' },
			{ ...printed, item: 'Cup', amount: '5,50 €' },
		]);
		expect(documentsOf(output)[1].fields).toEqual({
			...document,
			item: 'Cup',
			amount: 5.5,
			amountCurrency: 'EUR',
		});
	});
});

it('the text of a doubtful answer stands with the first of its rows', async () => {
	const reply = cutOff(table(['Item', 'Price'], ['Tea', '4.50'], ['Cup', '2.00']));
	const { output } = await read(reply, { operation: 'extractTables', outputMode: 'perRow' });
	expect(documentsOf(output)).toMatchObject([
		{ review: { needed: true }, text: expect.stringContaining('<table>') as string },
		{ review: { needed: true } },
	]);
	expect(documentsOf(output)[1].text).toBeUndefined();
});

it('the raw response that was asked for stands with the first of the rows, even simplified', async () => {
	const { output } = await read(table(['Item', 'Price'], ['Tea', '4.50'], ['Cup', '2.00']), {
		operation: 'extractTables',
		outputMode: 'perRow',
		options: { includeRawResponse: true },
	});
	expect(output).toMatchObject([
		{ Item: 'Tea', _document: { rawResponse: { output: { choices: [{}] } } } },
		{ Item: 'Cup' },
	]);
	expect(documentsOf(output)[1]).toBeUndefined();
});

test.each(['perListElement', 'perRow', 'perLine', 'perTable'])(
	'the output %s, left over from another operation, loses no text',
	async (outputMode) => {
		const { output } = await read(textAnswer('Tea 4.50'), {
			operation: 'recognizeText',
			outputMode,
		});
		expect(output).toMatchObject([{ text: 'Tea 4.50' }]);
	},
);

describe('columns with Flat Output', () => {
	const parameters = {
		operation: 'extractFields',
		schemaSource: 'json',
		resultSchema:
			'{"amount": "{amount}", "lineItems": [{"item": "", "amount": "{amount}"}], "emails": [""]}',
	};
	const documents: object[] = [
		{ amount: '10,00 €', lineItems: [{ item: 'Tea', amount: '4,50 €' }], emails: ['a@b.de'] },
		{ amount: '10,00', lineItems: [{ item: 'Tea', amount: '4,50' }], emails: [] },
		{ amount: null, lineItems: [], emails: [] },
		{ lineItems: null },
	];
	const COLUMNS: Array<[string, INodeParameters, string[]]> = [
		[
			'One Item per Document',
			{ options: { flatOutput: 'indexed' } },
			[
				'amount',
				'amountCurrency',
				'lineItems[0].item',
				'lineItems[0].amount',
				'lineItems[0].amountCurrency',
				'emails[0]',
			],
		],
		[
			'One Item per List Element',
			{
				outputMode: 'perListElement',
				listField: 'lineItems',
				options: { flatOutput: 'indexed' },
			},
			[
				'document.amount',
				'document.amountCurrency',
				'emails[0]',
				'item',
				'amount',
				'amountCurrency',
			],
		],
	];

	test.each(COLUMNS)('are the same for each document: %s', async (_output, more, columns) => {
		for (const values of documents) {
			const { output } = await read(fieldsAnswer(values), { ...parameters, ...more });
			expect(output.map(Object.keys)).toEqual([columns]);
		}
	});
});

describe('List Field with all fields', () => {
	const parameters = {
		operation: 'extractFields',
		outputMode: 'perListElement',
		listField: 'lineItems',
	};

	it('that names none of them is told with those that there are', async () => {
		const { output } = await read(fieldsAnswer({ Number: '7', Items: [{ a: 'x' }] }), parameters);
		expect(output).toMatchObject([{ Number: '7', Items: [{ a: 'x' }] }]);
		expect(documentsOf(output)[0].warnings).toEqual([
			"List Field names 'lineItems', which is not among the fields that were found: 'Number', 'Items'.",
		]);
	});

	test.each<[string, object]>([
		['an empty list', { Number: '7', lineItems: [] }],
		['a missing value', { Number: '7', lineItems: null }],
		['a list', { Number: '7', lineItems: [{ a: 'x' }] }],
		['an answer without fields', {}],
	])('that names %s gets no such warning', async (_what, values) => {
		const { output } = await read(fieldsAnswer(values), parameters);
		expect(JSON.stringify(output)).not.toContain('List Field');
	});
});
