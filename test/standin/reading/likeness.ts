import { conceptsOf, plainWording, type Concept } from './concepts';
import { WORD_WEIGHTS } from './vocabulary';

const CJK = /[\u3400-\u9fff]/;
const NUMBERING = /^\s*(?:\(?\d{1,2}[a-z]?[.)]|\(\d{1,2}\))\s+/i;
const PERCENTAGE = /\(?\s*@?\s*\d+(?:[.,]\d+)?\s*%\s*\)?/g;

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

const NO_WORDS: ReadonlySet<string> = new Set();
/** A bilingual label ("Name / 姓名", "Surname (Nom)") says the same thing more than once. */
function wordingsOf(label: string): string[] {
	const parts = label.split(/[/()（）[\]]/).filter((part) => !/\d/.test(part));
	const scripts = CJK.test(label) && /[a-z]{2}/i.test(label) ? splitScripts(label) : [];
	return [...new Set([label, ...parts, ...scripts])].filter((part) => plainWording(part) !== '');
}

function splitScripts(label: string): string[] {
	return [label.replace(/[\u3000-\u9fff\uff00-\uffef]+/g, ' '), label.replace(/[a-z./]+/gi, ' ')];
}

function likenessOfWording(name: string, label: string, context: ReadonlySet<string>): number {
	const tightName = plainWording(name).replaceAll(' ', '');
	const tightLabel = plainWording(label).replaceAll(' ', '');
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

/** Plurals are forgiven, and one misread letter where the vocabulary knows neither word. */
function isSameWord(word: Concept, other: Concept): boolean {
	const [one, two] = [word.concept, other.concept];
	if (one === two || `${one}s` === two || one === `${two}s`) return true;
	if (word.isKnown || other.isKnown) return false;
	return Math.min(one.length, two.length) > 4 && editDistance(one, two) <= 1;
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
