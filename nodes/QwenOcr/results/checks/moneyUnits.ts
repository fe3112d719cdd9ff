/** Amounts are compared as whole ten-thousandths, in which decimal fractions are exact. */
const UNITS = 10_000;
/** Above this, ten-thousandths of a sum are no longer exact in a JavaScript number. */
const MAX_AMOUNT = 1e11;

/** One hundredth, the smallest digit of most amounts. */
export const CENT = UNITS / 100;

/** Gives an amount in ten-thousandths; undefined for what is no number or too large to be exact. */
export function toUnits(value: unknown): number | undefined {
	if (typeof value !== 'number' || !(Math.abs(value) <= MAX_AMOUNT)) return undefined;
	return Math.round(value * UNITS);
}

/** Gives the product of two numbers in ten-thousandths; undefined where it is too large to be exact. */
export function productUnits(first: number, second: number): number | undefined {
	return toUnits(first * second);
}

/** Gives an amount with at least two decimals, such as `120.00` or `0.335`. */
export function printUnits(units: number): string {
	const [whole, decimals = ''] = (units / UNITS).toFixed(4).split('.');
	return `${whole}.${decimals.replace(/0{1,2}$/, '')}`;
}

/** Gives how many decimals a number has, 0 to 20. */
export function decimalsOf(value: number): number {
	if (Number.isInteger(value)) return 0;
	const [digits, exponent = '0'] = String(value).split('e');
	const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0;
	return Math.min(20, Math.max(0, decimals - Number(exponent)));
}
