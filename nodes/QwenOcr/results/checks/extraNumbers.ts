import type { LineItem } from './sumParts';

/** A number of a line item besides quantity, unit price and amount; not negative, not zero. */
export interface ExtraNumber {
	value: number;
	/** Whether its name says that it is so many percent. */
	isRate: boolean;
}

/** Gives what may change a line's amount: its tax, a discount, a rate; the number of the line does not. */
export function extraNumbers({ element, names }: LineItem): ExtraNumber[] {
	return Object.entries(element).flatMap(([name, value]) => {
		if (typeof value !== 'number' || value === 0) return [];
		if (PRODUCT_ROLES.some((role) => names[role] === name) || NUMBER_OF_LINE.test(name)) return [];
		return [{ value: Math.abs(value), isRate: RATE.test(name) }];
	});
}

const PRODUCT_ROLES = ['lineQuantity', 'lineUnitPrice', 'lineAmount'] as const;
const NUMBER_OF_LINE =
	/^((line|item)[ _]?)?(pos|position|no|nr|number|index|line|row|item|序号|行号)\.?$/i;
const RATE = /(rate|percent|percentage|satz|taux|aliquota|率|%)$/i;
