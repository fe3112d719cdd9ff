import { readTypedSchema } from '../../nodes/QwenOcr/fieldLists/readTypedSchema';
import { readFields } from '../../nodes/QwenOcr/results/fields/readFields';
import { reviewFields } from '../../nodes/QwenOcr/results/fields/reviewFields';

const ASKED = readTypedSchema({
	items: [{ amount: '{amount, required}', date: '{date}' }],
	total: '{amount, required}',
	seller: { name: '', since: '{date}' },
	tags: [''],
});

function read(keyValues: unknown, tokens?: Array<{ token: string; logprob: number }>) {
	const text = JSON.stringify(keyValues);
	const answer = { text, keyValues, finishReason: 'stop', ...(tokens && { tokens }) };
	return reviewFields(readFields(answer, ASKED.schema), ASKED.fields, {
		rules: { numberFormat: 'auto', dayFirst: 'review' },
		sumTolerance: 0.005,
		confidenceThreshold: 0.5,
	});
}

describe('an answer that nests values otherwise than its fields', () => {
	const total = '1.50 EUR';
	const items = [{ amount: '1.50 EUR', date: '2026-12-11' }];

	test.each<[string, object]>([
		['an element without its list', { items: items[0], total }],
		['one value in a list', { items, total: [total] }],
		['one group in a list', { items, total, seller: [{ since: '2026-12-11' }] }],
		['a value without its list', { items, total, tags: 'new' }],
		['lists within elements', { items: [{ amount: ['1.50 EUR'], date: ['2026-12-11'] }], total }],
	])('is brought into their shape where it has %s', (_what, keyValues) => {
		const { parts, reasons } = read(keyValues);
		expect(reasons).toEqual([]);
		expect(parts.fields).toMatchObject({
			items: [{ amount: 1.5, amountCurrency: 'EUR', date: '2026-12-11' }],
			total: 1.5,
			totalCurrency: 'EUR',
			seller: 'seller' in keyValues ? { name: null, since: '2026-12-11' } : { name: null },
			tags: 'tags' in keyValues ? ['new'] : [],
		});
	});

	it('has the values checked that were brought into shape', () => {
		const { reasons } = read({ items: { amount: '1.50 EUR', date: '11/12/2026' }, total });
		expect(reasons).toMatchObject([{ field: 'items[0].date', code: 'ambiguous_date' }]);
	});

	test.each<[string, object, string, string]>([
		['a text for a group', { seller: 'ACME' }, 'seller', 'one value where the fields have a group'],
		[
			'a text for a list of groups',
			{ items: 'none' },
			'items',
			'one value where the fields have a',
		],
		['a text for an element', { items: ['x', ...items] }, 'items[0]', 'one value where'],
		['a list in a list', { items: [[1, 2], ...items] }, 'items[0]', 'a list of 2 where'],
		['an object of other fields for a list', { items: { 1: items[0] } }, 'items', 'a group of'],
		['a list for a value', { total: ['1', '2'] }, 'total', 'a list of 2 where the fields have one'],
		['a group for a value', { total: { net: '1' } }, 'total', 'a group of fields where the fields'],
	])('keeps %s and doubts it', (_what, own, field, message) => {
		const { parts, reasons } = read({ items, total, ...own });
		expect(reasons).toEqual([
			{ field, code: 'unreadable_value', message: expect.stringContaining(message) },
		]);
		expect(parts.printed).toMatchObject(own);
		const [name] = Object.keys(own);
		if (!field.includes('[')) expect(parts.fields?.[name]).toEqual(Object.values(own)[0]);
	});

	test.each([[{}], [[]], [{ net: null }], [[null]]])(
		'has no value where it has %j for one',
		(nothing) => {
			const { reasons } = read({ items, total, seller: { since: nothing } });
			expect(reasons).toEqual([]);
		},
	);

	it('keeps the confidence beside its value', () => {
		const tokens = [
			{ token: '{"items": {"amount": "', logprob: 0 },
			{ token: '1.50', logprob: Math.log(0.4) },
			{ token: '"}, "total": ["', logprob: 0 },
			{ token: '1.50', logprob: Math.log(0.9) },
			{ token: '"]}', logprob: 0 },
		];
		const { parts, reasons } = read({ items: { amount: '1.50' }, total: ['1.50'] }, tokens);
		expect(parts.confidence).toMatchObject({
			items: [{ amount: expect.closeTo(0.4) }],
			total: expect.closeTo(0.9),
		});
		expect(reasons).toMatchObject([{ field: 'items[0].amount', code: 'low_confidence' }]);
	});
});
