import { checkDigitProblem, formatProblem } from './formatProblem';
import type { FormatProblem } from './formatProblem';
import { printedCode } from './printedCode';

/**
 * Checks the number of a bank or credit card: 12 to 19 digits (ISO/IEC 7812-1) whose last one is the
 * Luhn check digit. Groups parted by spaces or hyphens are allowed, as printed.
 */
export function checkCardNumber(value: string): FormatProblem | undefined {
	const digits = printedCode(value, '-');
	if (digits === undefined || !/^\d{12,19}$/.test(digits)) {
		return formatProblem('Not a card number: 12 to 19 digits are expected');
	}
	return hasLuhnDigit(digits)
		? undefined
		: checkDigitProblem('The check digit of the card number does not fit');
}

/** Tells whether the last of the digits is the Luhn check digit of the others (ISO/IEC 7812-1, annex B). */
export function hasLuhnDigit(digits: string): boolean {
	const sum = [...digits].reverse().reduce((total, letter, index) => {
		const digit = Number(letter) * (index % 2 === 0 ? 1 : 2);
		return total + (digit > 9 ? digit - 9 : digit);
	}, 0);
	return sum % 10 === 0;
}
