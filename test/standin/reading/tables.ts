import { gridTables } from './gridTable';
import { ruledTables } from './ruledTables';
import type { Pixels, ReadLine } from './shapes';
import type { Table } from './table';

/** The tables of a page: those drawn with lines, else the one its text sets out, else none. */
export function readTables(lines: readonly ReadLine[], pixels: Pixels): Table[] {
	const ruled = ruledTables(lines, pixels);
	return ruled.length > 0 ? ruled : gridTables(lines);
}
