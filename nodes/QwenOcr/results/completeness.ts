import { checkRepetition } from './checks';
import type { Result, ReviewReason } from './result';

/**
 * Marks a result whose answer does not say that it is complete (finish_reason other than `stop`), or
 * goes round in circles: what is missing cannot be known, so it is a warning and a reason for
 * review, whatever could be read.
 */
export function markIncomplete(result: Result, finishReason: string): Result {
	const reasons = [unfinished(finishReason), checkRepetition(result.text)].filter(
		(reason) => reason !== undefined,
	);
	return {
		...result,
		reasons: [...result.reasons, ...reasons],
		warnings: [...result.warnings, ...reasons.map(({ message }) => message)],
	};
}

function unfinished(finishReason: string): ReviewReason | undefined {
	if (finishReason === 'stop') return undefined;
	return finishReason === 'length'
		? {
				field: '',
				code: 'truncated',
				message:
					'The answer was cut off at the token limit. Raise the option Max Tokens, or split the picture.',
			}
		: {
				field: '',
				code: 'unfinished',
				message: `The service does not say that the answer is complete (${finishReason}). Compare it with the picture, or run the item again.`,
			};
}
