import { cellKind, isYear } from './cellKind';
import { printedHeader } from './printedHeader';
import { hasWideCell, isBlank, isSingle, shareCell, type Row } from './rows';
import type { HeaderRow } from './table';

/** The rows that name the columns: from `first` to before `end`. */
export interface Header {
	first: number;
	end: number;
}

/** No printed header is higher, and the rows above it may be a form. */
const MAX_HEADER_ROWS = 3;

/**
 * Finds the rows that name the columns.
 *
 * - `none`: no row does.
 * - `first`: the first row that is not empty.
 * - `auto`: rows of `<th>` cells or a `<thead>` where the answer has them. Otherwise the first row with a
 *   text over every column of numbers or dates, where the row below holds those numbers or dates; in a
 *   table of texts alone, its first full row, given three columns or more.
 *
 * A row of group heads above belongs to the header, and so does a row below that a cell of the header
 * reaches into.
 */
export function findHeader(rows: readonly Row[], mode: HeaderRow): Header | undefined {
	if (mode === 'none') return undefined;
	if (mode === 'first') return withRowBelow(rows, rowAt(rows.findIndex((row) => !isBlank(row))));
	return withRowBelow(rows, markedHeader(rows)) ?? withGroupHeads(rows, printedHeader(rows));
}

function rowAt(first: number): Header | undefined {
	return first < 0 ? undefined : { first, end: first + 1 };
}

/** The first rows whose cells are all written as header cells, without title rows and rows with numbers. */
function markedHeader(rows: readonly Row[]): Header | undefined {
	const start = rows.findIndex(isMarked);
	if (start < 0) return undefined;
	let end = start;
	while (end < rows.length && isMarked(rows[end])) end++;
	// Answers that write every cell as <th> say nothing about the header.
	if (end === rows.length && rows.length > 1) return undefined;
	const first = rows.findIndex((row, index) => index >= start && !isSingle(row));
	return first >= 0 && first < end ? { first, end } : undefined;
}

function isMarked(row: Row): boolean {
	return (
		!isBlank(row) && row.every((cell) => cell.text === '' || (cell.isHeader && !isValue(cell.text)))
	);
}

/** Sums are written as header cells too. */
function isValue(text: string): boolean {
	return cellKind(text) === 'number' && !isYear(text);
}

function withRowBelow(rows: readonly Row[], header: Header | undefined): Header | undefined {
	if (!header) return undefined;
	const { first, end } = header;
	const reachesDown = end < rows.length - 1 && shareCell(rows[end - 1], rows[end]);
	return reachesDown && end - first < MAX_HEADER_ROWS ? { first, end: end + 1 } : header;
}

function withGroupHeads(rows: readonly Row[], found: number | undefined): Header | undefined {
	const header = withRowBelow(rows, rowAt(found ?? -1));
	if (!header) return undefined;
	let { first } = header;
	while (
		first > 0 &&
		header.end - first < MAX_HEADER_ROWS &&
		isGroupRow(rows[first - 1], rows[first])
	) {
		first--;
	}
	return { first, end: header.end };
}

/**
 * Tells a row of group heads from a form's row of labels and values, which may have merged cells too: a
 * cell of it reaches into the row below, or it has wide cells and leaves the first column unnamed or
 * stands over names that repeat.
 */
function isGroupRow(upper: Row, lower: Row): boolean {
	if (isSingle(upper)) return false;
	if (shareCell(upper, lower)) return true;
	const names = lower.map((cell) => cell.text);
	return hasWideCell(upper) && (upper[0].text === '' || new Set(names).size < names.length);
}
