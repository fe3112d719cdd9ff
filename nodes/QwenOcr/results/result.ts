import type { Line } from './lines';
import type { Table, TableValue } from './tables';

/** Why a person should look at a result. The codes never change, so that workflows can branch on them. */
export type ReviewCode =
	/** The value may be read in two ways, and nothing else on the document tells which. */
	| 'ambiguous_date'
	| 'ambiguous_number'
	/** A check digit does not fit. */
	| 'check_digit'
	/** The value does not have the form that was asked for. */
	| 'format'
	/** The model was less sure of the value than Confidence Threshold asks for. */
	| 'low_confidence'
	/** The document itself shows only part of the value. */
	| 'masked'
	/** A required field was not found. */
	| 'missing'
	/** Pages of the document give different values. */
	| 'page_conflict'
	/** A page of the document could not be read. */
	| 'page_failed'
	/** The answer was not valid and was repaired. */
	| 'repaired'
	/** The answer goes round in circles, or a page gives the list of an earlier page. */
	| 'repeated'
	/** No file of the item could be read. */
	| 'skipped_file'
	/** Amounts do not add up. */
	| 'sum'
	/** The answer was cut off at the token limit. */
	| 'truncated'
	/** The service does not say that the answer is complete. */
	| 'unfinished'
	/** The answer holds nothing that can be read, or the node itself failed over it. */
	| 'unreadable_answer'
	/** The service marks characters that it could not read. */
	| 'unreadable_character'
	/** The printed text is not of the field's type, or the answer nests it otherwise. */
	| 'unreadable_value';

/** A doubt that a person should look at. */
export interface ReviewReason {
	/** Name of the field in doubt, such as `lineItems[2].amount`; empty when the whole answer is. */
	field: string;
	code: ReviewCode;
	message: string;
}

/** The parts of an item that hold what was read; each operation fills its own and leaves out the others. */
export interface ResultParts {
	fields?: Record<string, unknown>;
	/** The fields as printed, where some of them were typed. */
	printed?: Record<string, unknown>;
	/** How sure the model was of each field, from 0 to 1, nested like the fields. */
	confidence?: Record<string, unknown>;
	tables?: Array<Table<TableValue>>;
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
