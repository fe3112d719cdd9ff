import { documentBlocks, readTables, readingText, tableGrid, tableToHtml } from './reading';
import { gridTables } from './reading/gridTable';
import { cellsOf, networksOf } from './reading/ruledTables';
import { findRulings, type Ruling } from './reading/rulings';
import type { Pixels } from './reading/shapes';
import { printed, turnedLine } from './reading/testLines';

const ruling = (at: number, from: number, to: number): Ruling => ({ at, from, to });
/** A blank picture with dark rules of 2 pixels. */
function ruledPage(level: Ruling[], upright: Ruling[], width = 500, height = 300): Pixels {
	const data = new Uint8Array(width * height * 3).fill(255);
	const darken = (x: number, y: number) =>
		data.fill(30, (y * width + x) * 3, (y * width + x) * 3 + 3);
	for (const { at, from, to } of level) {
		for (let x = from; x < to; x++) for (const y of [at, at + 1]) darken(x, y);
	}
	for (const { at, from, to } of upright) {
		for (let y = from; y < to; y++) for (const x of [at, at + 1]) darken(x, y);
	}
	return { data, width, height };
}

// Two columns under one merged header cell, and a first column whose header takes both rows.
const level = [
	ruling(50, 50, 450),
	ruling(100, 180, 450),
	ruling(150, 50, 450),
	ruling(200, 50, 450),
];
const upright = [
	ruling(50, 50, 202),
	ruling(180, 50, 202),
	ruling(320, 100, 202),
	ruling(449, 50, 202),
];
const tableLines = [
	printed('Region', 60, 90),
	printed('First half', 220, 65),
	printed('Q1', 230, 115),
	printed('Q2', 370, 115),
	printed('R & D <x>', 60, 165),
	printed('1,204', 220, 165),
];

describe('ruled tables', () => {
	it('finds the drawn lines of a page', () => {
		const found = findRulings(ruledPage(level, upright), 0);
		expect(found.level.map(({ at }) => Math.round(at))).toEqual([51, 101, 151, 201]);
		expect(found.upright).toHaveLength(4);
	});

	it('keeps apart what does not meet', () => {
		const frames = networksOf({
			level: [...level, ruling(260, 50, 450)],
			upright,
		});
		expect(frames.map((frame) => frame.level.length)).toEqual([4, 1]);
	});

	it('makes merged cells where lines are missing', () => {
		const { cells } = cellsOf({ level, upright });
		expect(cells.map((cell) => [cell.row, cell.column, cell.rowspan, cell.colspan])).toEqual([
			[0, 0, 2, 1],
			[0, 1, 1, 2],
			[1, 1, 1, 1],
			[1, 2, 1, 1],
			[2, 0, 1, 1],
			[2, 1, 1, 1],
			[2, 2, 1, 1],
		]);
	});

	it('writes them as the service does', () => {
		const [table] = readTables(tableLines, ruledPage(level, upright));
		expect(tableToHtml(table)).toBe(
			[
				'<table>',
				'  <tr><td rowspan="2">Region</td><td colspan="2">First half</td></tr>',
				'  <tr><td>Q1</td><td>Q2</td></tr>',
				'  <tr><td>R &amp; D &lt;x&gt;</td><td>1,204</td><td></td></tr>',
				'</table>',
			].join('\n'),
		);
		expect(tableGrid(table)[0]).toEqual(['Region', 'First half', 'First half']);
		expect(table.polygon[0]).toEqual({ x: 51, y: 51 });
	});

	it('takes the frame around a blank for no table', () => {
		const frame = [ruling(50, 50, 450), ruling(200, 50, 450)];
		const sides = [ruling(50, 50, 202), ruling(449, 50, 202)];
		expect(readTables([printed('Name', 60, 90)], ruledPage(frame, sides))).toEqual([]);
	});
});

const staff = [
	['Name', 'Department', 'Extension'],
	['Amelia Hartley', 'Finance', '4410'],
	['Priya Raman', '', '4431'],
	['Jorge Castellano', 'Logistics', '4427'],
];
const staffLines = staff.flatMap((cells, row) =>
	cells.flatMap((cell, column) =>
		cell === '' ? [] : [printed(cell, 60 + column * 300, 100 + row * 40)],
	),
);

describe('tables without drawn lines', () => {
	it.each([0, 8, 90])(
		'come from the rows and columns of a page turned by %d degrees',
		(degrees) => {
			const [table] = gridTables(staffLines.map((line) => turnedLine(line, degrees)));
			expect(tableGrid(table)).toEqual(staff);
			expect(table.lineIndexes.size).toBe(11);
		},
	);

	it.each([
		[
			'text in columns',
			[
				'The water slows as the',
				'It has been said that',
				'channel widens and',
				'a wall would hold',
			],
		],
		['labels and values', ['Bank', 'Severn Bank', 'Phone', '0117 496 0415']],
	])('are not made of %s', (_, texts) => {
		const lines = texts.map((text, index) =>
			printed(text, index % 2 === 0 ? 50 : 500, 50 + 30 * Math.floor(index / 2)),
		);
		expect(gridTables(lines)).toEqual([]);
	});

	it('are none on an empty page', () => {
		expect(gridTables([])).toEqual([]);
	});
});

const prose = [
	'Every harbour that lies at the mouth',
	'of a river must contend with silt,',
	'and the bed rises year by year.',
];
const column = (x: number, mark: string) =>
	prose.map((text, row) => printed(`${mark} ${text}`, x, 100 + 30 * row));

describe('readingText', () => {
	it('keeps a row together and reads columns of prose one after the other', () => {
		const lines = [
			printed('A Short Account of Dredging in Harbours', 200, 30, 30),
			...column(50, 'left'),
			...column(600, 'right'),
		];
		expect(readingText(lines)).toBe(
			[
				'A Short Account of Dredging in Harbours',
				...prose.map((text) => `left ${text}`),
				...prose.map((text) => `right ${text}`),
			].join('\n'),
		);
		expect(readingText(staffLines).split('\n')[1]).toBe('Amelia Hartley Finance 4410');
	});

	it('is empty for an empty page', () => {
		expect(readingText([])).toBe('');
	});
});

describe('documentBlocks', () => {
	it('puts headings, paragraphs and tables in reading order', () => {
		const lines = [
			...staffLines,
			printed('Staff directory', 60, 30, 36),
			...prose.map((text, row) => printed(text, 60, 300 + 26 * row)),
			printed('Contact: Amelia', 60, 400),
		];
		const tables = gridTables(lines.slice(0, staffLines.length));
		const blocks = documentBlocks(lines, tables);
		expect(
			blocks.map((block) => (block.kind === 'table' ? 'table' : [block.kind, block.text])),
		).toEqual([
			['heading', 'Staff directory'],
			'table',
			['paragraph', prose.join(' ')],
			['paragraph', 'Contact: Amelia'],
		]);
		expect(blocks[0].polygon[0]).toEqual({ x: 60, y: 30 });
		expect(blocks[2].polygon[2].y).toBe(372);
	});
});
