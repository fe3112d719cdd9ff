/**
 * Gives a printed text with one spelling for what looks alike: full-width characters and digits of other
 * scripts become ASCII, exotic spaces a space, dashes `-`, apostrophes `'`; marks without width go. Superscripts,
 * fractions and circled digits stay as they are, because `10²` is not 102.
 */
export function foldPrinted(printed: string): string {
	return printed
		.normalize('NFC')
		.replace(COMPATIBILITY_FORMS, (character) => character.normalize('NFKC'))
		.replace(WITHOUT_WIDTH, '')
		.replace(SPACES, ' ')
		.replace(DASHES, '-')
		.replace(APOSTROPHES, "'")
		.replace(/٪/g, '%')
		.replace(FOREIGN_DIGITS, asciiDigit)
		.trim();
}

/** Gives a word for comparison: lower case, without accents. Marks of Thai and other scripts stay. */
export function foldWords(folded: string): string {
	return folded
		.toLowerCase()
		.normalize('NFD')
		.replace(/[\u0300-\u036f]/g, '')
		.normalize('NFC')
		.replace(/[ıłøđς]/g, (letter) => PLAIN_LETTERS[letter] ?? letter);
}

/** Tells whether digits of two scripts stand in one text: a Bengali 7 looks like a 9. */
export function mixesDigits(printed: string): boolean {
	const foreign = printed.match(FOREIGN_DIGITS) ?? [];
	const zeros = new Set(foreign.map((digit) => zeroOf(digit) ?? 0));
	if (/\d/.test(printed) || zeros.delete(FULL_WIDTH_ZERO)) zeros.add(ASCII_ZERO);
	return zeros.size > 1;
}

/** Full-width and vertical forms, radicals and ideographs encoded twice, the squared names of Japanese eras. */
const COMPATIBILITY_FORMS =
	/[\u2f00-\u2fdf\u32ff\u337b-\u337e\uf900-\ufaff\ufe10-\ufe1f\ufe30-\ufe6f\uff00-\uffef]/g;
/** Overrides of the writing direction are not among them: they turn digits round. */
const WITHOUT_WIDTH = /[\u00ad\u061c\u200b-\u200f\u202a-\u202c\u2060-\u2064\u2066-\u2069\ufeff]/g;
const SPACES = /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
const DASHES = /[\u2010-\u2015\u2212]/g;
const APOSTROPHES = /[\u0060\u00b4\u02bc\u2018\u2019\u201b]/g;
/** Letters that Unicode does not take apart into a letter and an accent. */
const PLAIN_LETTERS: Record<string, string> = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ς: 'σ' };

const FOREIGN_DIGITS = /[^\P{Nd}0-9]/gu;
const ASCII_ZERO = 0x30;
const FULL_WIDTH_ZERO = 0xff10;
/** The zeros of scripts that documents use; the nine other digits follow each. */
const ZEROS = [
	ASCII_ZERO,
	0x0660, // Arabic
	0x06f0, // Persian and Urdu
	0x0966, // Devanagari
	0x09e6, // Bengali
	0x0a66, // Gurmukhi
	0x0ae6, // Gujarati
	0x0b66, // Odia
	0x0be6, // Tamil
	0x0c66, // Telugu
	0x0ce6, // Kannada
	0x0d66, // Malayalam
	0x0e50, // Thai
	0x0ed0, // Lao
	0x0f20, // Tibetan
	0x1040, // Burmese
	0x17e0, // Khmer
	FULL_WIDTH_ZERO,
];

function asciiDigit(digit: string): string {
	const zero = zeroOf(digit);
	return zero === undefined ? digit : String(codeOf(digit) - zero);
}

function zeroOf(digit: string): number | undefined {
	const code = codeOf(digit);
	return ZEROS.find((zero) => code >= zero && code < zero + 10);
}

function codeOf(character: string): number {
	return character.codePointAt(0) ?? 0;
}
