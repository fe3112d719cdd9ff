import type { DocumentTotals } from './documentTotals';
import type { Arrangement, Part } from './sumEquation';
import { findPart } from './sumParts';
import type { SumRole } from './sumRole';

/**
 * Gives how total, amount paid and amount due may make each other up: what is paid is taken off, or was
 * paid just then. None where one of them is missing, as an unknown amount may have been paid before, and
 * none where nothing is left to pay.
 */
export function dueArrangements(
	{ total, discount, others }: DocumentTotals,
	values: unknown,
	roles: ReadonlyMap<string, SumRole>,
): Arrangement[] {
	const found = findPart(values, roles, 'amountPaid');
	const due = findPart(values, roles, 'amountDue');
	if (!total || typeof found !== 'object' || typeof due !== 'object') return [];
	if (due.units === 0 || discount || others.length > 0) return [];
	const paid: Part = { ...found, units: Math.abs(found.units) };
	const isPaidOff = (result: Part, sum: Part): Arrangement => [
		{ terms: [{ part: sum, sign: 1 }], result },
	];
	const less: Arrangement = [
		{
			terms: [
				{ part: total, sign: 1 },
				{ part: paid, sign: -1 },
			],
			result: due,
		},
	];
	return paid.units === 0 ? [less] : [less, isPaidOff(due, total), isPaidOff(due, paid)];
}
