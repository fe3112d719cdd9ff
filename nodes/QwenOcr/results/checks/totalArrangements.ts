import type { DocumentTotals } from './documentTotals';
import { minus, plus } from './sumEquation';
import type { Arrangement, Equation, Part, Term } from './sumEquation';

/** Where something is reckoned in: between line items and subtotal, behind it, or not any more. */
type Place = 'before' | 'after' | 'nowhere';

interface Layout {
	lines?: Part;
	areLinesNet: boolean;
	isSubtotalNet: boolean;
	discount: Place;
	shipping: Place;
	others: Term[];
}

/** More amounts that may or may not count would let almost any total fit. */
const MAX_OTHERS = 3;

/**
 * Gives the ways in which line items, subtotal, tax, discount, shipping and total may make each other up,
 * the most usual first; none where too little of them is printed. Prices may be with or without tax,
 * discount and shipping stand before or behind the subtotal.
 */
export function totalArrangements(totals: DocumentTotals): Arrangement[] {
	if (totals.others.length > MAX_OTHERS) return [];
	return layoutsOf(totals)
		.map((layout) => equationsOf(totals, layout))
		.filter((arrangement) => arrangement.length > 0);
}

function layoutsOf(totals: DocumentTotals): Layout[] {
	const lines = totals.lines.length > 0 ? totals.lines : [undefined];
	const discounts = placesOf(totals.discount, totals.isDiscountIncluded);
	const shippings = placesOf(totals.shipping, totals.isShippingIncluded);
	const others = termChoices(totals.others);
	return lines.flatMap((line) =>
		priceKinds(totals).flatMap((kinds) =>
			discounts.flatMap((discount) =>
				shippings.flatMap((shipping) =>
					others.map((other) => ({ lines: line, ...kinds, discount, shipping, others: other })),
				),
			),
		),
	);
}

/** A subtotal below line items without tax is without tax, too. */
function priceKinds({
	tax,
	isNet,
}: DocumentTotals): Array<Pick<Layout, 'areLinesNet' | 'isSubtotalNet'>> {
	const net = { areLinesNet: true, isSubtotalNet: true };
	if (tax?.units === 0) return [net];
	const linesWithTax = { areLinesNet: false, isSubtotalNet: true };
	const allWithTax = { areLinesNet: false, isSubtotalNet: false };
	return isNet ? [net, linesWithTax] : [net, linesWithTax, allWithTax];
}

function placesOf(part: Part | undefined, isIncluded: boolean): Place[] {
	if (!part) return ['nowhere'];
	return isIncluded ? ['after', 'before', 'nowhere'] : ['after', 'before'];
}

/** Each of the parts counts not at all, adds to the total, or takes from it. */
function termChoices(parts: readonly Part[]): Term[][] {
	return parts.reduce<Term[][]>(
		(choices, part) =>
			choices.flatMap((terms) => [terms, [...terms, plus(part)], [...terms, minus(part)]]),
		[[]],
	);
}

function equationsOf(totals: DocumentTotals, layout: Layout): Arrangement {
	const { subtotal, tax, total } = totals;
	const { lines } = layout;
	if (!subtotal || !lines) {
		const start = subtotal ?? lines;
		if (!start || !total || !tax) return [];
		const isNet = subtotal ? layout.isSubtotalNet : layout.areLinesNet;
		const changes = subtotal ? changesAt(totals, layout, 'after') : allChanges(totals, layout);
		const terms = [plus(start), ...(isNet ? [plus(tax)] : []), ...changes, ...layout.others];
		return [{ terms, result: total }];
	}
	const toSubtotal = linesToSubtotal(lines, subtotal, totals, layout);
	if (!total || !tax) return toSubtotal ? [toSubtotal] : [];
	const terms = [
		plus(subtotal),
		...(layout.isSubtotalNet ? [plus(tax)] : []),
		...changesAt(totals, layout, 'after'),
		...layout.others,
	];
	return toSubtotal ? [toSubtotal, { terms, result: total }] : [];
}

/** Where the tax is not printed, line items with tax make up the total, as nothing else can be told. */
function linesToSubtotal(
	lines: Part,
	subtotal: Part,
	totals: DocumentTotals,
	layout: Layout,
): Equation | undefined {
	const { tax, total } = totals;
	if (layout.areLinesNet === layout.isSubtotalNet) {
		return { terms: [plus(lines), ...changesAt(totals, layout, 'before')], result: subtotal };
	}
	if (tax) {
		const changes = changesAt(totals, layout, 'before');
		return { terms: [plus(lines), minus(tax), ...changes], result: subtotal };
	}
	return total && { terms: [plus(lines), ...allChanges(totals, layout)], result: total };
}

function changesAt(totals: DocumentTotals, layout: Layout, place: Place): Term[] {
	const { discount, shipping } = totals;
	return [
		...(discount && layout.discount === place ? [minus(discount)] : []),
		...(shipping && layout.shipping === place ? [plus(shipping)] : []),
	];
}

function allChanges(totals: DocumentTotals, layout: Layout): Term[] {
	return [...changesAt(totals, layout, 'before'), ...changesAt(totals, layout, 'after')];
}
