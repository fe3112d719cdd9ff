import { CENT, productUnits, toUnits } from './moneyUnits';
import type { Part } from './sumEquation';
import type { LineItem } from './sumParts';

/**
 * Tells whether the line items show that they have a discount in them already: lines of their own take it
 * off, or their amounts are that much less than quantity × unit price.
 */
export function includesDiscount({ units }: Part, lines: readonly LineItem[]): boolean {
	const amounts = lines.flatMap(({ values }) => toUnits(values.lineAmount) ?? []);
	const reductions = amounts.filter((amount) => Math.sign(amount) === -Math.sign(units));
	const reduction = reductions.reduce((sum, amount) => sum + amount, 0);
	if (reduction === -units || reductions.includes(-units)) return true;

	const saved = lines.reduce((sum, line) => sum + savedOn(line), 0);
	return Math.abs(saved - units) <= (lines.length * CENT) / 2;
}

function savedOn({ values: { lineQuantity, lineUnitPrice, lineAmount } }: LineItem): number {
	if (typeof lineQuantity !== 'number' || typeof lineUnitPrice !== 'number') return 0;
	const product = productUnits(lineQuantity, lineUnitPrice);
	const amount = toUnits(lineAmount);
	return product === undefined || amount === undefined ? 0 : product - amount;
}
