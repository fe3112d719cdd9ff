/** The sign before the decimals. */
export type DecimalSign = 'point' | 'comma';

/** Digits of a number, without the signs between them. */
export interface PlainDigits {
	whole: string;
	decimals: string;
}

/** How digits with signs between them can be read. */
export type GroupedDigits =
	/**
	 * In one way only. `sign` is the decimal sign, where there is one or groups show it; `isProof` tells that it
	 * shows how the whole document writes, which `1234,567` does not: it may have lost a sign.
	 */
	| { kind: 'certain'; digits: PlainDigits; sign?: DecimalSign; isProof: boolean }
	/** As one thing if the point is the decimal sign, as another if the comma is. */
	| { kind: 'ambiguous'; point: PlainDigits; comma: PlainDigits };

/**
 * Reads digits and the signs between them, such as `1,234.50`, `1.234,50`, `1'234`, `12,34,567` or `1 234,5`.
 * One point or comma before exactly three digits may be either sign, unless the digits before it cannot be a
 * group (`0,123`, `1234.567`). Gives undefined where the groups do not fit.
 */
export function readGroupedDigits(text: string): GroupedDigits | undefined {
	const groups = text.split(/[^\d]/);
	const signs = [...text.replace(/\d/g, '')];
	if (groups.some((group, index) => group === '' && index > 0)) return undefined;
	if (signs.length === 0) return certain(text, '');

	const last = signs[signs.length - 1];
	const earlier = new Set(signs.slice(0, -1));
	if (earlier.size > 1) return undefined;
	if (earlier.size === 0) return readOneSign(groups, last);
	if (earlier.has(last)) return areGroups(groups, last) ? grouped(groups, last) : undefined;

	const [grouping] = earlier;
	const decimals = groups.pop() ?? '';
	if (!isDecimalSign(last) || !areGroups(groups, grouping)) return undefined;
	return certain(groups.join(''), decimals, DECIMAL_SIGNS[last]);
}

const DECIMAL_SIGNS: Record<string, DecimalSign | undefined> = {
	'.': 'point',
	',': 'comma',
	'٫': undefined,
};
const GROUPING_SIGNS = [' ', "'", '٬', '.', ','];

function readOneSign(groups: string[], sign: string): GroupedDigits | undefined {
	const [before, after] = groups;
	if (!isDecimalSign(sign)) return areGroups(groups, sign) ? grouped(groups, sign) : undefined;
	if (before === '') return readWithoutWhole(after, sign);
	const decimal = certain(before, after, DECIMAL_SIGNS[sign], after.length < 3);
	if (sign === '٫' || after.length !== 3 || before.length > 3 || before === '0') return decimal;
	const asDecimals = { whole: before, decimals: after };
	const asGroups = { whole: before + after, decimals: '' };
	return sign === '.'
		? { kind: 'ambiguous', point: asDecimals, comma: asGroups }
		: { kind: 'ambiguous', point: asGroups, comma: asDecimals };
}

/** `.50` is half a unit; `,50` and `.500` are more likely the rest of a number that was cut. */
function readWithoutWhole(decimals: string, sign: string): GroupedDigits | undefined {
	return sign === '.' && decimals.length !== 3 ? certain('0', decimals, 'point') : undefined;
}

/** Groups of three, or for commas also the Indian way: three at the end and twos before. */
function areGroups(groups: string[], sign: string): boolean {
	if (!GROUPING_SIGNS.includes(sign)) return false;
	const [first, ...others] = groups;
	if (first === '' || first.startsWith('0')) return false;
	if (first.length <= 3 && others.every((group) => group.length === 3)) return true;
	return (
		sign === ',' &&
		first.length <= 2 &&
		others.pop()?.length === 3 &&
		others.every((group) => group.length === 2)
	);
}

/** Whole digits in groups: a point between groups shows that the comma is the decimal sign, and the reverse. */
function grouped(groups: string[], sign: string): GroupedDigits {
	const signs: Record<string, DecimalSign> = { '.': 'comma', ',': 'point' };
	return certain(groups.join(''), '', signs[sign]);
}

function certain(
	whole: string,
	decimals: string,
	sign?: DecimalSign,
	isProof = true,
): GroupedDigits {
	return { kind: 'certain', digits: { whole, decimals }, sign, isProof };
}

function isDecimalSign(sign: string): boolean {
	return Object.hasOwn(DECIMAL_SIGNS, sign);
}
