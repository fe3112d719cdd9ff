import type { ReadLine, Table } from '../reading';
import type { Size } from '../tokens';

/** A picture that was read. */
export interface Page {
	/** Pixels, as the reader saw it. */
	size: Size;
	lines: ReadLine[];
	tables: Table[];
}
