import { readAnswerJson } from './answerJson';
import { readAnswerText } from './answerText';
import type { AnswerTexts } from './answerText';
import type { Result, ReviewReason } from './result';

interface FieldsAnswer extends AnswerTexts {
	/** The service's `kv_result`, if it came. */
	keyValues?: unknown;
	finishReason: string;
}

/**
 * Gives the fields of a key_information_extraction answer: `kv_result` where it came, else the JSON
 * of the text. A value that the service marks as missing (null, "null" or "") is null. The JSON of
 * an answer that was cut off is never closed by guess: its fields stay empty, its text is kept.
 */
export function readFields(answer: FieldsAnswer): Result {
	const text = readAnswerText(answer);
	const asObject = toFieldObject(answer.keyValues);
	if (asObject) return { text, parts: { fields: asObject }, reasons: [], warnings: [] };
	if (answer.finishReason === 'length')
		return { text, parts: { fields: {} }, reasons: [], warnings: [] };

	const found = readAnswerJson(text);
	const fields = toFieldObject(found?.value);
	if (!fields) return unreadable(text);
	if (!found?.repaired) return { text, parts: { fields }, reasons: [], warnings: [] };

	const message = 'The answer was not valid JSON and was repaired; check its values';
	const reason: ReviewReason = { field: '', code: 'repaired', message };
	return { text, parts: { fields }, reasons: [reason], warnings: [message] };
}

function unreadable(text: string): Result {
	const message = 'The answer holds no fields that can be read; see its text';
	return {
		text,
		parts: { fields: {} },
		reasons: [{ field: '', code: 'unreadable_answer', message }],
		warnings: [message],
	};
}

/** A document with a list at the top, as "all fields" may answer, becomes one field `items`. */
function toFieldObject(value: unknown): Record<string, unknown> | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const cleaned = withoutMissing(value);
	return Array.isArray(cleaned) ? { items: cleaned } : (cleaned as Record<string, unknown>);
}

function withoutMissing(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutMissing);
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [key, withoutMissing(inner)]),
		);
	}
	if (typeof value !== 'string') return value ?? null;
	return /^\s*(null)?\s*$/.test(value) ? null : value;
}
