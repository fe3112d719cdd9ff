import { checkDigitProblem, formatProblem } from './formatProblem';
import type { FormatProblem } from './formatProblem';
import { printedCode } from './printedCode';

/**
 * Checks an IBAN by ISO 13616: the length of its country and the check digits (ISO 7064, MOD 97-10).
 * Groups and the word IBAN in front are allowed, as printed.
 */
export function checkIban(value: string): FormatProblem | undefined {
	const iban = printedCode(value, '-')?.replace(/^IBAN:?/, '');
	if (iban === undefined || !/^[A-Z]{2}\d{2}[A-Z\d]+$/.test(iban)) {
		return formatProblem(
			'Not an IBAN: two letters, two digits and the account in letters and digits are expected',
		);
	}
	const country = iban.slice(0, 2);
	const length = LENGTHS.get(country);
	if (length === undefined) return formatProblem(`No country has IBANs that begin with ${country}`);
	if (iban.length !== length) {
		return formatProblem(`An IBAN of ${country} has ${length} characters, this one ${iban.length}`);
	}
	return remainder(iban) === 1
		? undefined
		: checkDigitProblem('The check digits of the IBAN do not fit');
}

/** Country and check digits go to the end, letters count from A = 10; the number is 1 modulo 97. */
function remainder(iban: string): number {
	const digits = [...`${iban.slice(4)}${iban.slice(0, 4)}`].map((letter) => parseInt(letter, 36));
	return digits.reduce((rest, digit) => (rest * (digit < 10 ? 10 : 100) + digit) % 97, 0);
}

/** Characters of an IBAN by country, from SWIFT's IBAN registry. */
const LENGTHS = new Map(
	Object.entries({
		15: 'NO',
		16: 'BE',
		18: 'DK FI FK FO GL NL SD',
		19: 'MK SI',
		20: 'AT BA EE KZ LT LU MN XK',
		21: 'CH HR LI LV',
		22: 'BG BH CR DE GB GE IE ME RS VA',
		23: 'AE GI IL IQ OM SO TL',
		24: 'AD CZ ES MD PK RO SA SE SK TN VG',
		25: 'LY PT ST',
		26: 'IS TR',
		27: 'BI DJ FR GR IT MC MR SM',
		28: 'AL AZ BY CY DO GT HN HU LB NI PL SV',
		29: 'BR EG PS QA UA',
		30: 'JO KW MU YE',
		31: 'MT SC',
		32: 'LC',
		33: 'RU',
	}).flatMap(([length, countries]) =>
		countries.split(' ').map((country) => [country, Number(length)] as const),
	),
);
