/** A value is no longer than this; longer ones are texts, in which stars and crosses are ornament. */
const MAX_LENGTH = 200;

/**
 * Tells whether the document itself shows only part of a value: `6222 **** **** 1234`, `138XXXX1234`,
 * `••••1234`, `张*明`. Not masked are ordinary words and sizes with an X, products (`100*200`), emphasis
 * (`**Total**`), amounts filled up with stars (`***1,250.00`) and the goods of Chinese invoices
 * (`*住宿服务*住宿费`).
 */
export function isMasked(value: string): boolean {
	if (value.length > MAX_LENGTH) return false;
	const text = value.normalize('NFKC').trim();
	return hasBullets(text) || hasStars(text) || hasHashes(text) || hasCrosses(text);
}

/** Two or more signs that cover characters, beside others or alone. */
function hasBullets(text: string): boolean {
	return /^[●•∙■█▇▓]{3,}$/u.test(text) || BULLETS.test(text);
}

const BULLETS = /[●•∙■█▇▓]{2,}(?:[ -]?\d|\p{L})|(?:\d[ -]?|\p{L})[●•∙■█▇▓]{2,}/u;

function hasHashes(text: string): boolean {
	return /#{4,}\d|\d#{4,}/.test(text);
}

function hasStars(text: string): boolean {
	if (/^\*{3,}$/.test(text) || MASKED_CHINESE_NAME.test(text)) return true;
	const plain = text.replace(EMPHASIS, '');
	if (FILLED_AMOUNT.test(plain)) return false;
	return STARS_INSIDE.test(plain) || STARS_BESIDE_GROUP.test(plain);
}

/** 张*明, 张*, *明, 欧阳** */
const MASKED_CHINESE_NAME =
	/^(\p{Script=Han}{1,2}\*{1,2}\p{Script=Han}?|\*{1,2}\p{Script=Han}{1,2})$/u;
const EMPHASIS =
	/(?<![\p{L}\p{N}*])\*{2,} ?(?=[^*]*\p{L})[\p{L}\p{N}](?:[^*]*[^*\s])? ?\*{2,}(?![\p{L}\p{N}*])/gu;
/** Stars keep a printed amount from being altered: they stand before or behind a number with decimals. */
const FILLED_AMOUNT =
	/^[^\d*]*\*+ ?[^\d*]{0,4}\d[\d.,' ]*[.,]\d{2}\D*$|^[^\d*]*\d[\d.,' ]*[.,]\d{2} ?\*+\D*$/;
/** Behind a word two stars point to a footnote, in front of one they are the footnote. */
const STARS_INSIDE = /\d\*{2,}|\*{2,}\d|[\p{L}@.]\*{2,}[\p{L}@]|\p{L}\*{3,}|\*{3,}@/u;
const STARS_BESIDE_GROUP =
	/\*{3,}[ -]\d{2,}(?!\d|[ -]?\p{L})|(?<!\d)\d{2,}[ -]\*{3,}(?!\*|[ -]?\p{L})/u;

/** Runs of X in one case, not part of a word. */
const CROSSES = /(?<!\p{Script=Latin})(?:X{2,}|x{2,})(?!\p{Script=Latin})/gu;

/**
 * A run of four is a mask beside any digit; a shorter one only in a value without other letters, where
 * digits stand on both sides or there is another run, as `XX` and `XXX` are also Roman numbers and sizes.
 */
function hasCrosses(text: string): boolean {
	const runs = text.match(CROSSES) ?? [];
	if (runs.length === 0) return false;
	const rest = text.replace(CROSSES, '');
	const hasDigits = /\d/.test(rest);
	const crosses = runs.join('').length;
	if (!hasDigits) return crosses >= 4 && !/[\p{L}\p{N}]/u.test(rest);
	if (runs.some((run) => run.length >= 4)) return true;
	if (/\p{Script=Latin}/u.test(rest)) return false;
	return runs.length > 1 || CROSSES_BETWEEN_DIGITS.test(text);
}

const CROSSES_BETWEEN_DIGITS = /\d[ ./-]?(?:X{2,}|x{2,})[ ./-]?\d/;
