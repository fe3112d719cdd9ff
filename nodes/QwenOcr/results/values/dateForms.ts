import { type Era, takeEra } from './calendars';
import { readChineseDigits, readChineseNumerals } from './chineseNumerals';
import { MARKED, MONTH, takeDateWords } from './dateWords';
import { foldWords } from './printedText';
import { takeAttachedWeekdays } from './weekdays';

/** One way to share a date's numbers out among day, month and year. */
export interface DateForm {
	/** As printed: two digits leave the century open. */
	year: string;
	month: number;
	day: number;
	/** Set where only the order tells day and month apart. */
	order?: 'day' | 'month';
}

/** A date as printed, in all its forms. */
export interface PrintedDate {
	forms: DateForm[];
	era?: Era;
	weekdays: Array<readonly number[]>;
	/** Thai dates count Buddhist years, named or not. */
	hasThaiMonth: boolean;
}

/** Finds all ways to read a date. Gives undefined for what is no date, or has words beside one. */
export function findDateForms(folded: string): PrintedDate | undefined {
	const attached = takeAttachedWeekdays(foldWords(folded).replace(/\s+/g, ' '));
	const named = takeEra(attached.text.trim());
	if (!named) return undefined;
	const words = takeDateWords(markWrittenOut(named.text.trim()));
	if (!words) return undefined;
	const forms = shareOut(
		tidy(words.text),
		words.months,
		named.era !== undefined && !named.era.centuries,
	);
	if (forms.length === 0) return undefined;
	return {
		forms,
		era: named.era,
		weekdays: [...attached.weekdays, ...words.weekdays],
		hasThaiMonth: words.hasThaiMonth,
	};
}

const NUMERALS = '〇零一二三四五六七八九十百壹贰貳叁參肆伍陆陸柒捌玖拾';
const BEFORE_UNIT = new RegExp(`[${NUMERALS}]{1,12}(?=[年月日号號])`, 'g');
const EAST_ASIAN = /(\d{1,4}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日号號일]/;
const VIETNAMESE = /(\d{1,2}),? (?:thang|thg) (\d{1,2}),?(?: nam)? (\d{4})/;

/** Rewrites dates that mark year, month and day: `2024年11月14日`, `14 tháng 11 năm 2024`. */
function markWrittenOut(text: string): string {
	return text
		.replace(/○/g, '〇')
		.replace(BEFORE_UNIT, (numerals) => {
			const number = readChineseDigits(numerals) ?? readChineseNumerals(numerals);
			return number === undefined ? numerals : String(number);
		})
		.replace(EAST_ASIAN, `${MARKED}$1-$2-$3`)
		.replace(VIETNAMESE, `${MARKED}$3-$2-$1`);
}

function tidy(text: string): string {
	return text
		.replace(/\( *\)/g, ' ')
		.replace(/ *([./-]) */g, '$1')
		.replace(/ +/g, ' ')
		.replace(/^[ ,']+/, '')
		.replace(/[ ,.]+$/, '');
}

const BETWEEN = "[ .,'/-]{0,3}";
const MARKED_DATE = new RegExp(`^${MARKED}(\\d{1,4})-(\\d{1,2})-(\\d{1,2})$`);
const NUMBERS = /^(\d{1,4})([-/. ])(\d{1,2})\2(\d{1,4})$/;
const WITHOUT_SIGNS = /^(\d{4})(\d{2})(\d{2})$/;
const MONTH_BETWEEN = new RegExp(`^(\\d{1,4})${BETWEEN}${MONTH}${BETWEEN}(\\d{1,4})$`);
const MONTH_FIRST = new RegExp(`^${MONTH}${BETWEEN}(\\d{1,2})[ .,'/-]{1,3}(\\d{2}|\\d{4})$`);
const MONTH_LAST = new RegExp(`^(\\d{4})[ .,/-]{1,3}(\\d{1,2})${BETWEEN}${MONTH}$`);

function shareOut(text: string, months: readonly number[], yearFirst: boolean): DateForm[] {
	if (months.length > 0) return shareWithMonth(text, months);
	const marked = MARKED_DATE.exec(text) ?? WITHOUT_SIGNS.exec(text);
	if (marked) return [form(marked[1], marked[2], marked[3])];
	const numbers = NUMBERS.exec(text);
	if (!numbers) return [];
	const [, first, , second, third] = numbers;
	const yearOnly = first.length > 2 || yearFirst;
	if (yearOnly) return third.length > 2 ? [] : [form(first, second, third)];
	const dayOrMonthFirst: DateForm[] = [
		{ ...form(third, second, first), order: 'day' },
		{ ...form(third, first, second), order: 'month' },
	];
	return third.length > 2 ? dayOrMonthFirst : [...dayOrMonthFirst, form(first, second, third)];
}

function shareWithMonth(text: string, months: readonly number[]): DateForm[] {
	const pairs: Array<[year: string, day: string]> = [];
	const between = MONTH_BETWEEN.exec(text);
	if (between) pairs.push([between[2], between[1]], [between[1], between[2]]);
	const first = MONTH_FIRST.exec(text);
	if (first) pairs.push([first[2], first[1]]);
	const last = MONTH_LAST.exec(text);
	if (last) pairs.push([last[1], last[2]]);
	const possible = pairs.filter(([year, day]) => day.length < 3 && year.length > 1);
	const clear = possible.filter(([year]) => year.length === 4);
	return (clear.length > 0 ? clear : possible).flatMap(([year, day]) =>
		months.map((month) => form(year, String(month), day)),
	);
}

function form(year: string, month: string, day: string): DateForm {
	return { year, month: Number(month), day: Number(day) };
}
