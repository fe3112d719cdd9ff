import { type CalendarDate, toIso } from './calendarDate';

/** A way of counting years that a text names. */
export interface Era {
	/** Gives the days of the Gregorian calendar that are meant; none for a day before the era. */
	toGregorian(date: CalendarDate): CalendarDate[];
	/** What to add to a year of two digits; absent where years are short, and then they stand before the month. */
	centuries?: readonly number[];
}

/** A text without the name of its era. */
export interface TextWithEra {
	text: string;
	era?: Era;
}

/**
 * Takes the name of an era out of a date in lower case: `พ.ศ. 2567`, `民國113年`, `令和6年`, `R6.11.14`, `AD 2024`.
 * Gives undefined where a text names two.
 */
export function takeEra(text: string): TextWithEra | undefined {
	const named = ERAS.filter(([name]) => name.test(text));
	if (named.length > 1) return undefined;
	if (named.length === 0) return { text };
	const [[name, era]] = named;
	return { text: text.replace(name, ' ').replace(/元年/, '1年'), era };
}

/** Years since the Buddha, as Thailand counts them. */
export const BUDDHIST: Era = {
	toGregorian: (date) => {
		const day = { ...date, year: date.year - 543 };
		// Until 2483 (1940) the year began in April. Its January to March lay in the next Gregorian year, but not
		// everyone who writes such a date today knows.
		return date.year < 2484 && date.month < 4 ? [day, { ...day, year: day.year + 1 }] : [day];
	},
	centuries: [2500, 2400],
};

/** Years since the birth of Christ. */
export const COMMON: Era = { toGregorian: (date) => [date], centuries: [2000, 1900] };

const MINGUO = countedFrom('1912-01-01');

const ERAS: ReadonlyArray<readonly [RegExp, Era]> = [
	[
		/พ\. ?ศ\.?|พศ(?!\p{L})|พุทธศักราช|(?<![\p{L}\d])(?:be|b\. ?e\.?)(?![\p{L}'])|佛[历曆]|仏暦/u,
		BUDDHIST,
	],
	[
		/ค\. ?ศ\.?|คศ(?!\p{L})|คริสต์ศักราช|公元|西元|西[暦历曆]|(?<![\p{L}\d])(?:ad|ce|a\. ?d\.?|c\. ?e\.?)(?![\p{L}'])/u,
		COMMON,
	],
	[/^(?:中[華华])?民[國国]/, MINGUO],
	// Japan took the Gregorian calendar in Meiji 6; earlier days are of the lunar one.
	[/^明治/, countedFrom('1868-01-01', '1873-01-01')],
	[/^大正/, countedFrom('1912-07-30')],
	[/^昭和|^s(?=\d{2}([./-])\d{1,2}\1\d{1,2}$)/, countedFrom('1926-12-25')],
	[/^平成|^h(?=\d{1,2}([./-])\d{1,2}\1\d{1,2}$)/, countedFrom('1989-01-08')],
	[/^令和|^r(?=\d{1,2}([./-])\d{1,2}\1\d{1,2}$)/, countedFrom('2019-05-01')],
];

/** An era whose year 1 is that of its beginning. Its end does not count: licences run until 平成35年. */
function countedFrom(beginning: string, firstDay = beginning): Era {
	const firstYear = Number(beginning.slice(0, 4));
	return {
		toGregorian: (date) => {
			const day = { ...date, year: date.year + firstYear - 1 };
			return date.year > 0 && toIso(day) >= firstDay ? [day] : [];
		},
	};
}
