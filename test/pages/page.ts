import type { TableRow } from './itemTable';

/** Field names and their values or hints, nested as a result_schema (at most three levels). */
export interface FieldTree {
	[name: string]: string | FieldTree;
}

export type PageKind =
	| 'invoice'
	| 'receipt'
	| 'orderForm'
	| 'statement'
	| 'card'
	| 'chineseInvoice'
	| 'chineseReceipt';

/** A business document page with everything that is known about it. */
export interface Page {
	/** Kind and seed, e.g. `invoice-17`. */
	name: string;
	kind: PageKind;
	/** PNG. */
	picture: Buffer;
	/** Pixels. */
	width: number;
	/** Pixels. */
	height: number;
	/** What a user would ask for: the names of `fields` with empty hints. */
	schema: FieldTree;
	/** The right answers, as printed. */
	fields: FieldTree;
	/** All printed lines from top to bottom; texts far apart on one baseline are lines of their own. */
	lines: string[];
	/** The line items, if the page prints them as a table. */
	table?: { rows: TableRow[] };
}
