import { columnNames } from './columnNames';
import { findHeader } from './findHeader';
import { layOut } from './grid';
import { findHtmlTables, type HtmlTable } from './htmlTables';
import { cellTexts, isBlank, isSingle, type Row } from './rows';
import type { HeaderRow, Table } from './table';

/**
 * Reads every table of a table_parsing answer (HTML without its code fence; it may be broken or cut off).
 * `headerRow` says which row names the columns, see `findHeader`. Where none does, the columns are
 * `Column 1`, `Column 2`, … and every row is kept. With `auto`, one-cell rows above the header become
 * `title`, other rows above it `head`.
 */
export function readTables(html: string, headerRow: HeaderRow = 'auto'): Table[] {
	return findHtmlTables(html).flatMap((table) => readTable(table, headerRow) ?? []);
}

function readTable(source: HtmlTable, headerRow: HeaderRow): Table | undefined {
	const rows = layOut(source.rowGroups);
	if (rows.length === 0) return undefined;
	const header = findHeader(rows, headerRow);
	const end = header?.end ?? (headerRow === 'auto' ? titleRows(rows) : 0);
	const above = rows.slice(0, header?.first ?? end).filter((row) => !isBlank(row));
	const title = [source.caption, ...above.filter(isSingle).flatMap(cellTexts)].filter(Boolean);
	const head = above.filter((row) => !isSingle(row)).map(cellTexts);
	return {
		headers: columnNames(header ? rows.slice(header.first, header.end) : [], rows[0].length),
		rows: rows.slice(end).map((row) => row.map((cell) => cell.text)),
		html: source.html,
		...(title.length > 0 && { title: title.join(' ') }),
		...(head.length > 0 && { head }),
	};
}

/** Counts the rows that stand above all others as titles, for a table without a header row. */
function titleRows(rows: readonly Row[]): number {
	const first = rows.findIndex((row) => !isBlank(row) && !isSingle(row));
	return first > 0 && rows.slice(0, first).some(isSingle) ? first : 0;
}
