import { twoDigits } from './calendarDate';
import { foldWords } from './printedText';

/** A text without its time of day. */
export interface TextWithoutTime {
	text: string;
	/** `HH:mm`, `HH:mm:ss` or with a fraction of a second, on the 24-hour clock; absent without a time. */
	clock?: string;
	/** `Z` or `+08:00`, where the text prints it. */
	offset?: string;
}

/**
 * Takes the time of day out of a folded text: `11:46`, `下午3时05分`, `3:05 p.m.`, `14h30`, `T11:46:05Z`. The rest
 * comes in lower case. Gives undefined for two times and for a time that no clock shows.
 */
export function takeTime(folded: string): TextWithoutTime | undefined {
	const text = foldWords(folded).replace(/\s+/g, ' ').replace(COMPACT, '$1 $2:$3:$4$5');
	const time = TIME.exec(text);
	if (!time) return { text };
	const { groups = {}, index } = time;
	const clock = readClock(groups);
	const zone = readZone(text.slice(index + time[0].length), groups.iso !== undefined);
	if (clock === undefined || TIME.test(zone.rest)) return undefined;
	// In German, `12:30 am 14.11.2026` is half past noon on that day.
	if (groups.half === 'am' && groups.hour === '12' && /\d/.test(zone.rest)) return undefined;
	const before = text.slice(0, index).replace(LEAD_IN, '');
	const after = zone.rest.replace(LEAD_OUT, '');
	return { text: `${before} ${after}`.trim(), clock, offset: zone.offset };
}

/** `20241114114605`, as machines print it. */
const COMPACT = /^(\d{8})[ t]?(\d\d)(\d\d)(\d\d)(z?)$/;

const HALF_BEFORE = '上午|下午|午前|午後|오전|오후';
const HALF_AFTER = 'a\\.? ?m\\.?|p\\.? ?m\\.?|π\\.μ\\.?|μ\\.μ\\.?';
/** A letter before the hour may be a digit misread, but Chinese and Japanese put no space. */
const NOT_WITHIN_WORD =
	'(?<![\\d:|\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}]|\\d[.,])';
const TIME = new RegExp(
	[
		`(?:(?<=\\d)(?<iso>t)|(?<halfBefore>${HALF_BEFORE}) ?|${NOT_WITHIN_WORD})(?<hour>\\d{1,2})`,
		'(?:',
		[
			':(?<minute>\\d\\d)(?::(?<second>\\d\\d)(?:[.,](?<fraction>\\d{1,9}))?)?',
			' ?h ?(?<minuteAfterHour>\\d\\d)(?: ?min)?',
			' ?[时時点點시](?: ?(?<minuteInWords>\\d{1,2}) ?[分분](?: ?(?<secondInWords>\\d{1,2}) ?[秒초])?)?',
		].join('|'),
		')(?![\\d:])',
		`(?: ?(?<half>${HALF_AFTER})(?!\\p{L}))?`,
	].join(''),
	'u',
);

/** Words and signs that join a date to its time. */
const LEAD_IN =
	/(?:(?<![\p{L}\d])(?:(?:at|um|a las|a|as|alle|alle ore|ore|kl|klo|om|o|v|в|о|saat|luc|pukul|เวลา)\.?|[-@·]))? *$/u;
/** Words after a time; `开` and `開` are departures of trains. */
const LEAD_OUT = /^ ?(?:(?:uhr|uur|hrs?|h|น)(?!\p{L})\.?|[开開到])? *(?:[-|·](?= ))?/u;

/** Gives the 24-hour clock's `HH:mm`, with seconds where printed; undefined for what no clock shows. */
function readClock(groups: Record<string, string | undefined>): string | undefined {
	const minute = groups.minute ?? groups.minuteAfterHour ?? groups.minuteInWords ?? '0';
	const second = groups.second ?? groups.secondInWords;
	const hour = readHour(Number(groups.hour), groups);
	if (hour === undefined || hour > 23 || Number(minute) > 59 || Number(second ?? 0) > 59)
		return undefined;
	const clock = [hour, Number(minute), ...(second ? [Number(second)] : [])]
		.map(twoDigits)
		.join(':');
	return groups.fraction ? `${clock}.${groups.fraction}` : clock;
}

/** Gives the hour on the 24-hour clock; undefined where the half of the day does not fit it. */
function readHour(
	hour: number,
	{ half, halfBefore }: Record<string, string | undefined>,
): number | undefined {
	const printedHalf = half ?? halfBefore;
	if (printedHalf === undefined) return hour;
	const isAfternoon = /^(?:p|μ|下|午後|오후)/.test(printedHalf);
	if (isAfternoon) return hour < 12 ? hour + 12 : hour;
	if (hour < 12) return hour;
	// 12 AM is midnight; 上午12时 may be noon.
	return hour === 12 && half ? 0 : undefined;
}

const UTC_OFFSET = /^ ?(?:utc|gmt) ?([+-])(\d{1,2})(?::?(\d\d))?(?![\d:])/;
const NAMED = /^ ?(?:uhr )?([a-z]{1,4})(?![\p{L}\d])/u;
/** Zones whose name means one offset only. */
const ZONES: ReadonlyMap<string, string> = new Map([
	['z', 'Z'],
	['utc', 'Z'],
	['gmt', 'Z'],
	['cet', '+01:00'],
	['cest', '+02:00'],
	['mez', '+01:00'],
	['mesz', '+02:00'],
	['eet', '+02:00'],
	['eest', '+03:00'],
	['hkt', '+08:00'],
	['sgt', '+08:00'],
	['jst', '+09:00'],
	['kst', '+09:00'],
]);
const OFFSET = /^ ?([+-])(\d\d):?(\d\d)(?![\d:])/;

/** Reads a printed time zone. `10:00-12:00` is a span, so that a bare minus needs the `T` of ISO 8601. */
function readZone(text: string, isIso: boolean): { rest: string; offset?: string } {
	const match = UTC_OFFSET.exec(text) ?? OFFSET.exec(text);
	if (match) {
		const [whole, sign, hours, minutes = '00'] = match;
		const isSpan = sign === '-' && !isIso && !/[a-z]/.test(whole);
		const isOffset = Number(hours) <= 14 && ['00', '30', '45'].includes(minutes);
		if (isSpan || !isOffset) return { rest: text };
		return {
			rest: text.slice(whole.length),
			offset: `${sign}${hours.padStart(2, '0')}:${minutes}`,
		};
	}
	const [named = '', name = ''] = NAMED.exec(text) ?? [];
	const offset = ZONES.get(name);
	return offset ? { rest: text.slice(named.length), offset } : { rest: text };
}
