import { cellKind, columnKind, isYear, type CellKind } from './cellKind';
import { hasLabel, hasWideCell, isBlank, isShort, isSingle, shareCell, type Row } from './rows';

/** A row with several cells, and what its cells look like. */
interface Line {
	/** Place among the table's rows. */
	index: number;
	row: Row;
	kinds: CellKind[];
}

/** What most cells of a column look like. */
interface Column {
	kind: CellKind;
	/** Most are years: then a year is a value here, otherwise it names the column. */
	years: boolean;
}

/** A header stands in the first rows, and a few rows of the body show what its columns hold. */
const ROWS_TRIED = 20;
const BODY_ROWS = 50;

/**
 * Finds the header row of a table whose HTML marks none: the first row with a text (or a year or date,
 * above other values) over every column of numbers or dates, followed by a row of such values. A table
 * of texts alone has its first full row as header if it has three columns or more; with two it is as
 * likely a list of labels and values. Gives the row's index; undefined when all rows are data.
 */
export function printedHeader(rows: readonly Row[]): number | undefined {
	const lines = rows
		.slice(0, ROWS_TRIED + BODY_ROWS)
		.map((row, index) => ({ index, row, kinds: row.map((cell) => cellKind(cell.text)) }))
		.filter(({ row }) => !isBlank(row) && !isSingle(row));
	for (let tried = 0; tried < Math.min(ROWS_TRIED, lines.length - 1); tried++) {
		const line = lines[tried];
		const body = lines.slice(tried + 1, tried + 1 + BODY_ROWS);
		if (body.every(isTextOnly)) {
			if (isShort(line.row)) continue;
			return namesTexts(line, body[0]) ? line.index : undefined;
		}
		const columns = line.row.map((_, column) => columnOf(body, column));
		if (namesValues(line, body[0], columns)) return line.index;
		if (isData(line, columns)) return undefined;
	}
	return undefined;
}

function isTextOnly({ kinds }: Line): boolean {
	return kinds.every((kind) => kind === 'text' || kind === 'empty');
}

function namesTexts({ row, kinds }: Line, next: Line): boolean {
	if (row.length < 3 || hasLabel(row) || kinds.some((kind) => kind !== 'text')) return false;
	// A cell that reaches down is a group of rows, unless other cells are split below.
	return !shareCell(row, next.row) || hasWideCell(row);
}

function namesValues(line: Line, next: Line, columns: Column[]): boolean {
	const values = columns.flatMap(({ kind }, index) => (kind === 'text' ? [] : [index]));
	if (values.length === 0 || hasLabel(line.row)) return false;
	const named = values.every((index) => isName(line, index) && !fits(line, index, columns));
	const filled = values.filter((index) => next.kinds[index] !== 'empty');
	const fitting = filled.filter((index) => fits(next, index, columns));
	return named && fitting.length > filled.length / 2;
}

/** Tells what may name a column; a plain number does not. */
function isName({ row, kinds }: Line, index: number): boolean {
	return kinds[index] === 'text' || kinds[index] === 'date' || isYear(row[index].text);
}

/** Tells a row that looks like the rows below it in every column, with at least one value. */
function isData(line: Line, columns: Column[]): boolean {
	const filled = columns.flatMap((_, index) => (line.kinds[index] === 'empty' ? [] : [index]));
	const alike = filled.every((index) => fits(line, index, columns));
	return alike && !hasLabel(line.row) && filled.some((index) => columns[index].kind !== 'text');
}

function fits({ row, kinds }: Line, index: number, columns: Column[]): boolean {
	const { kind, years } = columns[index];
	return kinds[index] === kind && (kind !== 'number' || years || !isYear(row[index].text));
}

function columnOf(body: Line[], index: number): Column {
	const filled = body.filter(({ kinds }) => kinds[index] !== 'empty');
	const kind = columnKind(filled.map(({ kinds }) => kinds[index]));
	const years = filled.filter(({ row }) => isYear(row[index].text));
	return { kind: kind === 'empty' ? 'text' : kind, years: years.length > filled.length / 2 };
}
