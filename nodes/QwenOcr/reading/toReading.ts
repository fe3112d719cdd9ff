import type { Answer } from '../dashscope/nativeAnswer';
import { createSecretHider } from '../dashscope/secrets';
import type { Source } from '../documents/document';
import { joinReadings } from '../items/reading';
import type { Reading } from '../items/reading';
import type { Question } from '../operations/operation';
import { markIncomplete } from '../results/completeness';
import type { Result } from '../results/result';
import type { Job } from './job';

/** What was asked, as far as it takes to make sense of the answer. */
type Asked = Pick<Job, 'operation' | 'settings' | 'request'>;

/**
 * Makes a reading of an answer, with all that is doubtful about it. The answer is paid for: should
 * the node itself fail over it, its text still leaves, for a person to look at.
 */
export function toReading(
	asked: Asked,
	answer: Answer,
	source: Source,
	warnings: readonly string[],
): Reading {
	const result = resultOf(asked, answer, source);
	return {
		source,
		result: { ...result, warnings: [...warnings, ...result.warnings] },
		answers: [answer],
	};
}

/** Completes a reading whose pages have been put together; what cannot be completed stays as it is. */
export function finishReading(asked: Asked, reading: Reading): Reading {
	const { operation } = asked;
	const { source, result } = reading;
	if (!operation.finishResult) return reading;
	try {
		return { ...reading, result: operation.finishResult(result, questionOf(asked, source)) };
	} catch (error) {
		const what = 'to type and check the values';
		return { ...reading, result: doubtful(result, what, error, 'they are as they were read') };
	}
}

/** Makes one reading of the texts of pages over which the node fails when it puts them together. */
export function plainReading(pages: readonly Reading[], error: unknown): Reading {
	const plain = pages.map((page) => ({ ...page, result: { ...page.result, parts: {} } }));
	const joined = joinReadings(plain, []);
	const what = 'to put what was read together';
	return { ...joined, result: doubtful(joined.result, what, error, 'the text is as it was read') };
}

function resultOf(asked: Asked, answer: Answer, source: Source): Result {
	try {
		const result = asked.operation.readResult(answer, questionOf(asked, source));
		return markIncomplete(result, answer.finishReason);
	} catch (error) {
		const { text } = answer;
		const plain = { text, parts: {}, reasons: [], warnings: [] };
		const what = 'to make sense of the answer';
		return doubtful(plain, what, error, 'the text is as the service gave it');
	}
}

function questionOf({ settings, request }: Asked, source: Source): Question {
	const { model, enableRotate, values } = settings;
	return { source, model, enableRotate, request, values };
}

const hideSecrets = createSecretHider('');

function doubtful(result: Result, what: string, error: unknown, left: string): Result {
	const message = `This node failed ${what} (${hideSecrets(String(error))}); ${left}.`;
	return {
		...result,
		reasons: [...result.reasons, { field: '', code: 'unreadable_answer', message }],
		warnings: [...result.warnings, message],
	};
}
