/** What `hasUnreadable` may take into account. */
export interface ValueKind {
	/** Whether the field may hold sentences, as a text may, but no amount, date or identifier. */
	mayBeProse: boolean;
}

/** Question marks are looked at one by one; more of them say nothing new. */
const MAX_MARKS = 200;
/** How far to look around a question mark, in characters. */
const REACH = 200;

/**
 * Tells whether a value has characters that could not be read: the service writes an English question
 * mark for each ("Replace any single character that is blurry … with an English question mark"). Not
 * meant are questions, and the question mark of a link.
 */
export function hasUnreadable(value: string, { mayBeProse }: ValueKind): boolean {
	if (value.includes('\uFFFD')) return true;
	if (!value.includes('?')) return false;
	if (!mayBeProse) return true;
	let at = value.indexOf('?');
	for (let count = 0; at >= 0 && count < MAX_MARKS; count++) {
		if (standsForCharacter(value, at)) return true;
		at = value.indexOf('?', at + 1);
	}
	return false;
}

function standsForCharacter(value: string, at: number): boolean {
	const before = value.slice(Math.max(0, at - REACH), at).replace(/\?+$/, '');
	const after = value.slice(at + 1, at + 1 + REACH).replace(/^\?+/, '');
	const word = before.slice(before.search(/\S*$/));
	if (isLink(word, after)) return false;
	if (/^[\p{L}\p{N}]|^[-./:,]\d/u.test(after)) return true;
	return !endsQuestion(before, word, after);
}

/** `example.com/a?b`, `/search?q=1`, `https://example.com?x` */
function isLink(word: string, following: string): boolean {
	if (/^[\w.~%[\]-]+=/.test(following) && /[./]/.test(word)) return true;
	return /^\W*(?:https?:\/\/[^\s/?]+\.[^\s?]+|(?:[\w-]+\.)+[a-z]{2,}(?::\d+)?\/[^\s?]*)$/i.test(
		word,
	);
}

function endsQuestion(before: string, word: string, after: string): boolean {
	const sentence = before
		.split(/[.!?。！？\n]/)
		.slice(-1)[0]
		.trim();
	if (ASIAN_SCRIPT.test(sentence)) {
		return sentence.length > MAX_NAME_LENGTH || ASIAN_QUESTION.test(sentence);
	}
	if (QUESTION.test(sentence)) return true;
	const words: string[] = sentence.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
	if (/\d/.test(word)) return words.length >= 4;
	const isName = words.length <= 3 && words.every((name) => /^\p{Lu}/u.test(name));
	if (SENTENCE_BEHIND.test(after)) return true;
	return word === '' ? words.length >= 2 && after.trim() === '' : words.length >= 2 && !isName;
}

const ASIAN_SCRIPT = /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Hangul}/u;
/** Names and places in Chinese, Japanese or Korean are no longer than this. */
const MAX_NAME_LENGTH = 12;
const ASIAN_QUESTION = /[吗嗎呢么麼何谁誰吧否几幾哪什か까요니]/u;
const SENTENCE_BEHIND = /^\s+\p{Lu}\p{L}*\s+\p{Ll}/u;
/** How questions begin in the languages that the service names (contract, section 3.3). */
const QUESTION =
	/^[\s"'„“«¿(]*(who|what|when|where|why|which|how|is|are|do|does|did|can|could|will|would|should|have|has|may|any|wer|was|wie|wo|wann|warum|welche\w?|ist|sind|hat|haben|kann|noch|qui|que|quoi|quand|où|pourquoi|comment|combien|quel\w*|est|avez|qué|quién|cuándo|dónde|cómo|cuál|cuánto|hay|tiene|por qué|chi|che|cosa|dove|perché|come|quanto|quando|quem|onde|как|что|где|когда|почему|кто)(?!\p{L})/iu;
