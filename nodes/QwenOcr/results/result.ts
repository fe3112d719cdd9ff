import type { Line } from './lines';
import type { Table } from './tables';

/** A doubt that a person should look at; `code` never changes, so that workflows can branch on it. */
export interface ReviewReason {
	/** Name of the field in doubt; empty when the whole answer is. */
	field: string;
	code: 'repaired' | 'truncated' | 'unfinished' | 'unreadable_answer';
	message: string;
}

/** The parts of an item that hold what was read; each operation fills its own and leaves out the others. */
export interface ResultParts {
	fields?: Record<string, unknown>;
	tables?: Table[];
	lines?: Line[];
	latex?: string;
	markdown?: string;
}

/** What was read from one picture. */
export interface Result {
	text: string;
	parts: ResultParts;
	reasons: ReviewReason[];
	warnings: string[];
}
