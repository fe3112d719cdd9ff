import type { DocumentTotals } from './documentTotals';
import { totalOf } from './lineTotals';
import { CENT } from './moneyUnits';
import { plus } from './sumEquation';
import type { Arrangement } from './sumEquation';
import type { LineItem } from './sumParts';

/**
 * The taxes of the line items make up the tax of the document. Each is rounded by itself, and discount or
 * shipping change the tax in ways that are not printed.
 */
export function lineTaxArrangements(
	{ tax, discount, shipping }: DocumentTotals,
	lines: readonly LineItem[],
): Arrangement[] {
	const lineTax = totalOf(lines, 'lineTax', 'taxes of the line items');
	if (!lineTax || !tax || discount || shipping) return [];
	const slack = lines.length > 1 ? (lines.length * CENT) / 2 : 0;
	return [[{ terms: [plus(lineTax)], result: tax, slack }]];
}
