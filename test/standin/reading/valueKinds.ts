import { conceptsIn } from './concepts';

/** What a field's value should look like, as far as its name tells. */
export type ValueKind =
	| 'amount'
	| 'date'
	| 'email'
	| 'name'
	| 'number'
	| 'percentage'
	| 'text'
	| 'time';

const AMOUNTS =
	'total subtotal tax amount price fare fee balance discount shipping change deposit salary tip';
const NUMBERS = 'number phone fax id code postcode account citizen passport tracking swift';
const DATE =
	/\d{1,4}\s*[-/.年]\s*\d{1,2}|\d{1,2}\s*(?:st|nd|rd|th)?[\s.-]+[a-z]{3,9}\.?,?[\s-]+\d{2,4}|[a-z]{3,9}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}|\d{8}/i;
const AMOUNT =
	/^[-(]?\s*(?:[A-Z]{2,3}\$?|[$€£¥￥₹])?\s*[-(]?\s*[$€£¥￥]?\d[\d,.' ]*\)?\s*(?:[A-Z]{3}|[$€£¥￥元圆])?$/;

/** The kind of value a field's name asks for; `text` where the name tells nothing. */
export function kindOfField(name: string): ValueKind {
	const concepts = conceptsIn([name]);
	const speaksOf = (words: string) => words.split(' ').some((word) => concepts.has(word));
	if (concepts.has('email')) return 'email';
	if (concepts.has('place') || concepts.has('authority')) return 'text';
	if (concepts.has('date')) return 'date';
	if (concepts.has('time')) return 'time';
	if (concepts.has('rate')) return 'percentage';
	if (speaksOf(NUMBERS)) return 'number';
	if (concepts.has('capitals')) return 'text';
	if (speaksOf(AMOUNTS)) return 'amount';
	return concepts.has('name') || concepts.has('customer') || concepts.has('seller')
		? 'name'
		: 'text';
}

/** How badly a value suits a kind: 0 for well, `Infinity` where it cannot be meant. */
export function misfit(kind: ValueKind, value: string): number {
	const hasDigit = /\d/.test(value);
	switch (kind) {
		case 'date':
			return hasDigit ? (DATE.test(value) ? 0 : 0.15) : Infinity;
		case 'time':
			return hasDigit ? (/\d{1,2}\s*[:：时点]/.test(value) ? 0 : 0.15) : Infinity;
		case 'amount':
			if (!hasDigit) return Infinity;
			return isAmountLike(value) ? 0 : 0.15;
		case 'percentage':
			return hasDigit ? 0 : Infinity;
		case 'email':
			return /@/.test(value) ? 0 : Infinity;
		case 'number':
			return hasDigit ? 0 : 0.25;
		case 'name':
			return /\p{L}/u.test(value) ? 0 : 0.2;
		case 'text':
			return 0;
	}
}

/** Whether the text is a number, with or without a currency. */
export function isAmountLike(text: string): boolean {
	return AMOUNT.test(text.trim());
}
