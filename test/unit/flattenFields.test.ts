import type { Field } from '../../nodes/QwenOcr/fieldLists/field';
import { fieldShape } from '../../nodes/QwenOcr/results/fields/fieldShape';
import { flattenFields } from '../../nodes/QwenOcr/results/fields/flattenFields';
import type { FieldTree } from '../../nodes/QwenOcr/results/fields/fieldTree';
import { computingTime } from './computingTime';

const FIELDS = [
	field('number'),
	field('seller.name'),
	field('lineItems[].description'),
	field('lineItems[].amount', 'amount'),
	field('emails[]'),
	field('Amt\\.', 'amount'),
	field('total', 'amount'),
];

function field(path: string, type: Field['type'] = 'text'): Field {
	return { path, type, description: '', required: false };
}

function columnsOf(tree: FieldTree, lists: 'json' | 'indexed' = 'indexed', fields = FIELDS) {
	return flattenFields(tree, fieldShape(fields), lists);
}

const NOTHING = {
	number: null,
	seller: { name: null },
	lineItems: [],
	emails: [],
	'Amt.': null,
	total: null,
};

const COLUMNS = [
	'number',
	'seller.name',
	'lineItems[0].description',
	'lineItems[0].amount',
	'lineItems[0].amountCurrency',
	'emails[0]',
	'Amt.',
	'Amt.Currency',
	'total',
	'totalCurrency',
];

it('the shape of a field list is its tree, each value its type', () => {
	expect(fieldShape(FIELDS)).toEqual({
		number: 'text',
		seller: { name: 'text' },
		lineItems: [{ description: 'text', amount: 'amount' }],
		emails: ['text'],
		'Amt.': 'amount',
		total: 'amount',
	});
});

describe('numbered columns', () => {
	test.each<[string, FieldTree]>([
		['nothing was found', NOTHING],
		['the lists and groups are missing', { number: '1' }],
		['the lists and groups are null', { seller: null, lineItems: null, emails: null }],
		[
			'amounts have a currency',
			{
				...NOTHING,
				lineItems: [{ description: 'Tea', amount: 4.5, amountCurrency: 'EUR' }],
				'Amt.': 1,
				'Amt.Currency': 'EUR',
			},
		],
		['amounts have no currency', { ...NOTHING, lineItems: [{ description: 'Tea', amount: 4.5 }] }],
		['an element lacks a value', { ...NOTHING, lineItems: [{ description: 'Tea' }] }],
		['an element is null', { ...NOTHING, lineItems: [null], emails: [null] }],
	])('are those of the field list, in its order, where %s', (_what, tree) => {
		expect(Object.keys(columnsOf(tree))).toEqual(COLUMNS);
	});

	it('follow each other for each element, with a currency column each', () => {
		const lineItems = [{ description: 'Tea' }, { description: 'Cup', amount: 2 }];
		const columns = columnsOf({ lineItems, emails: ['a', 'b'] });
		expect(Object.keys(columns).slice(2, 10)).toEqual([
			'lineItems[0].description',
			'lineItems[0].amount',
			'lineItems[0].amountCurrency',
			'lineItems[1].description',
			'lineItems[1].amount',
			'lineItems[1].amountCurrency',
			'emails[0]',
			'emails[1]',
		]);
		expect(columns).toMatchObject({ 'lineItems[1].amount': 2, 'emails[1]': 'b' });
	});

	it('keep a value that is not of its shape beside the columns of the shape', () => {
		const columns = columnsOf({ seller: 'Tea Ltd', lineItems: 'none', total: ['1', '2'] });
		expect(columns).toMatchObject({ seller: 'Tea Ltd', lineItems: 'none', 'total[1]': '2' });
		expect(Object.keys(columns)).toEqual(expect.arrayContaining(COLUMNS));
	});
});

it('columns of lists as JSON are the same for each document', () => {
	const columns = ['number', 'seller.name', 'lineItems', 'emails', ...COLUMNS.slice(6)];
	const full = columnsOf({ ...NOTHING, lineItems: [{ description: 'Tea' }] }, 'json');
	expect(Object.keys(full)).toEqual(columns);
	expect(full.lineItems).toBe('[{"description":"Tea"}]');
	expect(Object.keys(columnsOf(NOTHING, 'json'))).toEqual(columns);
	expect(columnsOf({}, 'json')).toMatchObject({ lineItems: '[]', total: null });
});

it('without a field list the columns are what was found', () => {
	const found = { b: [{ amount: '1' }], a: null, c: [], d: {} };
	expect(columnsOf(found, 'indexed', [])).toEqual({ 'b[0].amount': '1', a: null });
});

it('a field of its own may be called as the currency of another', () => {
	const fields = [field('total', 'amount'), field('number'), field('totalCurrency')];
	const columns = columnsOf({ total: 1, number: '7', totalCurrency: 'euro' }, 'json', fields);
	expect(columns).toEqual({ total: 1, number: '7', totalCurrency: 'euro' });
	expect(Object.keys(columns)).toEqual(['total', 'number', 'totalCurrency']);
});

describe('columns of one name', () => {
	test.each<[string, FieldTree, FieldTree]>([
		['keep both values', { 'a.b': '1', a: { b: '2' } }, { 'a.b': '1', 'a.b_2': '2' }],
		['need no number where one is empty', { 'a.b': null, a: { b: '2' } }, { 'a.b': '2' }],
		['need no number where the second is empty', { 'a.b': '1', a: { b: null } }, { 'a.b': '1' }],
		[
			'take no name that is there',
			{ 'a.b': '1', a: { b: '2', b_2: '3' }, 'a.b_2': '4' },
			{ 'a.b': '1', 'a.b_2': '3', 'a.b_3': '2', 'a.b_2_2': '4' },
		],
		[
			'are told apart in lists',
			{ 'a[0]': '1', a: ['2', '3'] },
			{ 'a[0]': '1', 'a[0]_2': '2', 'a[1]': '3' },
		],
	])('%s', (_what, found, columns) => {
		expect(columnsOf(found, 'indexed', [])).toEqual(columns);
	});

	it('find a free name behind very many', () => {
		const taken = Array.from({ length: 100_000 }, (_element, index) => [`b_${index}`, '3']);
		const found = { 'a.b': '1', a: { ...(Object.fromEntries(taken) as FieldTree), b: '2' } };
		expect(columnsOf(found, 'json', [])).toMatchObject({ 'a.b': '1', 'a.b_100000': '2' });
	});

	it('are numbered fast where a hostile answer has very many', () => {
		const parts = 'a'.repeat(13).split('');
		expect(Object.keys(columnsOf(everySplit(parts), 'json', []))).toHaveLength(2 ** 12);
		expect(computingTime(() => columnsOf(everySplit(parts), 'json', []))).toBeLessThan(1000);
	});
});

/** Every way of writing `a.a.a…` as names within names. */
function everySplit(parts: string[]): FieldTree {
	const lengths = parts.map((_part, index) => index + 1);
	return Object.fromEntries(
		lengths.map((length) => [
			parts.slice(0, length).join('.'),
			length === parts.length ? 'x' : everySplit(parts.slice(length)),
		]),
	);
}
