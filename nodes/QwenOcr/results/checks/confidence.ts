import type { ReviewReason } from '../result';
import { placeValues } from './jsonValues';
import { joinTokens, probabilityOf } from './tokenText';
import type { Token } from './tokenText';

/**
 * Gives how sure the model was of each field's value: the lowest probability, from 0 to 1, of the tokens
 * that hold a piece of it, by paths such as `lineItems[2].amount`. The values are found where they stand
 * in the JSON of the answer, never by looking for them. A value has none where a token gives no
 * probability, and no value has any where the tokens do not make up JSON. A list at the top is `items`, as
 * in the fields.
 */
export function fieldConfidences(tokens: readonly Token[]): Map<string, number> {
	const { text, probabilities } = joinTokens(tokens);
	const { json, offset } = findJson(text);
	const confidences = new Map<string, number>();
	for (const { path, start, end } of placeValues(json)) {
		const confidence = lowestOf(probabilities, offset + start, offset + end);
		if (confidence === undefined) confidences.delete(path);
		else confidences.set(path, confidence);
	}
	return confidences;
}

/**
 * Gives how sure the model was of a plain text: the lowest probability of its tokens, spaces and line
 * breaks left out. Undefined where a token gives no probability, or there is none.
 */
export function textConfidence(tokens: readonly Token[]): number | undefined {
	let lowest = Infinity;
	for (const token of tokens) {
		if (String(token.token).trim() === '') continue;
		const probability = probabilityOf(token);
		if (Number.isNaN(probability)) return undefined;
		lowest = Math.min(lowest, probability);
	}
	return lowest === Infinity ? undefined : lowest;
}

/** Gives the doubts about values that the model was less sure of than `threshold`, from 0 to 1. */
export function checkConfidence(
	confidences: ReadonlyMap<string, number>,
	threshold: number,
): ReviewReason[] {
	return [...confidences]
		.filter(([, confidence]) => confidence < threshold)
		.map(([field, confidence]) => ({
			field,
			code: 'low_confidence',
			message: `The model is ${percent(confidence)} sure of the value, less than ${percent(threshold)}`,
		}));
}

/** Finds the JSON of an answer: what a code fence holds, or all of it, from the first bracket to the last. */
function findJson(text: string): { json: string; offset: number } {
	const fence = /```\w*[ \t]*\r?\n/.exec(text);
	const from = fence ? fence.index + fence[0].length : 0;
	const closing = fence ? text.lastIndexOf('```') : -1;
	const inside = text.slice(from, closing > from ? closing : text.length);
	const first = Math.max(0, inside.search(/[{[]/));
	const last = Math.max(inside.lastIndexOf('}'), inside.lastIndexOf(']'));
	return { json: inside.slice(first, last + 1), offset: from + first };
}

function lowestOf(probabilities: Float64Array, from: number, to: number): number | undefined {
	let lowest = 1;
	for (let at = from; at < to; at += 1) lowest = Math.min(lowest, probabilities[at]);
	return Number.isNaN(lowest) ? undefined : lowest;
}

function percent(share: number): string {
	return `${(Math.floor(share * 1000) / 10).toString()}%`;
}
