/** The texts of an answer, as the service may give them. */
export interface AnswerTexts {
	text: string;
	processedText?: string;
}

/**
 * Gives what was read as plain text: the service's cleaned text where there is one, without the
 * code fence around it. A fence that was never closed, as in a cut answer, goes too.
 */
export function readAnswerText({ text, processedText }: AnswerTexts): string {
	return stripFence(processedText?.trim() ? processedText : text);
}

/**
 * Takes the code fence off a text that begins with one. The closing fence may stand on the last
 * line or right behind the content (both recorded); text behind it is kept.
 */
export function stripFence(text: string): string {
	const opening = /^\s*```[a-z]*[ \t]*\r?\n?/i.exec(text);
	if (!opening) return text;
	const inside = text.slice(opening[0].length);
	const closing = inside.lastIndexOf('```');
	if (closing < 0) return inside;
	return joinParts(
		inside.slice(0, closing).replace(/\r?\n$/, ''),
		inside.slice(closing + 3).trim(),
	);
}

/** Gives the language named on an opening code fence in lower case, such as `html`, or "". */
export function fenceLanguage(text: string): string {
	return /^\s*```([a-z]*)/i.exec(text)?.[1].toLowerCase() ?? '';
}

function joinParts(inside: string, behind: string): string {
	return behind ? `${inside}\n${behind}` : inside;
}
