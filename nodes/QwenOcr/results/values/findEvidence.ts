import { readPrintedNumber } from './printedNumber';
import { showsDayFirst } from './readDate';
import { LONGEST_VALUE, type Evidence, type ValueType } from './value';

/**
 * Tells what the values of a document show about its way of writing: `1,234.50` shows that the point is the
 * decimal sign, `25/12/2026` that the day comes first. Where values contradict each other, they show nothing.
 */
export function findEvidence(printed: ReadonlyArray<{ text: string; type: ValueType }>): Evidence {
	const formats = new Set<'point' | 'comma'>();
	const orders = new Set<boolean>();
	for (const { text, type } of printed) {
		if (text.length > LONGEST_VALUE) continue;
		if (type === 'number' || type === 'amount') {
			const number = readPrintedNumber(text, { numberFormat: 'auto' }, {});
			if ('value' in number && number.proof) formats.add(number.proof);
		}
		if (type === 'date' || type === 'dateTime') {
			const dayFirst = showsDayFirst(text);
			if (dayFirst !== undefined) orders.add(dayFirst);
		}
	}
	const evidence: Evidence = {};
	if (formats.size === 1) [evidence.numberFormat] = formats;
	if (orders.size === 1) [evidence.dayFirst] = orders;
	return evidence;
}
