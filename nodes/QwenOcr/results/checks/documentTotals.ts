import { includesDiscount } from './includedDiscount';
import { lineTotals } from './lineTotals';
import { toUnits } from './moneyUnits';
import type { Part } from './sumEquation';
import { findPart, findParts } from './sumParts';
import type { Found, LineItem } from './sumParts';
import type { SumRole } from './sumRole';

/** The amounts that a document prints about itself as a whole; those that it does not print are absent. */
export interface DocumentTotals {
	/** What the line items add up to; two where some of them may be sums themselves. */
	lines: Part[];
	subtotal?: Part;
	/** Whether the subtotal's name says that it is without tax. */
	isNet: boolean;
	tax?: Part;
	total?: Part;
	discount?: Part;
	shipping?: Part;
	/** Whether the document shows that the other amounts have the discount or shipping in them. */
	isDiscountIncluded: boolean;
	isShippingIncluded: boolean;
	/** Amounts, none of them zero, that may be part of the total or not. */
	others: Part[];
}

/**
 * Reads the totals of a document's typed fields; undefined where something changes them that is not known,
 * such as a discount that could not be read or one of so many percent.
 */
export function readTotals(
	values: unknown,
	roles: ReadonlyMap<string, SumRole>,
	lines: readonly LineItem[],
): DocumentTotals | undefined {
	const find = (role: SumRole): Found => findPart(values, roles, role);
	const discount = find('discount');
	const shipping = find('shipping');
	const others = findParts(values, roles, 'otherAmount');
	const unclear = findParts(values, roles, 'unclear');
	if (discount === 'unknown' || shipping === 'unknown' || others === 'unknown') return undefined;
	if (unclear === 'unknown' || unclear.length > 0) return undefined;

	const net = find('netSubtotal');
	const subtotal = known(net) ?? known(find('subtotal'));
	const total = known(find('total'));
	const reduction = sameSign(nonZero(known(discount)), subtotal ?? total);
	const addition = nonZero(known(shipping));
	return {
		lines: lineTotals(lines),
		subtotal,
		isNet: known(net) !== undefined,
		tax: known(find('tax')),
		total,
		discount: reduction,
		shipping: addition,
		isDiscountIncluded: reduction !== undefined && includesDiscount(reduction, lines),
		isShippingIncluded:
			addition !== undefined &&
			lines.some((line) => toUnits(line.values.lineAmount) === addition.units),
		others,
	};
}

/** A discount is printed with a minus or without; either way it takes something off. */
function sameSign(part: Part | undefined, model: Part | undefined): Part | undefined {
	const sign = model && model.units < 0 ? -1 : 1;
	return part && { ...part, units: sign * Math.abs(part.units) };
}

function nonZero(part: Part | undefined): Part | undefined {
	return part?.units === 0 ? undefined : part;
}

function known(found: Found): Part | undefined {
	return typeof found === 'object' ? found : undefined;
}
