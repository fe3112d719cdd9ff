import type { PackageDirectoryLoader } from 'n8n-core';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { fieldsAnswer } from './answers';
import { loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { pictureInMemory } from './pictures';
import { StandinAccount } from './standin';

let loader: PackageDirectoryLoader;

beforeAll(async () => {
	loader = await loadPackage();
	await useBinaryMode('default');
});

const INVOICE = {
	invoiceNumber: 'INV-7',
	invoiceDate: '14. November 2026',
	seller: { name: 'Nordlicht GmbH', taxId: 'DE123456789' },
	lineItems: [
		{ description: 'Paper', quantity: '2', amount: '1.200,00 €' },
		{ description: 'Ink', quantity: '1', amount: '34,50 €' },
	],
	subtotal: '1.234,50 €',
	tax: '234,56 €',
	total: '1.469,06 €',
};

const FIELD_LIST = {
	field: [
		{ name: 'invoiceNumber', type: 'text', required: true },
		{ name: 'invoiceDate', type: 'date' },
		{ name: 'seller.name', type: 'text' },
		{ name: 'seller.taxId', type: 'text', format: 'euVatNumber' },
		{ name: 'lineItems[].description', type: 'text' },
		{ name: 'lineItems[].quantity', type: 'number' },
		{ name: 'lineItems[].amount', type: 'amount' },
		{ name: 'subtotal', type: 'amount' },
		{ name: 'tax', type: 'amount' },
		{ name: 'total', type: 'amount', required: true, description: 'Gesamtbetrag' },
	],
};

async function extract(values: object, parameters: INodeParameters = {}, tokens?: object[]) {
	const account = new StandinAccount();
	await account.reply(fieldsAnswer(values, tokens));
	const run = await runNode(loader, {
		credential: account.credential,
		items: [{ json: {}, binary: { data: pictureInMemory('ticket-zh') } }],
		parameters: {
			resource: 'document',
			operation: 'extractFields',
			schemaSource: 'fields',
			fields: FIELD_LIST,
			...parameters,
		},
	});
	return { run, output: outputOf(run), review: outputOf(run, 1), account };
}

function reasonsOf(json: IDataObject): Array<[string, string]> {
	const { reasons } = json.review as { reasons: Array<{ field: string; code: string }> };
	return reasons.map(({ field, code }) => [field, code]);
}

it('a field list becomes the schema that is sent', async () => {
	const { account } = await extract(INVOICE);
	const [{ body }] = await account.requests();
	expect(body).toMatchObject({
		parameters: {
			ocr_options: {
				task: 'key_information_extraction',
				task_config: {
					result_schema: {
						invoiceNumber: '',
						invoiceDate: 'date as printed',
						seller: { name: '', taxId: '' },
						lineItems: [{ description: '', quantity: 'number as printed' }],
						total: 'Gesamtbetrag (amount as printed, with currency)',
					},
				},
			},
		},
	});
});

it('values come typed, with currencies beside amounts and all as printed', async () => {
	const { output } = await extract(INVOICE);
	expect(output[0].json.fields).toEqual({
		invoiceNumber: 'INV-7',
		invoiceDate: '2026-11-14',
		seller: { name: 'Nordlicht GmbH', taxId: 'DE123456789' },
		lineItems: [
			{ description: 'Paper', quantity: 2, amount: 1200, amountCurrency: 'EUR' },
			{ description: 'Ink', quantity: 1, amount: 34.5, amountCurrency: 'EUR' },
		],
		subtotal: 1234.5,
		subtotalCurrency: 'EUR',
		tax: 234.56,
		taxCurrency: 'EUR',
		total: 1469.06,
		totalCurrency: 'EUR',
	});
	expect(output[0].json.printed).toEqual(INVOICE);
	expect(output[0].json.review).toEqual({ needed: false, reasons: [] });
});

test.each<[string, object, Array<[string, string]>]>([
	['a required field is missing', { total: null, tax: null }, [['total', 'missing']]],
	[
		'a character could not be read',
		{ invoiceNumber: 'INV-?7' },
		[['invoiceNumber', 'unreadable_character']],
	],
	[
		'a value is masked',
		{ seller: { name: 'A', taxId: 'DE12****789' } },
		[['seller.taxId', 'masked']],
	],
	['a format does not fit', { seller: { name: 'A', taxId: 'DE12' } }, [['seller.taxId', 'format']]],
	[
		'a date may be read in two ways',
		{ invoiceDate: '11/12/2026' },
		[['invoiceDate', 'ambiguous_date']],
	],
	['a value is not of its type', { invoiceDate: 'soon' }, [['invoiceDate', 'unreadable_value']]],
	['amounts do not add up', { total: '1.469,07 €' }, [['total', 'sum']]],
])('goes to review when %s', async (_what, change, reasons) => {
	const { output } = await extract({ ...INVOICE, ...change });
	expect(reasonsOf(output[0].json)).toEqual(reasons);
});

it('what cannot be read stays as printed', async () => {
	const { output } = await extract({ ...INVOICE, invoiceDate: '11/12/2026' });
	expect(output[0].json.fields).toMatchObject({ invoiceDate: '11/12/2026' });
	const told = await extract(
		{ ...INVOICE, invoiceDate: '11/12/2026' },
		{ options: { dayFirst: 'day' } },
	);
	expect(told.output[0].json.fields).toMatchObject({ invoiceDate: '2026-12-11' });
});

it('amounts may be apart by Sum Tolerance', async () => {
	const { output } = await extract(
		{ ...INVOICE, total: '1.469,07 €' },
		{ options: { sumTolerance: 0.02 } },
	);
	expect(reasonsOf(output[0].json)).toEqual([]);
});

it('doubtful items leave by the second output, the error output stays last', async () => {
	const account = new StandinAccount();
	await account.reply(fieldsAnswer(INVOICE), fieldsAnswer({ ...INVOICE, total: null }), {
		status: 400,
		body: { code: 'DataInspectionFailed', message: 'x' },
	});
	const picture = pictureInMemory('ticket-zh');
	const run = await runNode(loader, {
		credential: account.credential,
		items: [1, 2, 3].map((id) => ({ json: { id }, binary: { data: picture } })),
		onError: 'continueErrorOutput',
		parameters: {
			resource: 'document',
			operation: 'extractFields',
			schemaSource: 'fields',
			fields: FIELD_LIST,
			needsReview: true,
			options: { maxConcurrency: 1 },
		},
	});
	expect(
		[0, 1, 2].map((output) => outputOf(run, output).map(({ pairedItem }) => pairedItem)),
	).toEqual([[{ item: 0 }], [{ item: 1 }], [expect.anything()]]);
	expect(outputOf(run, 2)[0].json.error).toContain('refused the content');
});

describe('One Item per List Element', () => {
	const ROWS = { outputMode: 'perListElement', listField: 'lineItems' };

	it('gives the columns of each element and of the document', async () => {
		const { output } = await extract(INVOICE, { ...ROWS, options: { flatOutput: 'json' } });
		expect(output.map(({ json }) => json)).toEqual(
			[
				{ description: 'Paper', quantity: 2, amount: 1200, amountCurrency: 'EUR' },
				{ description: 'Ink', quantity: 1, amount: 34.5, amountCurrency: 'EUR' },
			].map((element) => ({
				invoiceNumber: 'INV-7',
				invoiceDate: '2026-11-14',
				'seller.name': 'Nordlicht GmbH',
				'seller.taxId': 'DE123456789',
				subtotal: 1234.5,
				subtotalCurrency: 'EUR',
				tax: 234.56,
				taxCurrency: 'EUR',
				total: 1469.06,
				totalCurrency: 'EUR',
				...element,
			})),
		);
	});

	test.each(['Items (No. 1)', 'Items (No\\. 1)'])('finds a list named %s', async (listField) => {
		const elements = [{ amount: '1.50 EUR' }, { amount: 'none' }];
		const { output } = await extract(
			{ 'Items (No. 1)': elements },
			{
				...ROWS,
				listField,
				schemaSource: 'json',
				resultSchema: '{"Items (No. 1)": [{"amount": "{amount}"}]}',
			},
		);
		expect(output.map(({ json }) => json)).toMatchObject([{ amount: 1.5 }, { amount: 'none' }]);
		expect(output[0].json).not.toHaveProperty('_document');
		expect(output[1].json).toHaveProperty('_document');
	});

	it('sends only the doubtful elements to review', async () => {
		const lineItems = [INVOICE.lineItems[0], { ...INVOICE.lineItems[1], quantity: 'l' }];
		const { output, review } = await extract(
			{ ...INVOICE, lineItems },
			{ ...ROWS, needsReview: true },
		);
		expect(output.map(({ json }) => json.description)).toEqual(['Paper']);
		expect(review.map(({ json }) => json.description)).toEqual(['Ink']);
	});

	it('keeps all else under _document without Simplify', async () => {
		const { output } = await extract(INVOICE, { ...ROWS, simplify: false });
		expect(output[1].json._document).toMatchObject({
			fields: { invoiceNumber: 'INV-7' },
			source: { page: 1 },
			requestId: 'r-1',
		});
	});

	it('of a document without elements is one row of the document', async () => {
		const { output } = await extract(
			{ ...INVOICE, lineItems: [], subtotal: null, tax: null },
			ROWS,
		);
		expect(output).toHaveLength(1);
		expect(output[0].json).toMatchObject({ invoiceNumber: 'INV-7', total: 1469.06 });
	});
});

it('Flat Output makes columns in the order of the fields, the same for each document', async () => {
	const flat = { options: { flatOutput: 'indexed' } };
	const full = await extract(INVOICE, flat);
	const columns = Object.keys(full.output[0].json);
	expect(columns.slice(0, 6)).toEqual([
		'invoiceNumber',
		'invoiceDate',
		'seller.name',
		'seller.taxId',
		'lineItems[0].description',
		'lineItems[0].quantity',
	]);
	const without = await extract({ ...INVOICE, tax: null, seller: null, total: '7,50' }, flat);
	expect(Object.keys(without.output[0].json)).toEqual(columns);
});

it('a hint in a schema may end in a type, which is not sent', async () => {
	const { output, account } = await extract(
		{ date: '2026-11-14', total: '€ 12,50' },
		{
			schemaSource: 'json',
			resultSchema: '{"date": "Issued {date}", "total": "Total incl. tax {amount, required}"}',
		},
	);
	expect(output[0].json.fields).toEqual({ date: '2026-11-14', total: 12.5, totalCurrency: 'EUR' });
	const [{ body }] = await account.requests();
	expect(JSON.stringify(body)).toContain('"total":"Total incl. tax"');
});

it('a template brings its fields, types and checks', async () => {
	const { output } = await extract(
		{ cardNumber: '4111 1111 1111 1112' },
		{ schemaSource: 'template', template: 'bankCard' },
	);
	expect(reasonsOf(output[0].json)).toContainEqual(['cardNumber', 'check_digit']);
});

it('token probabilities give each field its confidence, and a threshold sends it to review', async () => {
	const values = { a: 'x1', b: 'y2' };
	const text = `\`\`\`json\n${JSON.stringify(values, null, 4)}\n\`\`\``;
	const tokens = [...text].map((token) => ({
		token,
		logprob: token === '2' ? Math.log(0.25) : Math.log(0.99),
		bytes: [],
		top_logprobs: [],
	}));
	const { output } = await extract(
		values,
		{
			schemaSource: 'json',
			resultSchema: '{"a": "", "b": ""}',
			options: { logprobs: true, confidenceThreshold: 0.5 },
		},
		tokens,
	);
	expect(output[0].json.confidence).toEqual({
		a: expect.closeTo(0.99, 3),
		b: expect.closeTo(0.25, 3),
	});
	expect(reasonsOf(output[0].json)).toEqual([['b', 'low_confidence']]);
});

test.each<[string, INodeParameters, string]>([
	['an empty list', { fields: {} }, 'The field list has no fields'],
	[
		'an unknown template',
		{ schemaSource: 'template', template: '={{ "x" }}' },
		"There is no template 'x'",
	],
	[
		'a pattern that could run for ever',
		{ fields: { field: [{ name: 'a', format: 'pattern', pattern: '(a+)+$' }] } },
		'The regular expression (a+)+$ cannot be used: it repeats what may itself be of any length, as in (a+)+, and could run for ever',
	],
	[
		'a list that is no list',
		{ outputMode: 'perListElement', listField: 'seller' },
		"List Field names 'seller', which is not a list of the fields",
	],
])('is refused before anything is sent: %s', async (_what, parameters, message) => {
	const { run, account } = await extract(INVOICE, parameters);
	expect(run.data.resultData.error?.message).toBe(message);
	expect(await account.requests()).toEqual([]);
});
