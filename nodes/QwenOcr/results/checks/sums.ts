import type { ReviewReason } from '../result';
import { readTotals } from './documentTotals';
import { dueArrangements } from './dueArrangements';
import { checkProducts } from './lineProducts';
import { LINE_ITEMS } from './lineTotals';
import { lineTaxArrangements } from './lineTaxArrangements';
import { toUnits } from './moneyUnits';
import { assuredByProducts } from './productAssurance';
import { assuredPaths, describeEquation, holds } from './sumEquation';
import type { Arrangement } from './sumEquation';
import { findLineItems } from './sumParts';
import type { LineItem } from './sumParts';
import type { SumRole } from './sumRole';
import { totalArrangements } from './totalArrangements';

type Roles = ReadonlyMap<string, SumRole>;

/** Exact, but for what is lost where cents are rounded. */
const DEFAULT_TOLERANCE = 0.005;

/**
 * Checks that the amounts of a document add up: quantity × unit price, line items to subtotal, subtotal,
 * tax, discount and shipping to total, taxes of the lines to tax, total less what is paid to amount due.
 * Only what is printed is reckoned with, and every usual arrangement of it that fits is fine.
 * @param values typed fields, nested as the field list is
 * @param roles from `findRoles`
 * @param tolerance by how much a sum may be off
 */
export function checkSums(
	values: unknown,
	roles: Roles,
	tolerance = DEFAULT_TOLERANCE,
): ReviewReason[] {
	const allowed = toUnits(tolerance) ?? 0;
	const lines = findLineItems(values, roles);
	const groups = arrangementGroups(values, roles, lines);
	const areSummed = groups.some(reckonsWithLines);
	return [
		...checkProducts(lines, allowed, areSummed),
		...groups.flatMap((group) => checkGroup(group, allowed)),
	];
}

/**
 * Gives the paths of the values, such as `lineItems[2].amount`, of which a sum catches every change of a
 * single digit. Values are missing from it where a sum could not be reckoned, and where the document
 * would also add up in another way if one digit were different.
 */
export function coveredPaths(
	roles: Roles,
	values: unknown,
	tolerance = DEFAULT_TOLERANCE,
): Set<string> {
	const allowed = toUnits(tolerance) ?? 0;
	const lines = findLineItems(values, roles);
	const groups = arrangementGroups(values, roles, lines);
	return new Set([
		...assuredByProducts(lines, allowed),
		...groups.flatMap((group) => assuredPaths(best(group, allowed), group, allowed)),
	]);
}

/** Sums that have nothing to do with each other; of each group one arrangement must hold. */
function arrangementGroups(
	values: unknown,
	roles: Roles,
	lines: readonly LineItem[],
): Arrangement[][] {
	const totals = readTotals(values, roles, lines);
	if (!totals) return [];
	return [
		totalArrangements(totals),
		lineTaxArrangements(totals, lines),
		dueArrangements(totals, values, roles),
	].filter((group) => group.length > 0);
}

function reckonsWithLines(group: readonly Arrangement[]): boolean {
	return group[0].some(({ terms }) => terms.some(({ part }) => part.label === LINE_ITEMS));
}

function checkGroup(group: readonly Arrangement[], tolerance: number): ReviewReason[] {
	return best(group, tolerance)
		.filter((equation) => !holds(equation, tolerance))
		.map((equation) => ({
			field: equation.result.paths[0],
			code: 'sum',
			message: describeEquation(equation),
		}));
}

/** The arrangement of which most holds; of several the most usual one. */
function best(group: readonly Arrangement[], tolerance: number): Arrangement {
	const failures = (arrangement: Arrangement): number =>
		arrangement.filter((equation) => !holds(equation, tolerance)).length;
	return group.reduce((first, next) => (failures(next) < failures(first) ? next : first));
}
