import { readPrintedNumber } from '../values/printedNumber';
import { LONGEST_VALUE } from '../values/value';

interface PrintedAmount {
	value: number;
	/** All currencies that its signs allow; empty where none is printed. */
	currencies: readonly string[];
}

/**
 * Of printed values that are one amount of money, such as `10.00` on one page and `10.00 EUR` on the
 * next, gives the place of the one that names its currency best. Undefined where they are no amounts,
 * are not equal, contradict each other's currency, or none has any: `7` and `007` may be two numbers.
 * @param label name of the field, which may stand before its value
 */
export function fullestAmount(printed: readonly unknown[], label: string): number | undefined {
	const amounts = printed.flatMap((value) => readAmount(value, label) ?? []);
	if (amounts.length < printed.length) return undefined;
	const named = amounts.flatMap(({ currencies }) => (currencies.length > 0 ? [currencies] : []));
	const allowed = named.reduce<readonly string[]>(
		(common, currencies) => common.filter((code) => currencies.includes(code)),
		named[0] ?? [],
	);
	const isOneAmount = amounts.every(({ value }) => value === amounts[0].value);
	if (!isOneAmount || allowed.length === 0) return undefined;
	const fewest = Math.min(...named.map(({ length }) => length));
	return amounts.findIndex(({ currencies }) => currencies.length === fewest);
}

function readAmount(printed: unknown, label: string): PrintedAmount | undefined {
	// An answer may have anything here; objects with a field "toString" are not even to be printed.
	if (typeof printed !== 'string' && typeof printed !== 'number') return undefined;
	const text = withoutLabel(String(printed), label);
	if (text.length > LONGEST_VALUE) return undefined;
	// Which sign is the decimal one does not matter here, as long as it is the same for all.
	const read = readPrintedNumber(text, { numberFormat: 'auto' }, { numberFormat: 'point' });
	return 'value' in read && !read.percent ? read : undefined;
}

function withoutLabel(text: string, label: string): string {
	const isLabelled = text.toLowerCase().startsWith(label.toLowerCase());
	return isLabelled ? text.slice(label.length).replace(/^\s*[:：]?\s*/, '') : text;
}
