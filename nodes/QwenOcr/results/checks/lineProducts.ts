import type { ReviewReason } from '../result';
import { extraNumbers } from './extraNumbers';
import { CENT, decimalsOf, printUnits, productUnits, toUnits } from './moneyUnits';
import { pathOf } from './sumParts';
import type { LineItem } from './sumParts';
import { REBATE } from './sumWords';

/** Quantity × unit price of one line, and the amount that the line says. */
export interface Product {
	line: LineItem;
	quantity: number;
	price: number;
	amount: number;
	/** By how much product and amount differ, in ten-thousandths. */
	difference: number;
}

/** Prices are also printed for ten, a hundred or a thousand pieces. */
const PRICE_UNITS = [10, 100, 1000];

/**
 * Checks quantity × unit price = amount on each line that gives all three; `tolerance` in
 * ten-thousandths. Either sign is fine, as credit notes mix them, as are tax or a discount that the
 * line itself gives. Where the amounts are also checked as a sum (`areSummed`), a unit price may be a
 * rounded one or stand for 10, 100 or 1,000 pieces.
 */
export function checkProducts(
	lines: readonly LineItem[],
	tolerance: number,
	areSummed: boolean,
): ReviewReason[] {
	return productsOf(lines)
		.filter((product) => product.difference > tolerance)
		.filter((product) => !fitsWithExtra(product, tolerance))
		.filter((product) => !areSummed || !fitsLoosely(product))
		.map(reasonOf);
}

/** Gives the lines with quantity, unit price and amount; a discount in words, such as `10 %`, is one too many. */
export function productsOf(lines: readonly LineItem[]): Product[] {
	return lines.flatMap((line) => {
		const { lineQuantity: quantity, lineUnitPrice: price, lineAmount: amount } = line.values;
		if (typeof quantity !== 'number' || typeof price !== 'number' || typeof amount !== 'number') {
			return [];
		}
		const product = productUnits(quantity, price);
		const units = toUnits(amount);
		if (product === undefined || units === undefined || hasPrintedRebate(line)) return [];
		const difference = Math.abs(Math.abs(product) - Math.abs(units));
		return [{ line, quantity, price, amount, difference }];
	});
}

/** The worth of a number's last printed digit; zeros at the end, which numbers do not keep, are assumed. */
export function smallestDigit(value: number, atLeastDecimals: number): number {
	return 10 ** -Math.max(atLeastDecimals, decimalsOf(value));
}

function fitsWithExtra({ line, quantity, price, amount }: Product, tolerance: number): boolean {
	const expected = Math.abs(quantity * price);
	return extraNumbers(line).some(({ value, isRate }) => {
		const changes = isRate ? [(expected * value) / 100] : [value, (expected * value) / 100];
		return changes
			.flatMap((change) => [expected + change, expected - change])
			.some((sum) => Math.abs(toUnits(sum - Math.abs(amount)) ?? Infinity) <= tolerance);
	});
}

/** Only where no digit of the quantity can hide in the rounding of the price. */
function fitsLoosely({ quantity, price, amount, difference }: Product): boolean {
	const rounding = (toUnits(quantity * smallestDigit(price, 2)) ?? 0) / 2;
	const quantityDigit = toUnits(price * smallestDigit(quantity, 0)) ?? 0;
	const isRounded = Math.abs(quantityDigit) > 2 * Math.abs(rounding) + CENT;
	if (isRounded && difference <= Math.abs(rounding)) return true;
	return PRICE_UNITS.some((pieces) => {
		const units = toUnits(Math.abs(quantity * price) / pieces - Math.abs(amount));
		return units !== undefined && Math.abs(units) <= CENT / 2;
	});
}

function hasPrintedRebate({ element }: LineItem): boolean {
	return Object.entries(element).some(
		([name, value]) => typeof value === 'string' && value !== '' && REBATE.test(name.toLowerCase()),
	);
}

function reasonOf({ line, quantity, price, amount }: Product): ReviewReason {
	const [unitPrice, product, said] = [price, quantity * price, amount].map((value) =>
		printUnits(toUnits(value) ?? 0),
	);
	return {
		field: pathOf(line, 'lineAmount'),
		code: 'sum',
		message: `Quantity ${quantity} × unit price ${unitPrice} = ${product}, Amount says ${said}`,
	};
}
