import type { Result } from './result';

/** The texts of an answer, as the service may give them. */
export interface AnswerTexts {
	text: string;
	/** The service's own cleaned text, where it gives one. */
	processedText?: string;
}

/** Gives a result of text alone. */
export function readPlainText(answer: AnswerTexts): Result {
	return { text: readAnswerText(answer), parts: {}, reasons: [], warnings: [] };
}

/** Gives what was read as plain text: the service's cleaned text where there is one, without code fences. */
export function readAnswerText({ text, processedText }: AnswerTexts): string {
	return stripFences(processedText?.trim() ? processedText : text);
}

/**
 * Takes code fences off a text and keeps what they hold. An opening fence ends its line; a closing
 * one may stand on a line of its own or right behind the content (both recorded), or be missing
 * from an answer that was cut off.
 */
export function stripFences(text: string): string {
	const parts: string[] = [];
	let rest = text;
	for (let opening = OPENING.exec(rest); opening; opening = OPENING.exec(rest)) {
		const inside = rest.slice(opening.index + opening[0].length);
		const closing = inside.indexOf('```');
		const isClosed = closing >= 0;
		parts.push(rest.slice(0, opening.index).trim());
		parts.push(isClosed ? inside.slice(0, closing).replace(/\r?\n[ \t]*$/, '') : inside);
		rest = isClosed ? inside.slice(closing + 3) : '';
	}
	if (parts.length === 0) return text;
	return [...parts, rest.trim()].filter((part) => part !== '').join('\n');
}

/** Gives the language named on the first code fence in lower case, such as `html`, or "". */
export function fenceLanguage(text: string): string {
	return OPENING.exec(text)?.[1].toLowerCase() ?? '';
}

const OPENING = /```([\w+-]*)[ \t]*\r?\n/;
