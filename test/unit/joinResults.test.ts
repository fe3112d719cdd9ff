import { joinResults } from '../../nodes/QwenOcr/results/joinResults';
import { mergeFields } from '../../nodes/QwenOcr/results/fields/mergeFields';
import type { Result, ResultParts } from '../../nodes/QwenOcr/results/result';

function result(text: string, parts: ResultParts = {}, more: Partial<Result> = {}): Result {
	return { text, parts, reasons: [], warnings: [], ...more };
}

function merge(...pages: Array<Record<string, unknown>>) {
	return mergeFields(pages.map((fields, index) => ({ page: index + 1, fields })));
}

describe('fields of several pages', () => {
	test.each([
		[
			'a field found once wins',
			[
				{ a: null, b: 'x' },
				{ a: 'y', b: null },
			],
			{ a: 'y', b: 'x' },
		],
		['equal values are one', [{ a: 'x  y' }, { a: 'x y' }], { a: 'x  y' }],
		['a field found nowhere stays missing', [{ a: null }, { a: null }], { a: null }],
		['a field of one page only is kept', [{ a: 'x' }, { b: 'y' }], { a: 'x', b: 'y' }],
		['lists are concatenated', [{ a: [1, 2] }, { a: [3] }], { a: [1, 2, 3] }],
		['an empty list is no value', [{ a: [] }, { a: [{ b: 'x' }] }], { a: [{ b: 'x' }] }],
		['a list that is empty everywhere stays one', [{ a: [] }, { a: [] }], { a: [] }],
		[
			'objects are merged',
			[{ s: { a: 'x', b: null } }, { s: { a: null, b: 'y' } }],
			{ s: { a: 'x', b: 'y' } },
		],
		['an empty object gives way', [{ s: { a: null } }, { s: 'text' }], { s: 'text' }],
	])('%s', (_rule, pages, fields) => {
		expect(merge(...pages)).toEqual({ fields, confidence: {}, conflicts: [] });
	});

	it('that differ keep the first value and are a reason for review', () => {
		const { fields, conflicts } = merge({ seller: { name: 'A' } }, { seller: { name: 'B' } });
		expect(fields).toEqual({ seller: { name: 'A' } });
		expect(conflicts).toEqual([
			{
				field: 'seller.name',
				code: 'page_conflict',
				message: "Page 1 says 'A', page 2 says 'B'; the value of page 1 was taken",
			},
		]);
	});

	test.each(['total', 'grandTotal', 'Amount due', 'total_incl_tax', '价税合计', 'Summe'])(
		'that are the total %s take the last page, and say so',
		(name) => {
			const { fields, conflicts } = merge({ [name]: '10.00' }, { [name]: '25.00' });
			expect(fields).toEqual({ [name]: '25.00' });
			expect(conflicts).toMatchObject([{ field: name, code: 'page_conflict' }]);
		},
	);

	it('that are called a total but hold no amount keep the first value', () => {
		expect(merge({ totalInWords: 'ten' }, { totalInWords: 'twenty' }).fields).toEqual({
			totalInWords: 'ten',
		});
	});

	test.each<[string, string[], string]>([
		['without and with a currency', ['10.00', '10.00 EUR'], '10.00 EUR'],
		['with and without a currency', ['10.00 EUR', '10.00'], '10.00 EUR'],
		['with its label before it', ['Total 10.00', '10.00 EUR'], '10.00 EUR'],
		['with a sign and with a code', ['$10.00', 'USD 10.00', '10.00'], 'USD 10.00'],
		['with digits that may be read in two ways', ['1,234', '1,234 EUR'], '1,234 EUR'],
		['in two ways of writing', ['1,000.00', 'EUR 1000.00'], 'EUR 1000.00'],
	])('that are one amount %s are no conflict: the fullest is kept', (_how, printed, kept) => {
		expect(merge(...printed.map((total) => ({ total })))).toEqual({
			fields: { total: kept },
			confidence: {},
			conflicts: [],
		});
	});

	test.each<[string, unknown[]]>([
		['two amounts', ['10.00', '25.00 EUR']],
		['two currencies', ['10.00', '10.00 EUR', '10.00 USD']],
		['one amount below zero', ['10.00', '-10.00 EUR']],
		['numbers without any currency', ['007', '7']],
		['words that begin alike', ['Total', 'Total 10.00 EUR']],
		['what may be one thousand or one', ['1.234', '1,234 EUR']],
		['an object that cannot be printed', [{ toString: 'x' }, '10.00 EUR']],
	])('that are %s stay a conflict', (_what, printed) => {
		const { conflicts } = merge(...printed.map((total) => ({ total })));
		expect(conflicts).toMatchObject([{ field: 'total', code: 'page_conflict' }]);
	});

	it('whose list is that of an earlier page keep both lists and go to review', () => {
		const rows = [
			{ item: 'Tea  black', amount: '4.50' },
			{ item: 'Cup', amount: '2.00' },
		];
		const same = [
			{ item: 'Tea black', amount: '4.50' },
			{ item: 'Cup', amount: '2.00' },
		];
		const { fields, conflicts } = merge({ rows }, { rows: same }, { rows: [] }, { rows: same });
		expect(fields.rows).toHaveLength(6);
		expect(conflicts).toEqual([
			{
				field: 'rows',
				code: 'repeated',
				message:
					'Pages 1 and 2, 2 and 4 give the same list; all its elements are kept. Check whether the document only prints it again',
			},
		]);
	});

	it('whose copy begins behind other pages name the pages that are alike', () => {
		const [first, second] = [
			[1, 2],
			[3, 4],
		];
		const { conflicts } = merge({ a: first }, { a: second }, { a: first }, { a: second });
		expect(conflicts).toMatchObject([
			{ code: 'repeated', message: expect.stringContaining('Pages 1 and 3, 2 and 4 give') },
		]);
	});

	test.each<[string, unknown[][]]>([
		['one element is the same', [[{ a: 'x' }], [{ a: 'x' }]]],
		[
			'a part of the list is the same',
			[
				[1, 2],
				[1, 2, 3],
			],
		],
		[
			'the elements have no values',
			[
				[{ a: null }, { a: null }],
				[{ a: null }, { a: null }],
			],
		],
	])('are no repeated list where %s', (_what, lists) => {
		expect(merge(...lists.map((a) => ({ a }))).conflicts).toEqual([]);
	});

	it('bring what is known of each value along, for the value that was taken', () => {
		const { confidence } = mergeFields([
			{
				page: 1,
				fields: { total: '10', seller: { name: 'A' }, items: [{ a: 'x' }] },
				confidence: { total: 0.9, seller: { name: 0.8 }, items: [{ a: 0.7 }] },
			},
			{
				page: 2,
				fields: { total: '25', seller: { name: null }, items: [{ a: 'y' }, { a: 'z' }] },
				confidence: { total: 0.5, items: [{ a: 0.6 }, { a: 0.4 }] },
			},
			{ page: 3, fields: { total: null, items: [{ a: 'w' }] } },
		]);
		expect(confidence).toEqual({
			total: 0.5,
			seller: { name: 0.8 },
			items: [{ a: 0.7 }, { a: 0.6 }, { a: 0.4 }, null],
		});
	});

	it('may be named like members of every object', () => {
		const hostile = JSON.parse('{"__proto__": "x", "constructor": "y"}') as Record<string, unknown>;
		const { fields } = merge(hostile, { constructor: null });
		expect(Object.hasOwn(fields, 'constructor')).toBe(true);
		expect(Object.entries(fields)).toContainEqual(['constructor', 'y']);
		expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
	});
});

describe('pages that are joined', () => {
	it('have their texts parted by a form feed, their markup by an empty line', () => {
		const joined = joinResults([
			{ page: 1, result: result('one', { markdown: '# One' }) },
			{ page: 2, result: result('two', { markdown: '# Two' }) },
		]);
		expect(joined.text).toBe('one\n\ftwo');
		expect(joined.text.split('\f')).toHaveLength(2);
		expect(joined.parts).toEqual({ markdown: '# One\n\n# Two' });
	});

	it('keep the page of each table and line', () => {
		const table = { headers: ['a'], rows: [], html: '' };
		const joined = joinResults([
			{ page: 2, result: result('', { tables: [table, table] }) },
			{ page: 5, result: result('', { tables: [table] }) },
		]);
		expect(joined.parts.tables?.map(({ page }) => page)).toEqual([2, 2, 5]);
	});

	it('name their page in reasons and warnings, once', () => {
		const reason = { field: '', code: 'truncated' as const, message: 'Cut off' };
		const joined = joinResults([
			{ page: 1, result: result('') },
			{
				page: 2,
				result: result('', {}, { reasons: [reason], warnings: ['Cut off', 'Page 2 was sent'] }),
			},
		]);
		expect(joined.reasons).toEqual([{ ...reason, message: 'Page 2: Cut off' }]);
		expect(joined.warnings).toEqual(['Page 2: Cut off', 'Page 2 was sent']);
	});
});
