/** Which row names the columns: told from the rows themselves, always the first, or none. */
export type HeaderRow = 'auto' | 'first' | 'none';

/** A cell of a row: text as printed, a number on request, null for an empty cell of a number column. */
export type TableValue = string | number | null;

/** One table of an answer. Every row is as long as `headers`; merged cells are repeated. */
export interface Table<Value extends TableValue = string> {
	/** Names of the columns: never empty, no two alike. */
	headers: string[];
	rows: Value[][];
	/** The table as the service wrote it. */
	html: string;
	/** Caption and one-cell rows above the header row, joined by spaces. */
	title?: string;
	/** Other rows above the header row, such as label and value pairs: their cells, each once. */
	head?: string[][];
	/** The page of the document, counted from 1. */
	page?: number;
}
