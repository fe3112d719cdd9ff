import { isCalendarDate } from './calendarDate';
import { formatProblem } from './formatProblem';
import type { FormatProblem } from './formatProblem';

/** Checks a date by ISO 8601 in its extended form, `2026-11-14`, that the calendar has. */
export function checkIsoDate(value: string): FormatProblem | undefined {
	const match = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/.exec(value);
	if (!match) return formatProblem('Not a date such as 2026-11-14');
	const [year, month, day] = match.slice(1).map(Number);
	return isCalendarDate(year, month, day)
		? undefined
		: formatProblem('The calendar does not have this date');
}
