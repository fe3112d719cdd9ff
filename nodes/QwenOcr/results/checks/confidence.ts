import { parseTree } from '../../vendor/jsonParser';
import type { Node, ParseError } from '../../vendor/jsonParser';
import type { ReviewReason } from '../result';
import { joinTokens } from './tokenText';
import type { RatedText, Token } from './tokenText';

/**
 * Gives how sure the model was of each field's value: the lowest probability, from 0 to 1, of the tokens
 * that hold a piece of it, by paths such as `lineItems[2].amount`. The values are found where they stand
 * in the JSON of the answer, never by looking for them. A value has none where a token gives no
 * probability, and no value has any where the tokens do not make up JSON. A list at the top is `items`, as
 * in the fields.
 */
export function fieldConfidences(tokens: readonly Token[]): Map<string, number> {
	const confidences = new Map<string, number>();
	const rated = joinTokens(tokens);
	const json = findJson(rated.text);
	if (!json) return confidences;
	const visit = (node: Node, path: string): void => {
		if (node.type === 'array') {
			node.children?.forEach((element, index) => visit(element, `${path}[${index}]`));
		} else if (node.type === 'object') {
			for (const property of node.children ?? []) {
				const [name, value] = property.children ?? [];
				if (name && value) visit(value, path === '' ? String(name.value) : `${path}.${name.value}`);
			}
		} else {
			const confidence = lowestOf(rated, json.start + node.offset, node.length, node.type);
			if (confidence === undefined) confidences.delete(path);
			else confidences.set(path, confidence);
		}
	};
	visit(json.root, json.root.type === 'array' ? 'items' : '');
	return confidences;
}

/**
 * Gives how sure the model was of a plain text: the lowest probability of its tokens, spaces and line
 * breaks left out. Undefined where a token gives no probability, or there is none.
 */
export function textConfidence(tokens: readonly Token[]): number | undefined {
	const { text, probabilities } = joinTokens(tokens);
	let lowest = Infinity;
	for (let at = 0; at < text.length; at++) {
		if (/\s/.test(text[at])) continue;
		if (Number.isNaN(probabilities[at])) return undefined;
		lowest = Math.min(lowest, probabilities[at]);
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

/** Deeper nesting is no document, and would be too deep to walk. */
const MAX_DEPTH = 100;

/** Finds the JSON of an answer: what a code fence holds, or all of it, from the first bracket to the last. */
function findJson(text: string): { root: Node; start: number } | undefined {
	const fence = /```\w*[ \t]*\r?\n/.exec(text);
	const from = fence ? fence.index + fence[0].length : 0;
	const closing = fence ? text.lastIndexOf('```') : -1;
	const inside = text.slice(from, closing > from ? closing : text.length);
	const first = inside.search(/[{[]/);
	const last = Math.max(inside.lastIndexOf('}'), inside.lastIndexOf(']'));
	if (first < 0 || last < first) return undefined;

	const json = inside.slice(first, last + 1);
	if (depthOf(json) > MAX_DEPTH) return undefined;
	const errors: ParseError[] = [];
	const root = parseTree(json, errors, { disallowComments: true });
	return root && errors.length === 0 ? { root, start: from + first } : undefined;
}

/** Counts brackets in strings, too, which only makes the depth of hostile answers greater. */
function depthOf(json: string): number {
	let depth = 0;
	let deepest = 0;
	for (const character of json) {
		if (character === '{' || character === '[') deepest = Math.max(deepest, ++depth);
		else if (character === '}' || character === ']') depth -= 1;
	}
	return deepest;
}

/** Of a string, what is between its quotes, as these say nothing about the value. */
function lowestOf(
	{ probabilities }: RatedText,
	offset: number,
	length: number,
	type: string,
): number | undefined {
	const quote = type === 'string' && length > 2 ? 1 : 0;
	let lowest = 1;
	for (let at = offset + quote; at < offset + length - quote; at++) {
		if (Number.isNaN(probabilities[at])) return undefined;
		lowest = Math.min(lowest, probabilities[at]);
	}
	return lowest;
}

function percent(share: number): string {
	return `${(Math.floor(share * 1000) / 10).toString()}%`;
}
