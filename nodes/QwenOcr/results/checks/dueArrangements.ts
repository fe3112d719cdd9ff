import type { DocumentTotals } from './documentTotals';
import { minus, plus } from './sumEquation';
import type { Arrangement, Part, Term } from './sumEquation';
import { findPart } from './sumParts';
import type { SumRole } from './sumRole';

/**
 * Gives how total, amount paid and amount due may make each other up: what is paid is taken off, or was
 * paid just then; a discount may come off only now. None where one of them is missing, as an unknown
 * amount may have been paid before, and none where nothing is left to pay.
 */
export function dueArrangements(
	{ total, discount, others }: DocumentTotals,
	values: unknown,
	roles: ReadonlyMap<string, SumRole>,
): Arrangement[] {
	const found = findPart(values, roles, 'amountPaid');
	const due = findPart(values, roles, 'amountDue');
	if (!total || typeof found !== 'object' || typeof due !== 'object') return [];
	if (due.units === 0 || others.length > 0) return [];

	const paid: Part = { ...found, units: Math.abs(found.units) };
	const sums: Term[][] = [
		[plus(total), minus(paid)],
		[plus(total)],
		[plus(paid)],
		...(discount
			? [
					[plus(total), minus(paid), minus(discount)],
					[plus(total), minus(discount)],
				]
			: []),
	];
	const plausible = paid.units === 0 ? sums.slice(0, 1) : sums;
	return plausible.map((terms) => [{ terms, result: due }]);
}
