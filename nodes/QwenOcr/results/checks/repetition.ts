import type { ReviewReason } from '../result';

/** What a text says over and over at its end. */
export interface Repetition {
	phrase: string;
	times: number;
}

/** Nothing that comes less often or is shorter goes round in circles. */
const MIN_TIMES = 8;
const MIN_LENGTH = 200;

/**
 * Finds whether a text goes round in circles at its end, as models do: a phrase, line or paragraph so
 * many times that no document would have it. What documents do repeat is none: equal lines of a receipt,
 * equal cells, empty rows, dotted lines. Takes time in proportion to the text's length.
 */
export function findRepetition(text: string): Repetition | undefined {
	const end = withoutClosing(text);
	if (end.length < MIN_LENGTH) return undefined;
	const matches = matchesAtEnd(end);
	let known = { period: 1, length: 0 };
	for (let period = 1; period * MIN_TIMES <= end.length; period++) {
		const length = period + matches[period];
		const times = Math.floor(length / period);
		const isMultiple = length === known.length && period % known.period === 0;
		if (times < MIN_TIMES || isMultiple) continue;
		known = { period, length };
		const phrase = end.slice(end.length - period);
		if (isTooMuch(phrase, times)) return { phrase: phrase.trim(), times };
	}
	return undefined;
}

/** Gives the doubt about a text that goes round in circles; `field` is '' for the whole answer. */
export function checkRepetition(text: string, field = ''): ReviewReason | undefined {
	const found = findRepetition(text);
	if (!found) return undefined;
	const phrase = found.phrase.replace(/\s+/g, ' ');
	const shown = phrase.length > 40 ? `${phrase.slice(0, 39)}…` : phrase;
	return {
		field,
		code: 'repeated',
		message: `The answer ends with "${shown}" ${found.times} times; what comes behind it in the document may be missing`,
	};
}

/** What closes a list, an object, a code block or a table stands behind the last round. */
function withoutClosing(text: string): string {
	let end = text.length;
	for (;;) {
		if (end > 0 && CLOSING.includes(text[end - 1])) end -= 1;
		else if (/<\/\w{1,10}>$/.test(text.slice(Math.max(0, end - 13), end))) {
			end = text.lastIndexOf('<', end - 1);
		} else return text.slice(0, end);
	}
}

const CLOSING = ' \t\r\n"\'`]})';

/**
 * Gives for each distance how many characters at the end of the text are the same as those so far in front
 * of them: the Z-function of the text read backwards (D. Gusfield, Algorithms on Strings, 1997).
 */
function matchesAtEnd(text: string): Int32Array {
	const last = text.length - 1;
	const matches = new Int32Array(text.length);
	let left = 0;
	let right = 0;
	for (let distance = 1; distance < text.length; distance++) {
		let length = distance < right ? Math.min(right - distance, matches[distance - left]) : 0;
		while (
			distance + length <= last &&
			text.charCodeAt(last - length) === text.charCodeAt(last - distance - length)
		) {
			length += 1;
		}
		matches[distance] = length;
		if (distance + length > right) {
			left = distance;
			right = distance + length;
		}
	}
	return matches;
}

/** The less a phrase says, the more often documents repeat it. */
function isTooMuch(phrase: string, times: number): boolean {
	const content = contentOf(phrase);
	const length = times * phrase.length;
	if (content === 0) return length >= 8_000;
	if (content < 4) return times >= 200 && length >= 2_000;
	if (phrase.length >= 200) return true;
	return times >= (/<t[dhr]\b|\|/i.test(phrase) ? 60 : 30) && length >= MIN_LENGTH;
}

/** The letters and digits of the different words of a phrase, without markup. */
function contentOf(phrase: string): number {
	const words =
		phrase
			.slice(0, 5_000)
			.replace(/<[^<>]*>/g, ' ')
			.match(/[\p{L}\p{N}]+/gu) ?? [];
	return [...new Set(words)].join('').length;
}
