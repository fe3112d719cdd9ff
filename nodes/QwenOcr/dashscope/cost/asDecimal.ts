/** Digits that a number surely has; behind them stands what computing with parts of two leaves. */
const SURE_DIGITS = 15;

/**
 * Writes an amount of money as a plain decimal, however small: `0.0000001`, where JavaScript would
 * write `1e-7`.
 * @param digits most significant digits; all of them unless given
 */
export function asDecimal(amount: number, digits = SURE_DIGITS): string {
	return amount.toLocaleString('en-US', { maximumSignificantDigits: digits, useGrouping: false });
}
