import { type CalendarDate, exists, nameDates, toIso, weekdayOf } from './calendarDate';
import { BUDDHIST, COMMON } from './calendars';
import { type DateForm, findDateForms, type PrintedDate } from './dateForms';
import { takeTime } from './printedTime';
import { foldPrinted } from './printedText';
import {
	doubtful,
	type DoubtfulValue,
	type Evidence,
	quoted,
	type ReadingRules,
	type ReadValue,
	unreadable,
} from './value';

/** Reads a date as `YYYY-MM-DD`; a time beside it is left out. */
export function readDate(printed: string, rules: ReadingRules, evidence: Evidence): ReadValue {
	const timed = takeTime(foldPrinted(printed));
	if (!timed) return unreadable(printed, 'has a time that cannot be read');
	const date = readDay(printed, timed.text, rules, evidence);
	return 'kind' in date ? date : { kind: 'read', value: toIso(date) };
}

/**
 * Reads the day of a folded text without its time. A year of two digits is always doubtful, because nothing on
 * paper tells its century; so is a year of a calendar that the text does not name, such as `113年`.
 */
export function readDay(
	printed: string,
	text: string,
	rules: Pick<ReadingRules, 'dayFirst'>,
	evidence: Evidence,
): CalendarDate | DoubtfulValue {
	const found = findDateForms(text);
	if (!found) return unreadable(printed, 'is not a date');
	const readings = found.forms.flatMap((form) => readForm(form, found));
	if (readings.length === 0) {
		return hasStrangeYear(found)
			? ambiguous(printed, 'has a year of a calendar that the text does not name')
			: unreadable(printed, 'is not a day of the calendar');
	}
	if (readings.some(({ isGuess }) => isGuess)) return severalDays(printed, readings);
	const fitting = readings.filter(({ date }) =>
		found.weekdays.every((weekdays) => weekdays.includes(weekdayOf(date))),
	);
	if (fitting.length === 0)
		return unreadable(printed, 'names a weekday that does not fit the date');
	return decideOrder(printed, fitting, rules, evidence);
}

/** Tells whether the day comes first, where the text itself leaves no other way. */
export function showsDayFirst(printed: string): boolean | undefined {
	const timed = takeTime(foldPrinted(printed));
	const found = timed && findDateForms(timed.text);
	if (!found) return undefined;
	const readings = found.forms.flatMap((form) => readForm(form, found));
	if (readings.length !== 1 || readings[0].isGuess || !readings[0].order) return undefined;
	return readings[0].order === 'day';
}

interface DateReading {
	date: CalendarDate;
	order?: 'day' | 'month';
	/** The century is not printed: all that is known is the end of the year. */
	isGuess: boolean;
}

/** The Gregorian calendar began in 1582; the years from 2400 on are Buddhist. */
const FIRST_YEAR = 1583;
const LAST_YEAR = 2399;

function readForm(form: DateForm, found: PrintedDate): DateReading[] {
	const era = found.era ?? (isThaiYear(form, found) ? BUDDHIST : COMMON);
	const centuries = form.year.length < 3 ? era.centuries : undefined;
	return (centuries ?? [0])
		.map((century) => ({ ...form, year: century + Number(form.year) }))
		.flatMap(({ year, month, day }) => era.toGregorian({ year, month, day }))
		.filter((date) => exists(date) && date.year >= FIRST_YEAR && date.year <= LAST_YEAR)
		.map((date) => ({ date, order: form.order, isGuess: centuries !== undefined }));
}

/** Thai dates count Buddhist years, whether they say so or not. */
function isThaiYear({ year }: DateForm, { hasThaiMonth }: PrintedDate): boolean {
	return hasThaiMonth && (year.length < 3 || Number(year) > LAST_YEAR);
}

/** Tells a date that would exist in another year: its year is of a calendar that the text does not name. */
function hasStrangeYear({ forms, era }: PrintedDate): boolean {
	return (
		!era &&
		forms.some(
			(form) => form.year.length > 2 && exists({ ...form, year: LEAP_YEAR }) && !isCommon(form),
		)
	);
}

function isCommon({ year }: DateForm): boolean {
	return Number(year) >= FIRST_YEAR && Number(year) <= LAST_YEAR;
}

const LEAP_YEAR = 2000;

function decideOrder(
	printed: string,
	readings: DateReading[],
	{ dayFirst }: Pick<ReadingRules, 'dayFirst'>,
	evidence: Evidence,
): CalendarDate | DoubtfulValue {
	const wanted = dayFirst === 'review' ? undefined : dayFirst;
	const days = new Set(readings.map(({ date }) => toIso(date)));
	if (days.size === 1) {
		const isAgainstRule = wanted && readings.every(({ order }) => order && order !== wanted);
		if (!isAgainstRule) return readings[0].date;
		return ambiguous(printed, `cannot have the ${wanted} first, although the options say so`);
	}
	const order = wanted ?? orderOf(evidence);
	const decided = readings.filter((reading) => order && reading.order === order);
	return decided.length === 1 ? decided[0].date : severalDays(printed, readings);
}

function orderOf({ dayFirst }: Evidence): 'day' | 'month' | undefined {
	if (dayFirst === undefined) return undefined;
	return dayFirst ? 'day' : 'month';
}

function severalDays(printed: string, readings: DateReading[]): DoubtfulValue {
	const days = new Map(readings.map(({ date }) => [toIso(date), date]));
	const latestFirst = [...days.values()].sort((one, other) => other.year - one.year);
	return ambiguous(printed, `may be ${nameDates(latestFirst)}`);
}

function ambiguous(printed: string, problem: string): DoubtfulValue {
	return doubtful('ambiguous_date', `${quoted(printed)} ${problem}.`);
}
