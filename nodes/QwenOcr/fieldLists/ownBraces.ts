import { FIELD_TYPES, NAMED_FORMATS } from './field';

/** The braces at the end of a hint that are for us. */
export interface OwnBraces {
	/** The hint before them, trimmed. */
	description: string;
	words: BraceWord[];
	/** What stands behind `pattern:`, trimmed. */
	pattern?: string;
}

interface BraceWord {
	/** The word as written, `choice: A | B`. */
	text: string;
	/** Its first letters in small, `choice`. */
	name: string;
	/** What stands behind them and a colon, absent for a single word. */
	value?: string;
}

/** The words that we know in braces, in small letters, apart from `pattern:`. */
export const OWN_WORDS: ReadonlySet<string> = new Set(
	['required', ...FIELD_TYPES, ...NAMED_FORMATS].map((word) => word.toLowerCase()),
);

const PATTERN = /(?:^|[,，])\s*pattern\s*[:：]/i;

/**
 * Finds the last braces of a hint that end it and are for us, undefined where there are none. A
 * person's own braces must survive (`Name {as printed}`, `Number {大写}`), and a slip of the pen
 * (`{amonut}`, `{date, requird}`) must not pass for them. So braces are ours when one of their parts
 * is one of our words (alone, with a colon, or with bars behind it), or when all their parts are single
 * words of Latin letters. Which of the words we know is for the caller to check.
 */
export function ownBraces(hint: string): OwnBraces | undefined {
	const text = hint.trimEnd();
	if (!text.endsWith('}')) return undefined;
	let nextBrace = text.length - 1;
	for (let index = text.length - 2; index >= 0; index--) {
		if (text[index] === '{') {
			const found = readContent(text.slice(index + 1, nextBrace), text.slice(nextBrace, -1));
			if (found) return { description: text.slice(0, index).trim(), ...found };
		}
		if (text[index] === '{' || text[index] === '}') nextBrace = index;
	}
	return undefined;
}

/** `rest` is what follows the next brace: only a pattern may hold any. */
function readContent(content: string, rest: string): Omit<OwnBraces, 'description'> | undefined {
	const pattern = PATTERN.exec(content);
	if (!pattern && rest !== '') return undefined;
	const words = (pattern ? content.slice(0, pattern.index) : content)
		.split(/[,，]/)
		.map((word) => word.trim())
		.filter((word) => word !== '')
		.map(readWord);
	if (pattern) {
		const behind = content.slice(pattern.index + pattern[0].length) + rest;
		return { words, pattern: behind.trim() };
	}
	const isOurs = words.some(isOwn) || (words.length > 0 && words.every(isSingle));
	return isOurs ? { words } : undefined;
}

function readWord(text: string): BraceWord {
	const [, name, value] = /^([a-z]*)\s*(?:[:：]\s*)?([^]*)$/i.exec(text) ?? [];
	return { text, name: name.toLowerCase(), ...(name !== text && { value }) };
}

function isOwn({ text, name, value }: BraceWord): boolean {
	if (!OWN_WORDS.has(name)) return false;
	return value === undefined || /^[a-z]+\s*[:：]|[|｜]/i.test(text);
}

function isSingle({ name, value }: BraceWord): boolean {
	return name !== '' && value === undefined;
}
