import type { Result } from './result';

/**
 * Marks a result whose answer was cut off at the token limit (finish_reason `length`): what is
 * missing cannot be known, so it is a warning and a reason for review, whatever could be read.
 */
export function markTruncation(result: Result, finishReason: string): Result {
	if (finishReason !== 'length') return result;
	const message =
		'The answer was cut off at the token limit. Raise the option Max Tokens, or split the picture.';
	return {
		...result,
		reasons: [...result.reasons, { field: '', code: 'truncated', message }],
		warnings: [...result.warnings, message],
	};
}
