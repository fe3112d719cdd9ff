import { readCurrencies } from './currencies';
import {
	type DecimalSign,
	type GroupedDigits,
	type PlainDigits,
	readGroupedDigits,
} from './groupedDigits';
import { foldPrinted } from './printedText';
import {
	doubtful,
	type DoubtfulValue,
	type Evidence,
	quoted,
	type ReadingRules,
	unreadable,
} from './value';

/** A number as printed, with what stands around it. */
export interface PrintedNumber {
	value: number;
	/** All currencies that the signs beside the number allow; empty without such signs. */
	currencies: readonly string[];
	percent: boolean;
	/** The decimal sign of the whole document, where this text shows it. */
	proof?: DecimalSign;
}

/**
 * Reads a number with its minus sign (before, behind, or brackets), currency, percent sign and `万`. Where the
 * digits can be read in two ways, the rules decide, then Chinese, Japanese or Korean words beside them (whose
 * languages group with commas), then the evidence.
 */
export function readPrintedNumber(
	printed: string,
	rules: Pick<ReadingRules, 'numberFormat'>,
	evidence: Evidence,
): PrintedNumber | DoubtfulValue {
	const parts = splitNumber(foldPrinted(printed));
	if (parts === undefined) return unreadable(printed, 'is not a number');
	if (/^(?:cr|dr)\.?$/i.test(parts.words)) {
		return ambiguous(printed, 'names credit or debit, which may mean plus or minus');
	}
	const minus = readMinus(parts);
	if (minus === 'unclear') return ambiguous(printed, 'may be below zero or not');
	const currencies = readCurrencies(parts.words);
	if (minus === undefined || currencies === undefined) {
		return unreadable(printed, 'is not a number in a form that can be read for certain');
	}
	const read = decideSign(printed, parts, rules, evidence);
	if ('kind' in read) return read;
	const value = toNumber(read.digits, parts.exponent);
	if (value === undefined) return unreadable(printed, 'has more digits than a number can hold');
	const signed = minus && value !== 0 ? -value : value;
	return { value: signed, currencies, percent: parts.percent, proof: read.proof };
}

interface NumberParts {
	before: string;
	digits: string;
	after: string;
	/** What stands around the digits but for signs. */
	words: string;
	/** Power of ten of a word such as `万`. */
	exponent: number;
	percent: boolean;
	/** False for `25.-`: both decimal signs are written so. */
	showsSign: boolean;
}

const SHAPE = /^([^\d]*)(\d(?:[\d.,'٬٫ ]*\d)?)([^\d]*)$/u;
/** The dash in `25,-` and `25.–`, which stands for no cents. */
const NO_CENTS = /^([.,]) ?-{1,2}(?!-)/;
const MYRIADS: ReadonlyArray<readonly [RegExp, number]> = [
	[/^百[万萬]/, 6],
	[/^千[万萬]/, 7],
	[/^千/, 3],
	[/^[万萬]/, 4],
	[/^[亿億]/, 8],
];
/** `元整`: the amount ends with whole yuan. */
const WHOLE_YUAN = /([元圆圓])[整正]$/;
const EAST_ASIAN = /[\p{Script=Han}\p{Script=Hangul}]/u;
/** A double holds every number of so many digits. */
const MOST_DIGITS = 15;

function splitNumber(text: string): NumberParts | undefined {
	const match = SHAPE.exec(text);
	if (!match) return undefined;
	let [, before, digits, after] = match;
	if (before.endsWith('.') && !/[\p{L}/]\.$/u.test(before)) {
		if (/\p{L}/u.test(before)) return undefined;
		before = before.slice(0, -1);
		digits = `.${digits}`;
	}
	const noCents = NO_CENTS.exec(after);
	const showsSign = !noCents || /[.,]/.test(digits);
	if (noCents) {
		after = after.slice(noCents[0].length);
		digits = `${digits}${noCents[1]}00`;
	}
	const percents = `${before}${after}`.replace(/[^%]/g, '').length;
	if (percents > 1) return undefined;
	const unit = withoutSigns(after);
	const myriad = MYRIADS.find(([form]) => form.test(unit));
	const words = `${withoutSigns(before)} ${myriad ? unit.replace(myriad[0], '') : unit}`.trim();
	return {
		before,
		digits,
		after,
		words: words.replace(WHOLE_YUAN, '$1'),
		exponent: myriad?.[1] ?? 0,
		percent: percents === 1,
		showsSign,
	};
}

function withoutSigns(text: string): string {
	return text.replace(/[-+()%]/g, '').trim();
}

/** Tells a number below zero; `unclear` where a dash or brackets may be punctuation, undefined for nonsense. */
function readMinus({ before, digits, after, words }: NumberParts): boolean | 'unclear' | undefined {
	const signs = `${before}${after}`.replace(/[^-+()]/g, '');
	if (signs === '') return false;
	if (signs === '()' && before.includes('(') && after.includes(')')) {
		// Chinese contracts repeat an amount in brackets, and lists number their lines so.
		const isRemark = EAST_ASIAN.test(words + after) || words.includes('¥');
		const isLineNumber = words === '' && digits.length < 3;
		return isRemark || isLineNumber ? 'unclear' : true;
	}
	const hasCents = /[.,]\d{1,2}$/.test(digits);
	if (signs === '+') return before.includes('+') || hasCents ? false : undefined;
	if (signs !== '-') return undefined;
	if (before.includes('- ') || after.includes(' -')) return 'unclear';
	if (before.includes('-') || hasCents || words === '') return true;
	// In Japan a dash ends whole amounts, so that nothing can be added to them.
	return hasOnly(words, ['JPY']) ? false : 'unclear';
}

function decideSign(
	printed: string,
	parts: NumberParts,
	rules: Pick<ReadingRules, 'numberFormat'>,
	evidence: Evidence,
): { digits: PlainDigits; proof?: DecimalSign } | DoubtfulValue {
	const grouped = readGroupedDigits(parts.digits);
	if (grouped === undefined) return unreadable(printed, 'is not a number with digits in groups');
	const wanted = rules.numberFormat === 'auto' ? undefined : rules.numberFormat;
	const sign = parts.showsSign ? shownSign(parts, grouped) : undefined;
	if (wanted && sign && wanted !== sign) {
		return ambiguous(printed, `has a decimal ${sign}, but Number Format says ${wanted}`);
	}
	if (grouped.kind === 'certain') {
		return { digits: grouped.digits, proof: grouped.isProof ? sign : undefined };
	}
	// a point as decimal sign elsewhere does not give yen decimals
	const isEvidence = evidence.numberFormat === 'comma' || !isWholeMoney(parts);
	const decided = sign ?? wanted ?? (isEvidence ? evidence.numberFormat : undefined);
	if (decided) return { digits: grouped[decided], proof: sign };
	return ambiguous(printed, `may be ${spelled(grouped.point)} or ${spelled(grouped.comma)}`);
}

/**
 * Chinese, Japanese and Korean write a decimal point. Yen and won have no decimals: a comma groups them,
 * and a point may be a comma misread, or stand in the price of a small unit.
 */
function shownSign(parts: NumberParts, grouped: GroupedDigits): DecimalSign | undefined {
	if (grouped.kind === 'certain') return grouped.sign;
	if (isWholeMoney(parts)) return parts.digits.includes(',') ? 'point' : undefined;
	return EAST_ASIAN.test(parts.words + parts.after) ? 'point' : undefined;
}

/** `1.5億円` has decimals, though of hundred millions. */
function isWholeMoney({ words, exponent }: NumberParts): boolean {
	return exponent === 0 && hasOnly(words, ['JPY', 'KRW']);
}

function hasOnly(words: string, codes: readonly string[]): boolean {
	const currencies = readCurrencies(words) ?? [];
	return currencies.length > 0 && currencies.every((code) => codes.includes(code));
}

/** Gives undefined where the digits are more than a number can hold exactly. */
function toNumber({ whole, decimals }: PlainDigits, exponent: number): number | undefined {
	const significant = (whole + decimals).replace(/^0+/, '').replace(/0+$/, '');
	if (significant.length > MOST_DIGITS) return undefined;
	return Number(`${whole}.${decimals}e${exponent}`);
}

function spelled({ whole, decimals }: PlainDigits): string {
	return decimals === '' ? whole : `${whole}.${decimals}`;
}

function ambiguous(printed: string, problem: string): DoubtfulValue {
	return doubtful('ambiguous_number', `${quoted(printed)} ${problem}.`);
}
