import { continueTables, readTables } from '../../nodes/QwenOcr/results/tables';
import { tableHtml } from './tableHtml';

type Rows = string[][];

const STAFF: Rows = [
	['Name', 'Department', 'Office'],
	['Ada Kern', 'Sales', 'Bonn'],
	['Ben Ott', 'Sales', 'Ulm'],
];
const STATEMENT: Rows = [
	['Date', 'Text', 'Amount'],
	['2026-11-01', 'Rent', '-900.00'],
	['2026-11-02', 'Salary', '2400.00'],
];

/** Tables of pages, one each unless a page has several, as they are joined. */
function pagesOf(...pages: Array<Rows | string>) {
	const tables = pages.flatMap((page, index) =>
		readTables(typeof page === 'string' ? page : tableHtml(page)).map((table) => ({
			...table,
			page: index + 1,
		})),
	);
	return continueTables(tables);
}

describe('a table at the top of the next page', () => {
	test.each<[string, Rows, Rows]>([
		[
			'of texts',
			STAFF,
			[
				['Carla Roth', 'IT', 'Bonn'],
				['Dora Wolf', 'Stores', 'Ulm'],
			],
		],
		[
			'of values',
			STATEMENT,
			[
				['2026-11-03', 'Shop', '-12.50'],
				['2026-11-04', 'Shop', '-8.10'],
			],
		],
		['of one row', STATEMENT, [['2026-11-03', 'Shop', '-12.50']]],
	])('%s goes on without losing a row', (_what, first, second) => {
		const { tables, warnings } = pagesOf(first, second);
		expect(tables[1]).toMatchObject({ headers: first[0], rows: second, page: 2 });
		expect(warnings).toEqual([
			'Page 2: The table at its top has no header that can be told; those of the table before it were taken.',
		]);
	});

	it('goes on over more than two pages', () => {
		const row = [['2026-11-03', 'Shop', '-12.50']];
		const { tables, warnings } = pagesOf(STATEMENT, row, row);
		expect(tables.map(({ headers }) => headers)).toEqual(Array(3).fill(STATEMENT[0]));
		expect(warnings).toHaveLength(2);
	});

	test.each<[string, Rows, Rows | string]>([
		['has the same header', STAFF, STAFF],
		['has a header of its own above values', STAFF, STATEMENT],
		['marks its header', STAFF, tableHtml(STAFF).replace(/<td>(\w+)<\/td>/, '<th>Who</th>')],
		[
			'has more columns',
			STAFF,
			[
				['a', 'b', 'c', 'd'],
				['e', 'f', 'g', 'h'],
			],
		],
		[
			'has columns of another kind',
			STATEMENT,
			[
				['Name', 'Note', 'Remark'],
				['Ann', 'x', 'good'],
				['Bob', 'y', 'fair'],
			],
		],
		[
			'has a header in its head',
			STAFF,
			tableHtml([
				['Country', 'Capital', 'Language'],
				['France', 'Paris', 'French'],
			]).replace(/<tr>.*?<\/tr>/s, '<thead>$&</thead>'),
		],
		['has a title', STAFF, [['Guests'], ['Carla', 'IT', 'Bonn'], ['Dora', 'IT', 'Ulm']]],
	])('is one of its own where it %s', (_why, first, second) => {
		const alone = readTables(typeof second === 'string' ? second : tableHtml(second));
		const { tables, warnings } = pagesOf(first, second);
		expect(tables.slice(1)).toEqual(alone.map((table) => ({ ...table, page: 2 })));
		expect(warnings).toEqual([]);
	});

	it('is one of its own where a page lies between', () => {
		const second = [
			['Country', 'Capital', 'Language'],
			['France', 'Paris', 'French'],
		];
		expect(pagesOf(STAFF, 'a page without a table', second).warnings).toEqual([]);
	});

	it('is one of its own behind a table without headers', () => {
		const { warnings } = pagesOf(
			[
				['1', '2'],
				['3', '4'],
			],
			[['5', '6']],
		);
		expect(warnings).toEqual([]);
	});
});

it('tables of one page never go on', () => {
	const page = tableHtml(STATEMENT) + tableHtml([['2026-11-03', 'Shop', '-12.50']]);
	expect(pagesOf(page).warnings).toEqual([]);
});
