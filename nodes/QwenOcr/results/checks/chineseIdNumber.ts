import { isCalendarDate } from './calendarDate';
import { checkDigitProblem, formatProblem } from './formatProblem';
import type { FormatProblem } from './formatProblem';
import { printedCode } from './printedCode';

/**
 * Checks the number of a Chinese identity card (公民身份号码) by GB 11643-1999: region, date of birth,
 * sequence and check character (ISO 7064, MOD 11-2; X stands for 10).
 */
export function checkChineseIdNumber(value: string): FormatProblem | undefined {
	const number = printedCode(value);
	const match = number && NUMBER.exec(number);
	if (!match) {
		return formatProblem('Not a Chinese ID number: 17 digits and a digit or X are expected');
	}
	const [whole, province, year, month, day] = match;
	if (!PROVINCES.has(province)) {
		return formatProblem(`No Chinese ID number begins with ${province}`);
	}
	if (!isCalendarDate(Number(year), Number(month), Number(day))) {
		return formatProblem(`The ID number holds no date of birth: ${year}-${month}-${day}`);
	}
	return checkCharacter(whole) === whole[17]
		? undefined
		: checkDigitProblem('The check digit of the Chinese ID number does not fit');
}

const NUMBER = /^(\d{2})\d{4}([12]\d{3})(\d{2})(\d{2})\d{3}[\dX]$/;

/** Provinces by GB/T 2260, with the codes of Taiwan (71, 83) and of Hong Kong and Macao (81, 82). */
const PROVINCES = new Set(
	'11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(
		' ',
	),
);

/** Position n from the right weighs 2ⁿ; the weighted sum of all 18 characters is 1 modulo 11. */
function checkCharacter(number: string): string {
	const sum = [...number.slice(0, 17)].reduce(
		(total, digit, index) => total + Number(digit) * (2 ** (17 - index) % 11),
		0,
	);
	return '10X98765432'[sum % 11];
}
