/** A day of the Gregorian calendar; months count from 1. */
export interface CalendarDate {
	year: number;
	month: number;
	day: number;
}

/** Tells whether the calendar has such a day: no 31 February. */
export function exists({ year, month, day }: CalendarDate): boolean {
	if (month < 1 || month > 12 || day < 1) return false;
	const isLeapYear = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	return day <= (month === 2 && isLeapYear ? 29 : MONTH_LENGTHS[month - 1]);
}

/** Gives the weekday of an existing day, Sunday as 0. */
export function weekdayOf({ year, month, day }: CalendarDate): number {
	return new Date(Date.UTC(year, month - 1, day)).getUTCDay();
}

/** Gives `YYYY-MM-DD`. */
export function toIso({ year, month, day }: CalendarDate): string {
	return [String(year).padStart(4, '0'), twoDigits(month), twoDigits(day)].join('-');
}

/** Gives a number below 100 with two digits. */
export function twoDigits(number: number): string {
	return String(number).padStart(2, '0');
}

/** Names days for a message: `11 December or 12 November 2026`. */
export function nameDates(dates: readonly CalendarDate[]): string {
	const sameYear = dates.every(({ year }) => year === dates[0].year);
	const names = dates.map(({ year, month, day }, index) => {
		const name = `${day} ${MONTH_NAMES[month - 1]}`;
		return sameYear && index < dates.length - 1 ? name : `${name} ${year}`;
	});
	return names.length < 2
		? names.join('')
		: `${names.slice(0, -1).join(', ')} or ${names[names.length - 1]}`;
}

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const MONTH_NAMES =
	'January February March April May June July August September October November December'.split(
		' ',
	);
