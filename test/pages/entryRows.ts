import type { Entry } from './entries';
import type { Sheet } from './sheet';
import type { Theme } from './theme';

export interface RowsPlace {
	/** Left edge in pixels. */
	x: number;
	/** Top edge in pixels. */
	y: number;
	/** Pixels. */
	width: number;
	/** Where the values stand: right after their label, in a column of their own, or flush right. */
	values: 'inline' | 'column' | 'right';
	/** Prints the last row bold under a rule, as totals are. */
	emphasizeLast?: boolean;
}

/** Prints one "label value" row per entry and gives the bottom edge in pixels. */
export function drawRows(
	sheet: Sheet,
	theme: Theme,
	entries: readonly Entry[],
	place: RowsPlace,
): number {
	const { x, width, values, emphasizeLast = false } = place;
	const labels = entries.map(({ label }) =>
		values === 'inline' ? theme.before(label) : theme.beside(label),
	);
	const widestLabel = Math.max(...labels.map((label) => sheet.measure(label, theme.strong)));
	const column = x + widestLabel + theme.body.size;
	const space = sheet.measure(' ', theme.label) * 1.1;
	let baseline = place.y + theme.body.size;

	entries.forEach(({ value }, index) => {
		const last = emphasizeLast && index === entries.length - 1;
		if (last) {
			baseline += theme.lineHeight * 0.3;
			const ruleY = baseline - theme.lineHeight * 0.85;
			sheet.line(x, ruleY, x + width, ruleY, 2);
		}
		const labelStyle = last ? theme.strong : theme.label;
		const valueStyle = last ? theme.strong : theme.value;
		const labelWidth = sheet.text(labels[index], x, baseline, labelStyle);
		if (values === 'right') sheet.text(value, x + width, baseline, valueStyle, 'right');
		else {
			const valueX = values === 'column' ? column : x + labelWidth + space;
			sheet.text(value, valueX, baseline, valueStyle);
		}
		baseline += theme.lineHeight;
	});
	return baseline - theme.body.size;
}
