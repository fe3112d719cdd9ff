import { NO_CELL, type GridCell } from './grid';

/** One row of the grid; a merged cell is the same object in every place. */
export type Row = readonly GridCell[];

/** The texts of a row, each cell once, without empty cells at the end. */
export function cellTexts(row: Row): string[] {
	const texts = [...new Set(row)].map((cell) => cell.text);
	while (texts.at(-1) === '') texts.pop();
	return texts;
}

/** Tells a row without any text. */
export function isBlank(row: Row): boolean {
	return row.every((cell) => cell.text === '');
}

/** Tells a row of one cell in a table of several columns, such as a title or the head of a section. */
export function isSingle(row: Row): boolean {
	const filled = new Set(row.filter((cell) => cell.text !== ''));
	return row.length > 1 && filled.size === 1 && !hasLabel(row);
}

/** Tells a row with a label in it, such as `Date:`; columns are not named so. */
export function hasLabel(row: Row): boolean {
	return row.some((cell) => /[:：]$/.test(cell.text));
}

/** Tells a row that was written with fewer cells than the table has columns. */
export function isShort(row: Row): boolean {
	return row.at(-1) === NO_CELL;
}

/** Tells a row with a cell over several columns. */
export function hasWideCell(row: Row): boolean {
	return row.some((cell, column) => cell.text !== '' && cell === row[column - 1]);
}

/** Tells two rows that a cell joins: it reaches from one into the other. */
export function shareCell(upper: Row, lower: Row): boolean {
	return upper.some((cell, column) => cell.text !== '' && cell === lower[column]);
}
