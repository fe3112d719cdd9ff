import { readAnswerJson } from '../answerJson';
import { readAnswerText } from '../answerText';
import type { AnswerTexts } from '../answerText';
import { fieldConfidences } from '../checks';
import type { Token } from '../checks';
import type { Result, ReviewReason } from '../result';
import { mapLeaves } from './fieldTree';
import { fitShape } from './fitShape';
import { withoutBlanks } from './withoutBlanks';

interface FieldsAnswer extends AnswerTexts {
	/** The service's `kv_result`, if it came. */
	keyValues?: unknown;
	finishReason: string;
	/** Of the whole answer, in order; only where they were asked for. */
	tokens?: readonly Token[];
}

type Fields = Record<string, unknown>;

/**
 * Gives the fields of a key_information_extraction answer: `kv_result` where it holds any, else the
 * JSON of the text. A value that the service marks as missing (null, "null" or ""), or that it left
 * out though the schema asks for it, is null, and an element without any value is none; what is nested
 * otherwise than the schema is brought into its shape, as `fitShape` says. The JSON of an answer that
 * was cut off is never closed by guess: its text is kept, its fields are null.
 */
export function readFields(answer: FieldsAnswer, schema: unknown = {}): Result {
	const text = readAnswerText(answer);
	const result = (answered: Fields, reasons: ReviewReason[] = []): Result => {
		const known = confidenceOf(answer, answered);
		const { fields, confidence } = withoutBlanks(
			fitShape(answered, schema) as Fields,
			known && (fitShape(known, schema) as Fields),
		);
		return {
			text,
			parts: {
				fields: complete(fields, schema) as Fields,
				...(confidence && { confidence }),
			},
			reasons,
			warnings: reasons.map(({ message }) => message),
		};
	};

	const keyValues = toFields(answer.keyValues);
	if (keyValues && Object.keys(keyValues).length > 0) return result(keyValues);
	if (answer.finishReason !== 'stop') return result({});

	const found = readAnswerJson(text);
	const fields = toFields(found?.value);
	if (!fields) return result({}, [UNREADABLE]);
	return result(fields, found?.repaired ? [REPAIRED] : []);
}

/** How sure the model was of each value, nested like the fields; nothing where it does not say. */
function confidenceOf({ tokens = [] }: FieldsAnswer, fields: Fields): Fields | undefined {
	const known = fieldConfidences(tokens);
	if (known.size === 0) return undefined;
	return mapLeaves(fields, ({ path }) => ({ value: known.get(path) ?? null }));
}

const UNREADABLE: ReviewReason = {
	field: '',
	code: 'unreadable_answer',
	message: 'The answer holds no fields that can be read; see its text',
};

const REPAIRED: ReviewReason = {
	field: '',
	code: 'repaired',
	message: 'The answer was not valid JSON and was repaired; check its values',
};

/** A document with a list at the top, as "all fields" may answer, becomes one field `items`. */
function toFields(value: unknown): Fields | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	const cleaned = withoutMissing(value);
	return Array.isArray(cleaned) ? { items: cleaned } : (cleaned as Fields);
}

function withoutMissing(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(withoutMissing);
	if (isFields(value)) {
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [key, withoutMissing(inner)]),
		);
	}
	if (typeof value !== 'string') return value ?? null;
	return ['', 'null'].includes(value.trim()) ? null : value;
}

/** Adds the fields of the schema that the answer lacks, so that a workflow finds them all. */
function complete(value: unknown, schema: unknown): unknown {
	if (Array.isArray(schema)) {
		if (!Array.isArray(value)) return value === undefined || value === null ? [] : value;
		return value.map((element) => complete(element, schema[0]));
	}
	if (!isFields(schema)) return value ?? null;
	if (value !== undefined && value !== null && !isFields(value)) return value;
	const present = value ?? {};
	const wanted = Object.entries(schema).map(([key, inner]) => [
		key,
		complete(Object.hasOwn(present, key) ? present[key] : undefined, inner),
	]);
	return { ...Object.fromEntries(wanted), ...withoutKeys(present, schema) };
}

function withoutKeys(fields: Fields, known: Fields): Fields {
	return Object.fromEntries(Object.entries(fields).filter(([key]) => !Object.hasOwn(known, key)));
}

function isFields(value: unknown): value is Fields {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
