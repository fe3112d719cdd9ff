import {
	numberReader,
	readTables,
	tableRows,
	typedRows,
	typedTable,
	type Table,
} from '../../nodes/QwenOcr/results/tables';
import { tableHtml } from './tableHtml';

function tableOf(...rows: string[][]): Table {
	return readTables(tableHtml(rows), 'first')[0];
}

/** Reads numbers of one notation, whatever stands beside them. */
function readNumber(printed: string): number | undefined {
	const text = printed.replace(/[\s€$]|USD/g, '');
	if (/^\d{1,3}(\.\d{3})*,\d\d$/.test(text))
		return Number(text.replaceAll('.', '').replace(',', '.'));
	return /^-?\d+(,\d{3})*(\.\d+)?$/.test(text) ? Number(text.replaceAll(',', '')) : undefined;
}

describe('rows', () => {
	it('are objects from header to text, without empty rows', () => {
		const table = tableOf(['Item', '', 'Item'], ['Tea', '', '4'], ['', '', ''], ['Milk', 'x', '']);
		expect(tableRows(table)).toEqual([
			{ Item: 'Tea', 'Column 2': '', 'Item 2': '4' },
			{ Item: 'Milk', 'Column 2': 'x', 'Item 2': '' },
		]);
	});

	it('keep values under names that objects know', () => {
		const names = ['__proto__', 'constructor', 'hasOwnProperty'];
		const [row] = tableRows(tableOf(names, ['a', 'b', 'c']));
		expect(Object.values(row)).toEqual(['a', 'b', 'c']);
		expect(Object.getPrototypeOf(row)).toBe(Object.prototype);
		const joined = { headers: ['__proto__'], rows: [['x']], html: '' };
		expect(Object.entries(tableRows(joined)[0])).toEqual([['__proto__', 'x']]);
	});

	it('hold numbers on request, and null where a number column is empty', () => {
		const table = tableOf(['Item', 'Price'], ['Tea', '1,204.50'], ['Milk', ''], ['Bun', '3']);
		expect(tableRows(typedTable(table, readNumber))).toEqual([
			{ Item: 'Tea', Price: 1204.5 },
			{ Item: 'Milk', Price: null },
			{ Item: 'Bun', Price: 3 },
		]);
	});
});

describe('a column', () => {
	test.each<[string, string[], Array<number | null>]>([
		['whole numbers', ['1', '20', '-3'], [1, 20, -3]],
		['decimals', ['0.815', '1,007.5'], [0.815, 1007.5]],
		['amounts of one currency', ['$1.50', '2.00', '$3.00'], [1.5, 2, 3]],
		['numbers with gaps', ['1', '', '3'], [1, null, 3]],
		['15 digits', ['123456789012345'], [123456789012345]],
		['a single zero', ['0', '0.5'], [0, 0.5]],
	])('of %s becomes numbers', (_, texts, numbers) => {
		expect(
			typedRows(
				texts.map((text) => [text]),
				readNumber,
			).flat(),
		).toEqual(numbers);
	});

	test.each<[string, string[]]>([
		['texts among numbers', ['1', 'two']],
		['zeros in front', ['007', '12']],
		['more than 15 digits', ['1234567890123456', '1']],
		['percentages', ['12%', '5%']],
		['two currencies', ['$1.50', '2.00 €']],
		['two notations', ['1.234,56', '1,234.56']],
		['two decimal marks', ['3,50', '3.50']],
		['phone numbers', ['+491701234567', '+491701234568']],
		['phone numbers in groups', ['555 123 456', '555 123 457']],
		['units', ['12 kg', '3 kg']],
		['numbers that no one can read for sure', ['1.204', '1.318,00']],
		['dashes among numbers', ['1', '-']],
		['no text at all', ['', '']],
	])('of %s stays as printed', (_, texts) => {
		const reads = (printed: string) => (printed === '1.204' ? undefined : readNumber(printed));
		expect(
			typedRows(
				texts.map((text) => [text]),
				reads,
			).flat(),
		).toEqual(texts);
	});

	it('is not spoilt by a merged cell over it that begins in the first column', () => {
		const table = tableOf(['Item', 'Qty', 'Price'], ['Tea', '2', '4.50'], ['Subtotal*2', '4.50']);
		expect(typedRows(table.rows, readNumber)).toEqual([
			['Tea', 2, 4.5],
			['Subtotal', null, 4.5],
		]);
	});

	it('keeps equal numbers side by side', () => {
		expect(typedRows([['5', '5', '5']], readNumber)).toEqual([[5, 5, 5]]);
	});
});

describe('the numbers of a table', () => {
	const texts = (...columns: string[][]) =>
		columns[0].map((_, row) => columns.map((column) => column[row]));
	const rules = { numberFormat: 'auto', dayFirst: 'review' } as const;

	it('are read as the clear ones among them show', () => {
		const rows = texts(['1.204', '986'], ['0,50', '12,5']);
		expect(typedRows(rows, numberReader(rows.flat(), rules))).toEqual([
			[1204, 0.5],
			[986, 12.5],
		]);
	});

	it('stay as printed where nothing shows which mark is which', () => {
		const rows = texts(['1,204', '986']);
		expect(typedRows(rows, numberReader(rows.flat(), rules))).toEqual(rows);
		const point = { ...rules, numberFormat: 'point' } as const;
		expect(typedRows(rows, numberReader(rows.flat(), point))).toEqual([[1204], [986]]);
	});

	it('may have a currency, a minus sign or brackets', () => {
		const rows = texts(['€ 1,204.50', '(3.00)', '-2'], ['¥１，２００', '¥3.5', '']);
		expect(typedRows(rows, numberReader(rows.flat(), rules))).toEqual([
			[1204.5, 1200],
			[-3, 3.5],
			[-2, null],
		]);
	});
});
