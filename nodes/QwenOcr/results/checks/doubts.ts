import type { ReviewReason } from '../result';
import { checkFormat } from './formats';
import type { FormatCheck } from './formats';
import { isMasked } from './masked';
import { hasUnreadable } from './unreadable';

/** What is known of a printed value. */
export interface PrintedValue {
	/** Its path, such as `lineItems[2].amount`. */
	field: string;
	/** As the service gave it. */
	text: string;
	/** The field's type, a FieldType; only a `text` may be a sentence. */
	type: string;
	format?: FormatCheck;
}

/**
 * Gives the doubt about a printed value, if there is one: part of it is covered, some characters could not
 * be read, or it has not the form asked for. Only the first of these counts, as what is not there has no
 * form and no type.
 */
export function checkPrinted({
	field,
	text,
	type,
	format,
}: PrintedValue): ReviewReason | undefined {
	if (isMasked(text)) {
		return { field, code: 'masked', message: 'The document shows only part of the value' };
	}
	if (hasUnreadable(text, { mayBeProse: type === 'text' && format === undefined })) {
		return {
			field,
			code: 'unreadable_character',
			message: 'Characters marked ? in the value could not be read',
		};
	}
	const problem = format && checkFormat(text, format);
	return problem && { field, ...problem };
}
