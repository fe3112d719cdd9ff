import { toIso } from './calendarDate';
import { foldPrinted } from './printedText';
import { takeTime } from './printedTime';
import { readDay } from './readDate';
import { type Evidence, type ReadingRules, type ReadValue, unreadable } from './value';

/**
 * Reads a date with its time as `YYYY-MM-DDTHH:mm`, with seconds and offset as far as they are printed. A date
 * without a time is doubtful: the next node would take it for midnight.
 */
export function readDateTime(printed: string, rules: ReadingRules, evidence: Evidence): ReadValue {
	const timed = takeTime(foldPrinted(printed));
	if (!timed) return unreadable(printed, 'has a time that cannot be read');
	const date = readDay(printed, timed.text, rules, evidence);
	if ('kind' in date) return date;
	if (!timed.clock) return unreadable(printed, 'has no time beside the date');
	return { kind: 'read', value: `${toIso(date)}T${timed.clock}${timed.offset ?? ''}` };
}
