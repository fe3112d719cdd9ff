import { cellKind, columnKind } from './cellKind';
import type { CellKind } from './cellKind';
import { readTables } from './readTables';
import type { Table, TableValue } from './table';

type AnyTable = Table<TableValue>;

/**
 * Gives the tables of a document, each that goes on from the page before with the headers of that one:
 * it stands first on its page, has as many columns of the same kinds, no title, and no header of its
 * own. A row of texts above texts is taken for a header where a table begins, but for a row where one
 * may go on: as a header, it would be lost. Each such table is told in a warning.
 */
export function continueTables(tables: readonly AnyTable[]): {
	tables: AnyTable[];
	warnings: string[];
} {
	const continued: AnyTable[] = [];
	const warnings: string[] = [];
	for (const table of tables) {
		const continuation = continuationOf(continued.at(-1), table);
		if (continuation) warnings.push(warningFor(table));
		continued.push(continuation ?? table);
	}
	return { tables: continued, warnings };
}

function continuationOf(former: AnyTable | undefined, table: AnyTable): AnyTable | undefined {
	if (!former || !mayGoOn(former, table)) return undefined;
	const [{ rows }] = readTables(table.html, 'none');
	const next = { ...table, headers: former.headers, rows };
	return sameKinds(former, next) ? next : undefined;
}

function mayGoOn(former: AnyTable, next: AnyTable): boolean {
	if (former.page === undefined || next.page !== former.page + 1) return false;
	if (next.title !== undefined || next.head !== undefined) return false;
	if (next.headers.length < 2 || next.headers.length !== former.headers.length) return false;
	if (isUnnamed(former) || sameColumns(former, next)) return false;
	return isUnnamed(next) || isHeaderGuessed(next);
}

function isUnnamed({ headers }: AnyTable): boolean {
	return headers.every((name, index) => name === `Column ${index + 1}`);
}

function isHeaderGuessed({ html, headers, rows }: AnyTable): boolean {
	const isText = (cell: TableValue) => ['text', 'empty'].includes(kindOf(cell));
	return !/<th(?:ead)?[\s>]/i.test(html) && [headers, ...rows].every((row) => row.every(isText));
}

/** Whether no column holds another kind of values; one without values fits to all. */
function sameKinds(former: AnyTable, next: AnyTable): boolean {
	return former.headers.every((_name, column) => {
		const kinds = [former, next].map(({ rows }) =>
			columnKind(rows.map((row) => kindOf(row[column]))),
		);
		return kinds.includes('empty') || kinds[0] === kinds[1];
	});
}

function kindOf(cell: TableValue): CellKind {
	return cellKind(String(cell ?? ''));
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
