import { conceptsIn, isLabelWording } from './concepts';
import { likeness } from './likeness';
import type { SchemaLeaf, SchemaList } from './resultSchema';
import { tableGrid, type Table } from './table';

/** How many rows from the top may hold the header cells. */
const DEEPEST_HEADER = 4;
const HEADER_LIKENESS = 0.6;
const TOTALS = ['total', 'subtotal'];
const CHARGES = ['balance', 'discount', 'tax', 'shipping'];

/** A key's column in a table. */
interface Column {
	leaf: SchemaLeaf;
	index: number;
	score: number;
}

/**
 * The rows a schema's list asks for, from the table whose header cells match at least half of the
 * template's keys; a list of plain values takes the column named like the list. A cell that is empty,
 * or a key without a column, is null. Totals below the items are left out. Empty when no table fits.
 */
export function listFromTables(list: SchemaList, tables: readonly Table[]): unknown[] {
	const leaves = list.columns ?? [{ path: list.path.slice(-1), hint: '' }];
	const matches = tables.flatMap((table) => {
		const grid = tableGrid(table);
		return grid.slice(0, DEEPEST_HEADER).map((cells, header) => {
			const columns = matchColumns(leaves, cells);
			const score = columns.reduce((sum, column) => sum + column.score, 0);
			return { grid, header, columns, score };
		});
	});
	const [best] = matches.sort((a, b) => b.score - a.score);
	if (!best || best.columns.length * 2 < leaves.length || best.columns.length === 0) return [];
	const rows = joinWrappedRows(best.grid.slice(best.header + 1), best.columns);
	return rows
		.filter((cells) => isItemRow(cells, best.columns))
		.map((cells) =>
			list.columns ? rowObject(leaves, best.columns, cells) : cells[best.columns[0].index],
		);
}

/** The likeliest header cell for each key, each cell for one key. */
function matchColumns(leaves: readonly SchemaLeaf[], header: readonly string[]): Column[] {
	const candidates = leaves.flatMap((leaf) =>
		header.map((cell, index) => {
			const names = [leaf.path[leaf.path.length - 1], leaf.hint].filter(Boolean);
			return { leaf, index, score: Math.max(...names.map((name) => likeness(name, cell))) };
		}),
	);
	const columns: Column[] = [];
	for (const candidate of candidates.sort((a, b) => b.score - a.score)) {
		const isTaken = columns.some(
			({ leaf, index }) => leaf === candidate.leaf || index === candidate.index,
		);
		if (candidate.score >= HEADER_LIKENESS && !isTaken) columns.push(candidate);
	}
	return columns;
}

/** A row that fills a single text cell only goes on with the row above it. */
function joinWrappedRows(rows: readonly string[][], columns: readonly Column[]): string[][] {
	const joined: string[][] = [];
	for (const cells of rows) {
		const above = joined.at(-1);
		const filled = columns.filter(({ index }) => cells[index] !== '');
		const [only] = filled;
		const isWrapped =
			columns.length >= 3 &&
			filled.length === 1 &&
			!/\d/.test(cells[only.index]) &&
			!isAbout(cells, [...TOTALS, ...CHARGES]);
		if (isWrapped && above && above[only.index] !== '') {
			above[only.index] += ` ${cells[only.index]}`;
		} else {
			joined.push([...cells]);
		}
	}
	return joined;
}

/** Totals are no items; tax, discount and the like are where they fill the row as an item does. */
function isItemRow(cells: readonly string[], columns: readonly Column[]): boolean {
	const filled = columns.filter(({ index }) => cells[index] !== '').length;
	if (filled === 0 || isAbout(cells, TOTALS)) return false;
	return !isAbout(cells, CHARGES) || filled * 2 > columns.length + 1;
}

/** Whether a row begins with a label, figures aside, that speaks of one of the subjects. */
function isAbout(cells: readonly string[], subjects: readonly string[]): boolean {
	const first = (cells.find((cell) => cell !== '') ?? '').replace(/[\d.,%]+/g, ' ');
	const concepts = conceptsIn([first]);
	return isLabelWording(first) && subjects.some((subject) => concepts.has(subject));
}

function rowObject(
	leaves: readonly SchemaLeaf[],
	columns: readonly Column[],
	cells: readonly string[],
): Record<string, unknown> {
	const row: Record<string, unknown> = {};
	for (const leaf of leaves) {
		const column = columns.find((candidate) => candidate.leaf === leaf);
		row[leaf.path[leaf.path.length - 1]] = (column && cells[column.index]) || null;
	}
	return row;
}
