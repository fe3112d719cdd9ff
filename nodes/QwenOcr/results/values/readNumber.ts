import { readChineseNumerals } from './chineseNumerals';
import { readPrintedNumber } from './printedNumber';
import { foldPrinted } from './printedText';
import type { Evidence, ReadingRules, ReadValue } from './value';

/**
 * Reads a number. A percent sign stays out of the value, `2.5%` is 2.5, and so does a currency; other units
 * make the number unreadable, because `5 dozen` is not 5.
 */
export function readNumber(printed: string, rules: ReadingRules, evidence: Evidence): ReadValue {
	const text = foldPrinted(printed);
	// A lone `一` is as likely a dash, `〇` a mark.
	const spelled = text.length > 1 ? readChineseNumerals(text) : undefined;
	if (spelled !== undefined) return { kind: 'read', value: spelled };
	const number = readPrintedNumber(printed, rules, evidence);
	return 'kind' in number ? number : { kind: 'read', value: number.value };
}
