import { extraNumbers } from './extraNumbers';
import type { ExtraNumber } from './extraNumbers';
import { productsOf, smallestDigit } from './lineProducts';
import type { Product } from './lineProducts';
import { toUnits } from './moneyUnits';
import { pathOf } from './sumParts';
import type { LineItem } from './sumParts';
import type { SumRole } from './sumRole';

/**
 * Gives the paths of which a change of any one digit breaks quantity × unit price = amount: its smallest
 * digit counts for more than the tolerance (in ten-thousandths), and no other number of the line could
 * explain the change.
 */
export function assuredByProducts(lines: readonly LineItem[], tolerance: number): string[] {
	return productsOf(lines)
		.filter(({ difference }) => difference <= tolerance)
		.flatMap((product) => {
			const extras = extraNumbers(product.line);
			return factorsOf(product)
				.filter((factor) => isAssured(factor, product.difference, extras, tolerance))
				.map(({ role }) => pathOf(product.line, role));
		});
}

interface Factor {
	role: SumRole;
	value: number;
	/** What a change of 1 changes in money. */
	worth: number;
	/** The worth of its last digit. */
	digit: number;
}

function factorsOf({ quantity, price, amount }: Product): Factor[] {
	return [
		{ role: 'lineQuantity', value: quantity, worth: price, digit: smallestDigit(quantity, 0) },
		{ role: 'lineUnitPrice', value: price, worth: quantity, digit: smallestDigit(price, 2) },
		{ role: 'lineAmount', value: amount, worth: 1, digit: smallestDigit(amount, 2) },
	];
}

function isAssured(
	factor: Factor,
	difference: number,
	extras: readonly ExtraNumber[],
	tolerance: number,
): boolean {
	const { value, worth, digit, role } = factor;
	const smallest = toUnits(Math.abs(worth * digit)) ?? 0;
	if (smallest <= tolerance + difference) return false;
	const blur = (2 * tolerance) / (toUnits(Math.abs(worth)) ?? 0);
	return extras.every((extra) => {
		const share = extra.value / 100;
		const shares =
			role === 'lineAmount'
				? [value * share]
				: [value / (1 + share) - value, value / (1 - share) - value];
		const changes = extra.isRate ? shares : [extra.value / worth, ...shares];
		return !changes.some((change) => isOneDigit(change, digit, blur));
	});
}

/** Tells whether a change is one that a single digit makes, give or take `blur`. */
function isOneDigit(change: number, smallestWorth: number, blur: number): boolean {
	const size = Math.abs(change) / smallestWorth;
	const place = Math.max(0, Math.floor(Math.log10(size)));
	return [place, place + 1].some((power) => {
		const digit = Math.round(size / 10 ** power);
		const rest = Math.abs(size - digit * 10 ** power);
		return digit >= 1 && digit <= 9 && rest * smallestWorth <= blur;
	});
}
