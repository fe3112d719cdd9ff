import { toUnits } from './moneyUnits';
import type { Part } from './sumEquation';
import { pathOf } from './sumParts';
import type { LineItem } from './sumParts';
import type { SumRole } from './sumRole';

/** What messages call the amounts of the line items together. */
export const LINE_ITEMS = 'line items';

/**
 * Gives what the amounts of all line items add up to: once, and once more without lines that carry a sum
 * themselves ("Subtotal", "Übertrag"), if there are any. Nothing where a line has no amount: it may be
 * a line of text or one that was not read.
 */
export function lineTotals(lines: readonly LineItem[]): Part[] {
	const all = totalOf(lines, 'lineAmount', LINE_ITEMS);
	if (!all) return [];
	const single = lines.filter((line) => !carriesSum(line));
	const withoutSums = totalOf(single, 'lineAmount', LINE_ITEMS);
	return withoutSums && single.length < lines.length ? [all, withoutSums] : [all];
}

/** Gives what one column of the line items adds up to, if every line has a number there. */
export function totalOf(
	lines: readonly LineItem[],
	role: SumRole,
	label: string,
): Part | undefined {
	const amounts = lines.flatMap((line) => toUnits(line.values[role]) ?? []);
	if (lines.length === 0 || amounts.length < lines.length) return undefined;
	return {
		label,
		units: amounts.reduce((sum, amount) => sum + amount, 0),
		paths: lines.map((line) => pathOf(line, role)),
	};
}

const SUM_LINE =
	/^[^\p{L}]*((sub-?\s?total|total|sum|zwischensumme|summe|übertrag|gesamt|carried forward|brought forward|sous-total|report|suma|subtotale|totale)(?!\p{L})|小计|合计|总计|转下页|承前页)/iu;

function carriesSum({ element }: LineItem): boolean {
	return Object.values(element).some(
		(value) => typeof value === 'string' && value.length < 60 && SUM_LINE.test(value),
	);
}
