import { monthsNamed } from './monthNames';
import { weekdaysNamed } from './weekdays';

/** A date whose words are taken out, but for marks. */
export interface DateWithoutWords {
	/** Has `MONTH` in place of the month's name. */
	text: string;
	/** Months that the name can mean; empty without a name. */
	months: readonly number[];
	/** Weekdays that the text allows, Sunday as 0: one list for each that it names. */
	weekdays: Array<readonly number[]>;
	hasThaiMonth: boolean;
}

/** Stands for a month's name. */
export const MONTH = 'M';
/** Stands before a date whose year, month and day are marked as such. */
export const MARKED = 'Y';

/**
 * Takes weekdays and particles out of a date in lower case and marks the month. Gives undefined for any other
 * word, and for a letter beside a digit that may be a digit misread.
 */
export function takeDateWords(text: string): DateWithoutWords | undefined {
	const source = text.replace(THAI_PARTICLES, ' ').replace(ELISION, '');
	const words = [...source.matchAll(WORD)].map(([printed]) => printed.replace(/[.']/g, ''));
	if (words.length > MOST_WORDS) return undefined;
	const monthIndex = findMonth(words, source);
	const weekdays: Array<readonly number[]> = [];
	let index = -1;
	let isKnown = true;
	const rest = source.replace(WORD, (printed: string, offset: number) => {
		index += 1;
		const word = words[index];
		if (word === MARKED) return word;
		if (index === monthIndex) return MONTH;
		const days = weekdaysNamed(word);
		if (days.length > 0) weekdays.push(days);
		const before = source.slice(0, offset);
		const after = source.slice(offset + printed.length);
		isKnown &&= days.length > 0 || isParticle(word, before, after, monthIndex >= 0);
		return ' ';
	});
	if (!isKnown) return undefined;
	const name = words[monthIndex] ?? '';
	return {
		text: rest,
		months: monthsNamed(name),
		weekdays,
		hasThaiMonth: /\p{Script=Thai}/u.test(name),
	};
}

const WORD = /[\p{L}\p{M}]+(?:[.'][\p{L}\p{M}]+)*\.?/gu;
/** Thai writes these without a space before the next word. */
const THAI_PARTICLES = /วันที่|วัน|ที่|เดือน|ปี/g;
/** `l'11 novembre` */
const ELISION = /(?<!\p{L})[ld]'(?=\d)/gu;

/** More than the longest date has: `Thứ Bảy, ngày 14 tháng 11 năm 2026`. */
const MOST_WORDS = 15;

/** Words that dates are printed with: particles, words for day and year, weekdays in two letters. */
const PARTICLES = new Set(
	`a d de del den dia die dna dne dnia el gada giorno god goda il la le metu nam ngay of on roku rok the vom
	год года року του
	so mo di mi do fr sa zo ma wo vr za wt sr pt вс пн вт ср чт пт сб нд ne po ut ct pa su ti ke to pe pi dg dl
	dt dc dj dv ds cs`.split(/\s+/),
);
/** Endings of the day beside a month's name. */
const ORDINAL_ENDINGS = new Set(['st', 'nd', 'rd', 'th', 'er', 're', 'º', 'ª']);
/** Letters for "year". */
const YEAR_LETTERS = new Set(['r', 'g', 'm', 'г', 'р']);

function isParticle(word: string, before: string, after: string, hasMonth: boolean): boolean {
	if (/^\d/.test(after)) return false;
	if (YEAR_LETTERS.has(word)) return /\d{4}\.? ?$/.test(before);
	if (ORDINAL_ENDINGS.has(word) && hasMonth) return true;
	return PARTICLES.has(word) && !/\d$/.test(before);
}

/** Finds the word that names the month; `mar` is a weekday beside a month or beside three numbers. */
function findMonth(words: string[], text: string): number {
	const candidates = words.flatMap((word, index) => (monthsNamed(word).length > 0 ? [index] : []));
	const certain = candidates.filter((index) => weekdaysNamed(words[index]).length === 0);
	if (certain.length > 0) return certain.length === 1 ? certain[0] : -1;
	const numbers = text.match(/\d+/g)?.length ?? 0;
	return numbers === 2 ? (candidates.at(-1) ?? -1) : -1;
}
