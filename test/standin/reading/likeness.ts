import { EMPTY_WORDS, PHRASES, WORD_WEIGHTS } from './vocabulary';

const CJK = /[\u3400-\u9fff]/;
const PUNCTUATION = /[_\-–./,:;()[\]{}<>、，。；"'“”‘’*|\\!?·•=+~\u3000]+/g;
const NUMBERING = /^\s*(?:\(?\d{1,2}[a-z]?[.)]|\(\d{1,2}\))\s+/i;
const PERCENTAGE = /\(?\s*@?\s*\d+(?:[.,]\d+)?\s*%\s*\)?/g;

/** The words of a label or key: lower case, camelCase and snake_case opened, punctuation gone. */
export function wordsOf(text: string): string[] {
	return plain(text).split(' ').filter(Boolean);
}

/** Whether the text is made of label words only ("Start date", 联系电话), as a value hardly is. */
export function isLabelWording(text: string): boolean {
	const concepts = conceptsOf(text);
	if (EMPTY_WORDS.has(wordsOf(text)[0])) return false;
	return concepts.length > 0 && !/[1-9]/.test(text) && concepts.every(({ isKnown }) => isKnown);
}

/**
 * How well a printed label says a field's name, 0 to 1. A word of the name that the label lacks
 * weighs more than one the label has in excess; words that the page itself says elsewhere
 * (`context`: "Invoice" as its heading) may be missing at half the price. English names meet Chinese
 * labels, and the other way round, through the vocabulary; misread letters are forgiven.
 */
export function likeness(
	name: string,
	label: string,
	context: ReadonlySet<string> = NO_WORDS,
): number {
	const cleanName = name.replace(NUMBERING, '').replace(PERCENTAGE, ' ');
	const wordings = wordingsOf(label.replace(NUMBERING, '').replace(PERCENTAGE, ' '));
	const scores = wordings.map(
		(wording, index) => likenessOfWording(cleanName, wording, context) - (index > 0 ? 0.03 : 0),
	);
	return Math.max(0, ...scores);
}

/** The concepts some texts speak of: a page's are the context of `likeness`, a key's tell its kind. */
export function conceptsIn(texts: readonly string[]): Set<string> {
	return new Set(texts.flatMap((text) => conceptsOf(text).map(({ concept }) => concept)));
}

interface Concept {
	concept: string;
	isKnown: boolean;
}

const NO_WORDS: ReadonlySet<string> = new Set();
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

/** A bilingual label ("Name / 姓名", "Surname (Nom)") says the same thing more than once. */
function wordingsOf(label: string): string[] {
	const parts = label.split(/[/()（）[\]]/).filter((part) => !/\d/.test(part));
	const scripts = CJK.test(label) && /[a-z]{2}/i.test(label) ? splitScripts(label) : [];
	return [...new Set([label, ...parts, ...scripts])].filter((part) => plain(part) !== '');
}

function splitScripts(label: string): string[] {
	return [label.replace(/[\u3000-\u9fff\uff00-\uffef]+/g, ' '), label.replace(/[a-z./]+/gi, ' ')];
}

function likenessOfWording(name: string, label: string, context: ReadonlySet<string>): number {
	const tightName = plain(name).replaceAll(' ', '');
	const tightLabel = plain(label).replaceAll(' ', '');
	if (tightName === '' || tightLabel === '') return 0;
	if (tightName === tightLabel) return 1;
	const byConcepts = likenessOfConcepts(conceptsOf(name), conceptsOf(label), context);
	const bySpelling = CJK.test(tightName)
		? chineseSpelling(tightName, tightLabel)
		: latinSpelling(tightName, tightLabel);
	return Math.max(byConcepts, bySpelling);
}

function likenessOfConcepts(
	name: readonly Concept[],
	label: readonly Concept[],
	context: ReadonlySet<string>,
): number {
	const left = [...label];
	let shared = 0;
	let missing = 0;
	for (const word of name) {
		const { concept } = word;
		const index = left.findIndex((other) => isSameWord(word, other));
		const weight = WORD_WEIGHTS[concept] ?? 1;
		if (index >= 0) {
			left.splice(index, 1);
			shared += weight;
		} else {
			missing += weight * (weight < 1 && context.has(concept) ? 0.5 : 1);
		}
	}
	const excess = left.reduce((sum, { concept }) => sum + (WORD_WEIGHTS[concept] ?? 1), 0);
	return shared === 0 ? 0 : 0.98 * (shared / (shared + missing + 0.6 * excess));
}

/** Chinese labels put the subject last (联系电话), so a shared ending counts by its share. */
function chineseSpelling(name: string, label: string): number {
	const longer = Math.max(name.length, label.length);
	const byEdits = 0.95 * (1 - editDistance(name, label) / longer);
	const spelling = byEdits >= 0.75 ? byEdits : 0;
	const share = Math.min(name.length, label.length) / longer;
	if (share < 1 / 3 || Math.min(name.length, label.length) < 2) return spelling;
	if (label.endsWith(name)) return Math.max(spelling, 0.55 + 0.35 * share);
	if (label.startsWith(name)) return Math.max(spelling, 0.4 + 0.35 * share);
	return name.endsWith(label) ? Math.max(spelling, 0.45 + 0.35 * share) : spelling;
}

function latinSpelling(name: string, label: string): number {
	const similarity = 1 - editDistance(name, label) / Math.max(name.length, label.length);
	return similarity >= 0.87 ? 0.95 * similarity : 0;
}

/** Plurals and one misread letter are forgiven, but two words of the vocabulary stay apart. */
function isSameWord(word: Concept, other: Concept): boolean {
	const [one, two] = [word.concept, other.concept];
	if (one === two || `${one}s` === two || one === `${two}s`) return true;
	if (word.isKnown && other.isKnown) return false;
	return Math.min(one.length, two.length) > 4 && editDistance(one, two) <= 1;
}

function plain(text: string): string {
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

/** The concepts of a wording: the longest known phrases, and each unknown word as it stands. */
function conceptsOf(text: string): Concept[] {
	const wording = plain(text);
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

/** Levenshtein distance: how many letters to add, drop or change. */
export function editDistance(from: string, to: string): number {
	let previous = Array.from({ length: to.length + 1 }, (_, index) => index);
	for (let row = 1; row <= from.length; row++) {
		const current = [row];
		for (let column = 1; column <= to.length; column++) {
			const change = from[row - 1] === to[column - 1] ? 0 : 1;
			current.push(
				Math.min(previous[column] + 1, current[column - 1] + 1, previous[column - 1] + change),
			);
		}
		previous = current;
	}
	return previous[to.length];
}
