/**
 * Gives a name or printed label as plain words: `totalAmount`, `total_amount` and "Total amount:" are all
 * `total amount`. Accents, figures and signs go; Chinese characters have no spaces between them.
 */
export function labelWords(label: string): string {
	return label
		.slice(0, MAX_LENGTH)
		.normalize('NFKC')
		.replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
		.replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
		.replaceAll('%', ' percent ')
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.normalize('NFC')
		.replace(/[^\p{L}]+/gu, ' ')
		.replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '')
		.trim();
}

/** Gives a label's words as they stand and, should they not be known, without what is in round brackets. */
export function labelReadings(label: string): string[] {
	const plain = label.slice(0, MAX_LENGTH).normalize('NFKC');
	return [labelWords(plain), labelWords(plain.replace(/\([^()]*\)/g, ' '))];
}

/** Gives the labels of a hint that lists several, parted as people part them. */
export function labelsOf(hint: string): string[] {
	return hint
		.slice(0, MAX_LENGTH)
		.normalize('NFKC')
		.split(/[,、;/|。\n]/);
}

/** Gives the words of a list such as `total, grand total` as a set. */
export function wordSet(list: string): ReadonlySet<string> {
	return new Set(list.split(',').map(labelWords));
}

/** Hints are short; no more of a text is looked at. */
const MAX_LENGTH = 1_000;
