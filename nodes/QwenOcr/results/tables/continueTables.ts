import { cellKind } from './cellKind';
import { readTables } from './readTables';
import type { Table, TableValue } from './table';

type AnyTable = Table<TableValue>;

/**
 * Gives the tables of a document, each that goes on from the page before with the headers of that one: it
 * stands first on its page, has as many columns, no title, and no header of its own. A row of texts above
 * texts is taken for a header where a table begins, but for a row where one may go on: as a header, it would
 * be lost. Each such table is told in a warning.
 */
export function continueTables(tables: readonly AnyTable[]): {
	tables: AnyTable[];
	warnings: string[];
} {
	const continued: AnyTable[] = [];
	const warnings: string[] = [];
	for (const table of tables) {
		const former = continued.at(-1);
		const goesOn = former && mayGoOn(former, table);
		if (goesOn) warnings.push(warningFor(table));
		continued.push(goesOn ? withHeadersOf(former, table) : table);
	}
	return { tables: continued, warnings };
}

function mayGoOn(former: AnyTable, next: AnyTable): boolean {
	if (former.page === undefined || next.page === undefined || next.page <= former.page)
		return false;
	if (next.title !== undefined || next.head !== undefined) return false;
	if (next.headers.length < 2 || next.headers.length !== former.headers.length) return false;
	if (isUnnamed(former) || sameColumns(former, next)) return false;
	return isUnnamed(next) || isHeaderGuessed(next);
}

function withHeadersOf(former: AnyTable, next: AnyTable): AnyTable {
	const [plain] = readTables(next.html, 'none');
	return { ...next, headers: former.headers, rows: plain.rows };
}

function isUnnamed({ headers }: AnyTable): boolean {
	return headers.every((name, index) => name === `Column ${index + 1}`);
}

function isHeaderGuessed({ html, headers, rows }: AnyTable): boolean {
	const isText = (cell: TableValue) => ['text', 'empty'].includes(cellKind(String(cell ?? '')));
	return !/<th[\s>]/i.test(html) && [headers, ...rows].every((row) => row.every(isText));
}

/** Whether both name the same columns in the same order, whatever their capitals and spaces. */
function sameColumns(former: AnyTable, next: AnyTable): boolean {
	return former.headers.every((name, index) => folded(name) === folded(next.headers[index]));
}

function folded(name: string): string {
	return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}

function warningFor({ page }: AnyTable): string {
	return `Page ${page}: The table at its top has no header that can be told; those of the table before it were taken.`;
}
