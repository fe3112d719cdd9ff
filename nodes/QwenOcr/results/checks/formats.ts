import type { NamedFormat } from '../../fieldLists/field';
import { checkChineseCreditCode } from './chineseCreditCode';
import { checkChineseIdNumber } from './chineseIdNumber';
import { checkEmail } from './email';
import { checkEuVatNumber } from './euVatNumber';
import type { FormatProblem } from './formatProblem';
import { checkIban } from './iban';
import { checkIsoDate } from './isoDate';
import { checkCardNumber } from './luhn';
import { checkPattern, readPattern } from './pattern';

/** The format checks as the UI lists them, A to Z. */
export const FORMATS = [
	{
		value: 'cardNumber',
		name: 'Card Number',
		description: 'Bank or credit card: 12 to 19 digits with the Luhn check digit',
	},
	{
		value: 'chineseIdNumber',
		name: 'Chinese ID Number',
		description: '18 characters with region, date of birth and check digit (GB 11643)',
	},
	{
		value: 'chineseCreditCode',
		name: 'Chinese Unified Social Credit Code',
		description: '18 characters with region and check character (GB 32100)',
	},
	{ value: 'email', name: 'Email', description: 'An address such as name@example.com' },
	{
		value: 'euVatNumber',
		name: 'EU VAT Number',
		description: 'Letters of the country and its number of digits; no check digit',
	},
	{
		value: 'iban',
		name: 'IBAN',
		description: 'Bank account with the length of its country and check digits (ISO 13616)',
	},
	{ value: 'isoDate', name: 'ISO Date', description: 'A date as printed like 2026-11-14' },
	{
		value: 'pattern',
		name: 'Regular Expression',
		description: 'A pattern of your own, such as ^[A-Z]{2}[0-9]{6}$',
	},
] as const satisfies ReadonlyArray<{
	value: NamedFormat | 'pattern';
	name: string;
	description: string;
}>;

/** What a printed value is checked against. */
export type FormatCheck = { format: NamedFormat } | { format: 'pattern'; pattern: RegExp };

/**
 * Gives the check of a field list's field; undefined where it asks for none.
 * @throws Fault `invalid_option` for a regular expression that cannot be used
 */
export function formatCheckOf(field: {
	format?: NamedFormat | 'pattern';
	pattern?: string;
}): FormatCheck | undefined {
	if (field.format === undefined) return undefined;
	if (field.format !== 'pattern') return { format: field.format };
	return { format: 'pattern', pattern: readPattern(field.pattern ?? '') };
}

/** Checks a printed value; undefined when it is fine. Spaces and separators as usual in print are fine. */
export function checkFormat(value: string, check: FormatCheck): FormatProblem | undefined {
	return check.format === 'pattern'
		? checkPattern(value, check.pattern)
		: CHECKS[check.format](value);
}

const CHECKS: Record<NamedFormat, (value: string) => FormatProblem | undefined> = {
	cardNumber: checkCardNumber,
	chineseCreditCode: checkChineseCreditCode,
	chineseIdNumber: checkChineseIdNumber,
	email: checkEmail,
	euVatNumber: checkEuVatNumber,
	iban: checkIban,
	isoDate: checkIsoDate,
};
