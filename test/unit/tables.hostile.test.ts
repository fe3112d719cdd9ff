import fc from 'fast-check';
import {
	readTables,
	tableRows,
	typedTable,
	type HeaderRow,
	type Table,
} from '../../nodes/QwenOcr/results/tables';
import { computingTime } from './computingTime';
import { manyRuns } from './propertyRuns';

const SIZE = 1_000_000;
const modes: HeaderRow[] = ['auto', 'first', 'none'];

function readInAllModes(html: string): void {
	for (const mode of modes) {
		for (const table of readTables(html, mode)) {
			const width = table.headers.length;
			if (table.rows.some((row) => row.length !== width)) throw new Error('A row is too short.');
			if (new Set(table.headers).size !== width) throw new Error('Two headers are alike.');
			if (table.headers.includes('')) throw new Error('A header is empty.');
			tableRows(typedTable(table, (text) => (/^\d+$/.test(text) ? Number(text) : undefined)));
		}
	}
}

const tags = [
	'table',
	'thead',
	'tbody',
	'tr',
	'td',
	'th',
	'caption',
	'col',
	'b',
	'a',
	'p',
	'select',
	'svg',
];
const piece = fc.oneof(
	fc.constantFrom(...tags.flatMap((tag) => [`<${tag}>`, `</${tag}>`, `<${tag}`])),
	fc.constantFrom(
		'<td rowspan=3>',
		'<td colspan="2">',
		'<td colspan=-1 rowspan=0>',
		'<td colspan=1e9>',
	),
	fc.constantFrom(
		'x',
		'12',
		'3.50',
		'2024',
		'Total:',
		'',
		'&lt;',
		'&#0;',
		'<!--',
		'-->',
		'<![CDATA[',
		' ',
	),
	fc.string({ unit: 'binary', maxLength: 5 }),
);

describe('hostile HTML', () => {
	it('never makes the reader throw, and tables stay whole', () => {
		fc.assert(
			fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
				readInAllModes(pieces.join(''));
				readInAllModes(`<table><tr><td>${pieces.join('')}`);
			}),
			manyRuns(),
		);
	});

	test.each<[string, string, (index: number) => string]>([
		['nested tables', '', () => '<table><tr><td>'],
		['nested tables with texts', '', () => '<table><tr><td>x'],
		['tables that never close', '', () => '<table>x'],
		['small tables', '', () => '<table><tr><td>1</td></tr></table>'],
		['cells in one row', '<table><tr>', () => '<td>1</td>'],
		['rows of one cell', '<table>', () => '<tr><td>1'],
		['rows without a table', '', () => '<tr><td>'],
		['100,000 cells', '<table>', (index) => `${index % 9 ? '' : '<tr>'}<td>${index}</td>`],
		['wide cells', '<table>', () => '<tr><td colspan=1000>1<td>'],
		['high cells', '<table>', () => '<tr><td rowspan=1000>1<td>'],
		['huge cells', '<table>', () => '<tr><td colspan=1000 rowspan=1000>1'],
		['a wide row over narrow rows', `<table><tr>${'<td>x'.repeat(900)}`, () => '<tr><td>1'],
		['formatting that never closes', '', (index) => `<b a${index}>x<p>`],
		['formatting between rows', '<table>', (index) => `<b a${index}>x<tr>`],
		['divisions that never close', '<table><tr><td>', () => '<div>'],
		['unfinished tags', '<table><tr><td>', () => '<td<b'],
		['signs', '<table><tr><td>', () => '<'],
		['white space', '<table><tr><td>', () => ' \n'],
		['closing tags', '<table><tr><td>', () => '</td></p>'],
		['foreign content', '<table><tr><td>', () => '<svg><math>'],
		['comments', '<table>', () => 'x<!---->'],
		['one header many times', '<table><thead><tr>', () => '<th>Amount'],
		['attributes', '<table ', (index) => `a${index} `],
		['digits', '<table><tr><td>a<td>b<tr><td>', () => '1 '],
	])('of %s, 1 MB of it, is read in less than a second', (_, start, part) => {
		const parts = [start];
		for (let size = start.length, index = 0; size < SIZE; index++) {
			parts.push(part(index));
			size += parts[index + 1].length;
		}
		const html = parts.join('');
		let tables: Table[] = [];
		const readAll = () => (tables = readTables(html));
		expect(computingTime(readAll)).toBeLessThan(1000);
		const typeAll = () => tables.forEach((table) => tableRows(typedTable(table, Number)));
		expect(computingTime(typeAll)).toBeLessThan(1000);
	});
});
