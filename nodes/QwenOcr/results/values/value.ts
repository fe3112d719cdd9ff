import type { ReviewCode } from '../result';

/** What a field's printed text is to become. */
export type ValueType = 'text' | 'number' | 'amount' | 'date' | 'dateTime' | 'boolean' | 'choice';

/** What the user says about the documents; `auto` and `review` leave it to the document itself. */
export interface ReadingRules {
	/** Which sign stands before the decimals. */
	numberFormat: 'auto' | 'point' | 'comma';
	/** Which number of `11/12/2026` is the day. */
	dayFirst: 'day' | 'month' | 'review';
}

/** The type of a field; a choice also has the values it chooses from. */
export interface ValueSpec {
	type: ValueType;
	choices?: readonly string[];
}

/** What the other values of the same document show about the way it writes numbers and dates. */
export interface Evidence {
	numberFormat?: 'point' | 'comma';
	dayFirst?: boolean;
}

/** A printed text that cannot be read for certain; the message is for the person who reviews it. */
export interface DoubtfulValue {
	kind: 'doubtful';
	code: Extract<ReviewCode, 'ambiguous_number' | 'ambiguous_date' | 'unreadable_value'>;
	message: string;
}

/** A typed value, or why there is none. `currency` (ISO 4217) comes with an amount where it is printed. */
export type ReadValue =
	| { kind: 'read'; value: string | number | boolean; currency?: string }
	| DoubtfulValue;

/** Gives a doubt with its message. */
export function doubtful(code: DoubtfulValue['code'], message: string): DoubtfulValue {
	return { kind: 'doubtful', code, message };
}

/** Gives the doubt about a text that is not of the field's type, such as `'n/a' is not a number.` */
export function unreadable(printed: string, problem: string): DoubtfulValue {
	return doubtful('unreadable_value', `${quoted(printed)} ${problem}.`);
}

/** Gives a printed text in quotation marks, on one line and cut to what a message can hold. */
export function quoted(printed: string): string {
	const line = printed.slice(0, LONGEST_QUOTE).replace(/\s+/g, ' ').trim();
	return printed.length > LONGEST_QUOTE ? `'${line}…'` : `'${line}'`;
}

const LONGEST_QUOTE = 60;

/** No number, date or choice is longer, in characters. */
export const LONGEST_VALUE = 200;
