import type { Table, TableValue } from './table';

/**
 * Gives an object per row, from header to value, ready for a sheet; empty rows are left out. Headers are
 * own keys of the objects, whatever their names.
 */
export function tableRows({ headers, rows }: Table<TableValue>): Array<Record<string, TableValue>> {
	return rows
		.filter((row) => row.some((value) => value !== '' && value !== null))
		.map((row) => Object.fromEntries(row.map((value, column) => [headers[column], value])));
}
