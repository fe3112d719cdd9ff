import { EMPTY_WORDS, PHRASES } from './vocabulary';

const CJK = /[\u3400-\u9fff]/;
const PUNCTUATION = /[_\-–./,:;()[\]{}<>、，。；"'“”‘’*|\\!?·•=+~\u3000]+/g;

/** What a word or phrase of a label means; an unknown word means itself. */
export interface Concept {
	concept: string;
	isKnown: boolean;
}

/** The concepts of a wording: the longest known phrases, and each unknown word as it stands. */
export function conceptsOf(text: string): Concept[] {
	const wording = plainWording(text);
	const known = knownConcepts.get(wording);
	if (known) return known;
	const concepts: Concept[] = [];
	let start = 0;
	while (start < wording.length) {
		const phrase = phraseAt(wording, start);
		const word = phrase ?? wordAt(wording, start);
		if (phrase !== undefined) {
			const said = CONCEPTS_BY_PHRASE.get(phrase) ?? [];
			concepts.push(...said.map((concept) => ({ concept, isKnown: true })));
		} else if (word.trim() !== '' && !EMPTY_WORDS.has(word)) {
			concepts.push({ concept: word, isKnown: false });
		}
		start += Math.max(1, word.length);
	}
	const unique = concepts.filter(
		({ concept }, index) => concepts.findIndex((other) => other.concept === concept) === index,
	);
	if (knownConcepts.size >= MEMORY) knownConcepts.clear();
	knownConcepts.set(wording, unique);
	return unique;
}

/** The concepts some texts speak of: a page's are the context of `likeness`, a key's tell its kind. */
export function conceptsIn(texts: readonly string[]): Set<string> {
	return new Set(texts.flatMap((text) => conceptsOf(text).map(({ concept }) => concept)));
}

/** Whether the text is made of label words only ("Start date", 联系电话), as a value hardly is. */
export function isLabelWording(text: string): boolean {
	const concepts = conceptsOf(text);
	if (EMPTY_WORDS.has(wordsOf(text)[0])) return false;
	return concepts.length > 0 && !/[1-9]/.test(text) && concepts.every(({ isKnown }) => isKnown);
}

/** The words of a label or key: lower case, camelCase and snake_case opened, punctuation gone. */
export function wordsOf(text: string): string[] {
	return plainWording(text).split(' ').filter(Boolean);
}

/** The wording in lower case, camelCase and snake_case opened, without punctuation. */
export function plainWording(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/([a-z])([A-Z])/g, '$1 $2')
		.toLowerCase()
		.replace(/(?<!\d)0(?!\d)/g, 'o')
		.replace(/#/g, ' # ')
		.replace(PUNCTUATION, ' ')
		.replace(/\s+/g, ' ')
		.trim();
}

const CONCEPTS_BY_PHRASE: ReadonlyMap<string, string[]> = new Map(
	PHRASES.flatMap(([concepts, phrases]) =>
		phrases
			.split('|')
			.map((phrase): [string, string[]] => [phrase, concepts.split(' ').filter(Boolean)]),
	),
);
const LONGEST_PHRASE = Math.max(...[...CONCEPTS_BY_PHRASE.keys()].map((phrase) => phrase.length));
/** The same wordings are compared over and over while one page is read. */
const knownConcepts = new Map<string, Concept[]>();
const MEMORY = 20_000;

function phraseAt(wording: string, start: number): string | undefined {
	for (let length = Math.min(LONGEST_PHRASE, wording.length - start); length > 0; length--) {
		const phrase = wording.slice(start, start + length);
		if (CONCEPTS_BY_PHRASE.has(phrase) && isWhole(wording, start, start + length)) return phrase;
	}
	return undefined;
}

/** A Latin phrase ends where its word ends; Chinese has no gaps between words. */
function isWhole(wording: string, start: number, end: number): boolean {
	const cutsWord = (left: string | undefined, right: string | undefined) =>
		/[a-z0-9]/.test(left ?? '') && /[a-z0-9]/.test(right ?? '');
	return !cutsWord(wording[start - 1], wording[start]) && !cutsWord(wording[end - 1], wording[end]);
}

function wordAt(wording: string, start: number): string {
	if (CJK.test(wording[start])) return wording[start];
	return /^[^\s\u3400-\u9fff]+|^\s/.exec(wording.slice(start))?.[0] ?? wording[start];
}
