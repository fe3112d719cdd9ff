/** One "label: value" reading of a part of a line. */
export interface LineSegment {
	label: string;
	/** '' when nothing follows the label. */
	value: string;
	/** Where label and value begin in the line, characters. */
	labelStart: number;
	valueStart: number;
}

const LONGEST_LABEL = 40;
const MOST_LABEL_WORDS = 6;
const FOUR_CHINESE = /^[\u3400-\u9fff]{4,}$/;
const LEADERS = /^(?:[\s:：|丨]|[._·…‥-]{2,})+|(?:[\s|]|[._·…‥]{3,})+$/g;
/** A colon that parts label and value: not one in 18:27, not one of https://. */
const COLON = /(?<!\d)[:：](?!\/\/)|[:：](?![\d/])/g;

/** Whether the text can be a label at all: has letters and is no sentence. */
export function canBeLabel(text: string): boolean {
	const words = text.trim().split(/\s+/).length;
	return /\p{L}/u.test(text) && text.length <= LONGEST_LABEL && words <= MOST_LABEL_WORDS;
}

/** A value without the dots, underscores and colons that lead up to it or fill its blank. */
export function cleanValue(value: string): string {
	const clean = value.trim().replace(LEADERS, '').trim();
	return /[\p{L}\p{N}]/u.test(clean) ? clean : '';
}

/**
 * The "label: value" parts of a line, in order. Between two colons stand a value and the next label;
 * the label is then the longest run of words at the end that `isLabel` knows, else the last word.
 */
export function splitAtColons(text: string, isLabel: (text: string) => boolean): LineSegment[] {
	const segments: LineSegment[] = [];
	for (const { index: colon } of text.matchAll(COLON)) {
		const previous = segments.at(-1);
		const from = previous?.valueStart ?? 0;
		const between = text.slice(from, colon);
		const labelStart = from + (previous ? startOfTrailingLabel(between, isLabel) : 0);
		const label = text.slice(labelStart, colon).trim();
		if (!canBeLabel(label)) continue;
		if (previous) previous.value = cleanValue(text.slice(from, labelStart));
		const value = cleanValue(text.slice(colon + 1));
		segments.push({ label, value, labelStart, valueStart: colon + 1 });
	}
	return segments;
}

/**
 * The parts of a line without colons that begins with a label `isAsked` knows: "VAT No. GB 482",
 * "4a. Issue date 20.09.2021", 性别 女 民族 汉. Empty when the line does not begin with one. Further
 * on, Chinese wordings of four characters that `isLabel` knows begin a new part too.
 */
export function splitAtKnownLabels(
	text: string,
	isAsked: (text: string) => boolean,
	isLabel: (text: string) => boolean,
): LineSegment[] {
	const tokens = tokensOf(text);
	const isNumbered = /^\(?\d{1,2}[a-z]?[.)]$/i.test(tokens[0]?.text ?? '');
	const segments: LineSegment[] = [];
	let first = isNumbered ? 1 : 0;
	while (first < tokens.length - 1) {
		const before = segments.map((segment) => segment.label);
		const count = labelLength(tokens, first, (label) => {
			if (before.includes(label)) return false;
			return isAsked(label) || (before.length > 0 && FOUR_CHINESE.test(label) && isLabel(label));
		});
		if (count === 0 && segments.length === 0) return [];
		if (count > 0) {
			const labelStart = tokens[first].start;
			const valueStart = tokens[first + count].start;
			const previous = segments.at(-1);
			if (previous) previous.value = cleanValue(text.slice(previous.valueStart, labelStart));
			segments.push({
				label: text.slice(labelStart, valueStart).trim(),
				value: cleanValue(text.slice(valueStart)),
				labelStart,
				valueStart,
			});
		}
		first += count + 1;
	}
	return segments;
}

interface Token {
	text: string;
	start: number;
	end: number;
}

/** Words of Latin script; single characters of Chinese. */
function tokensOf(text: string): Token[] {
	return [...text.matchAll(/[\u3400-\u9fff]|[^\s\u3400-\u9fff]+/g)].map((match) => ({
		text: match[0],
		start: match.index,
		end: match.index + match[0].length,
	}));
}

/** How many tokens from `first` on are a label with something behind it; 0 for none. */
function labelLength(
	tokens: readonly Token[],
	first: number,
	isLabel: (text: string) => boolean,
): number {
	const isChinese = /[\u3400-\u9fff]/.test(tokens[first].text);
	const most = Math.min(isChinese ? 9 : 5, tokens.length - first - 1);
	for (let count = most; count >= (isChinese ? 2 : 1); count--) {
		const words = tokens.slice(first, first + count);
		const label = words.map((token) => token.text).join(isChinese ? '' : ' ');
		if (isLabel(label)) return count;
	}
	return 0;
}

function startOfTrailingLabel(text: string, isLabel: (text: string) => boolean): number {
	const tokens = tokensOf(text);
	const starts = tokens.slice(-9).map((token) => token.start);
	const known = starts.find((start) => isLabel(text.slice(start).trim()));
	if (known !== undefined) return known;
	const lastWord = /\S+\s*$/.exec(text);
	return lastWord ? lastWord.index : 0;
}
