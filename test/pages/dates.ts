import type { DateStyle } from './markets';
import type { Random } from './random';

const MONTHS = [
	'January',
	'February',
	'March',
	'April',
	'May',
	'June',
	'July',
	'August',
	'September',
	'October',
	'November',
	'December',
] as const;

const DAY_MS = 24 * 60 * 60 * 1000;

/** A day of the years 2023 to 2025, at midnight UTC. */
export function chooseDay(random: Random) {
	return addDays(new Date(Date.UTC(2023, 0, 1)), random.integer(0, 3 * 365));
}

/** The day so many days later, or earlier for a negative count. */
export function addDays(day: Date, count: number) {
	return new Date(day.getTime() + count * DAY_MS);
}

/** The day as printed in the given style. */
export function formatDate(day: Date, style: DateStyle): string {
	const year = day.getUTCFullYear();
	const number = day.getUTCDate();
	const month = MONTHS[day.getUTCMonth()];
	const dd = twoDigits(number);
	const mm = twoDigits(day.getUTCMonth() + 1);
	switch (style) {
		case '31/12/2025':
			return `${dd}/${mm}/${year}`;
		case '12/31/2025':
			return `${mm}/${dd}/${year}`;
		case '2025-12-31':
			return `${year}-${mm}-${dd}`;
		case '31.12.2025':
			return `${dd}.${mm}.${year}`;
		case '31 December 2025':
			return `${number} ${month} ${year}`;
		case '31-Dec-2025':
			return `${dd}-${month.slice(0, 3)}-${year}`;
		case 'Dec 31, 2025':
			return `${month.slice(0, 3)} ${number}, ${year}`;
		case 'December 31, 2025':
			return `${month} ${number}, ${year}`;
	}
}

/** A time in opening hours, `HH:MM` with or without seconds. */
export function chooseTime(random: Random) {
	const minutes = `${twoDigits(random.integer(8, 20))}:${twoDigits(random.integer(0, 59))}`;
	return random.chance(0.3) ? `${minutes}:${twoDigits(random.integer(0, 59))}` : minutes;
}

function twoDigits(value: number) {
	return String(value).padStart(2, '0');
}
