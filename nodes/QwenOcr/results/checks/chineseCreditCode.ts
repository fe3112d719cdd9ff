import { checkDigitProblem, formatProblem } from './formatProblem';
import type { FormatProblem } from './formatProblem';
import { printedCode } from './printedCode';

/**
 * Checks a unified social credit code (统一社会信用代码) by GB 32100-2015: 18 characters, of which the
 * third to the eighth are the digits of a region and the last one is a check character.
 */
export function checkChineseCreditCode(value: string): FormatProblem | undefined {
	const code = printedCode(value);
	if (code === undefined || !CODE.test(code)) {
		return formatProblem(
			'Not a unified social credit code: 18 digits and capitals (none of I, O, S, V, Z) are expected',
		);
	}
	return checkCharacter(code) === code[17]
		? undefined
		: checkDigitProblem('The check character of the unified social credit code does not fit');
}

/** Letters that look like digits are not used. */
const CHARACTERS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE = /^[\dA-HJ-NP-RTUWXY]{2}\d{6}[\dA-HJ-NP-RTUWXY]{10}$/;

/** Position n from the left weighs 3ⁿ⁻¹; the weighted sum of all 18 characters is 0 modulo 31. */
function checkCharacter(code: string): string {
	let weight = 1;
	let sum = 0;
	for (const character of code.slice(0, 17)) {
		sum += CHARACTERS.indexOf(character) * weight;
		weight = (weight * 3) % 31;
	}
	return CHARACTERS[(31 - (sum % 31)) % 31];
}
