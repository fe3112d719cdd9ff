import type { Table } from './table';

/**
 * Tells a table that may continue a former one, such as on the next page: both have the same columns in
 * the same order, whatever their capitals and spaces.
 */
export function sameColumns(former: Table, next: Table): boolean {
	return (
		former.headers.length === next.headers.length &&
		former.headers.length > 0 &&
		former.headers.every((name, index) => folded(name) === folded(next.headers[index]))
	);
}

function folded(name: string): string {
	return name.normalize('NFKC').toLowerCase().replace(/\s+/g, '');
}
