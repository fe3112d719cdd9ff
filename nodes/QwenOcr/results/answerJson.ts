import { jsonrepair } from '../vendor/jsonRepair';

/** JSON found in a text; `repaired` when it was not valid as it stood. */
export interface FoundJson {
	value: unknown;
	repaired: boolean;
}

/** Repair is for slips of the pen; beyond this many characters it is not worth its time. */
const MAX_REPAIR_LENGTH = 40_000;

/**
 * Reads JSON from a model's text: as it stands, or after repair of what models get wrong (single
 * quotes, trailing commas, words around it). Undefined when there is no object or list in it.
 * Do not hand it an answer that was cut off: a repair would close it and hide the loss.
 */
export function readAnswerJson(text: string): FoundJson | undefined {
	const exact = parse(text);
	if (isContainer(exact)) return { value: exact, repaired: false };

	const from = text.search(/[{[]/);
	const to = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']'));
	if (from < 0 || to < from || to - from > MAX_REPAIR_LENGTH) return undefined;

	const inside = text.slice(from, to + 1);
	const value = parse(inside) ?? (isWorthRepair(inside) ? repair(inside) : undefined);
	return isContainer(value) ? { value, repaired: true } : undefined;
}

/** Quotes that stand nowhere near structure make the repairer go back and forth, for minutes. */
const MOST_STRAY_QUOTES = 40;

function isWorthRepair(text: string): boolean {
	const next = nextMarks(text);
	let before = '';
	let stray = 0;
	for (let index = 0; index < text.length; index++) {
		const character = text[index];
		if (character.trim() === '') continue;
		const isQuote = QUOTES.includes(character);
		if (isQuote && !'{[,:'.includes(before) && !',:}]'.includes(next[index])) stray++;
		before = character;
	}
	return stray <= MOST_STRAY_QUOTES;
}

const QUOTES = '"\'“”‘’`´';

/** For each place the next character that is no space; `.` at the end, which is no structure. */
function nextMarks(text: string): string[] {
	const next = new Array<string>(text.length);
	let mark = '.';
	for (let index = text.length - 1; index >= 0; index--) {
		next[index] = mark;
		if (text[index].trim() !== '') mark = text[index];
	}
	return next;
}

function isContainer(value: unknown): value is object {
	return typeof value === 'object' && value !== null;
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function repair(text: string): unknown {
	try {
		return JSON.parse(jsonrepair(text));
	} catch {
		return undefined;
	}
}
