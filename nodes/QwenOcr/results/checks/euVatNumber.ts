import { formatProblem } from './formatProblem';
import type { FormatProblem } from './formatProblem';
import { printedCode } from './printedCode';

/**
 * Checks the form of a VAT number of an EU country, Northern Ireland (XI), the one-stop shop (EU) or
 * Great Britain (GB), which European invoices name as well. Spaces, dots and hyphens are allowed, as
 * printed. Check digits differ from country to country and are not looked at.
 */
export function checkEuVatNumber(value: string): FormatProblem | undefined {
	const number = printedCode(value, '.-') ?? '';
	const country = number.slice(0, 2);
	const pattern = PATTERNS.get(country);
	if (!pattern) {
		return formatProblem('Not an EU VAT number: it begins with the two letters of a country');
	}
	return pattern.test(number.slice(2))
		? undefined
		: formatProblem(`Not a VAT number of ${country}: its characters behind ${country} do not fit`);
}

const UNITED_KINGDOM = /^(\d{9}|\d{12}|GD[0-4]\d{2}|HA[5-9]\d{2})$/;

/** By the European Commission's list of formats (VIES), behind the country's letters. */
const PATTERNS = new Map<string, RegExp>([
	['AT', /^U\d{8}$/],
	['BE', /^[01]\d{9}$/],
	['BG', /^\d{9,10}$/],
	['CY', /^\d{8}[A-Z]$/],
	['CZ', /^\d{8,10}$/],
	['DE', /^\d{9}$/],
	['DK', /^\d{8}$/],
	['EE', /^\d{9}$/],
	['EL', /^\d{9}$/],
	['ES', /^([A-Z]\d{7}[A-Z\d]|\d{8}[A-Z])$/],
	['EU', /^\d{9}$/],
	['FI', /^\d{8}$/],
	['FR', /^[A-HJ-NP-Z\d]{2}\d{9}$/],
	['GB', UNITED_KINGDOM],
	['HR', /^\d{11}$/],
	['HU', /^\d{8}$/],
	['IE', /^(\d[A-Z\d+*]\d{5}[A-Z]|\d{7}[A-Z]{2})$/],
	['IT', /^\d{11}$/],
	['LT', /^(\d{9}|\d{12})$/],
	['LU', /^\d{8}$/],
	['LV', /^\d{11}$/],
	['MT', /^\d{8}$/],
	['NL', /^\d{9}B\d{2}$/],
	['PL', /^\d{10}$/],
	['PT', /^\d{9}$/],
	['RO', /^\d{2,10}$/],
	['SE', /^\d{12}$/],
	['SI', /^\d{8}$/],
	['SK', /^\d{10}$/],
	['XI', UNITED_KINGDOM],
]);
