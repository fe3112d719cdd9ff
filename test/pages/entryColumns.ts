import type { Entry } from './entries';
import type { Sheet } from './sheet';
import type { Theme } from './theme';

export interface ColumnsPlace {
	/** Left edge in pixels. */
	x: number;
	/** Top edge in pixels. */
	y: number;
	/** Pixels. */
	width: number;
	/** Prints the labels on a tinted band. */
	band?: boolean;
}

/**
 * Prints the entries side by side, each label above its value, in as many rows as the width needs.
 * Gives the bottom edge in pixels.
 */
export function drawColumns(
	sheet: Sheet,
	theme: Theme,
	entries: readonly Entry[],
	place: ColumnsPlace,
): number {
	const { x, width, band = false } = place;
	const gap = theme.body.size * 1.2;
	const widest = Math.max(
		...entries.flatMap(({ label, value }) => [
			sheet.measure(theme.above(label), theme.strong),
			sheet.measure(value, theme.strong),
		]),
	);
	const most = Math.max(1, Math.floor(width / (widest + gap)));
	const rowCount = Math.ceil(entries.length / most);
	const perRow = Math.ceil(entries.length / rowCount);
	const pitch = width / perRow;
	const rowHeight = theme.lineHeight * 2.6;

	for (let row = 0; row < rowCount; row++) {
		const top = place.y + row * rowHeight;
		if (band) sheet.box(x, top, width, theme.lineHeight, { fill: theme.tint });
		entries.slice(row * perRow, (row + 1) * perRow).forEach(({ label, value }, column) => {
			const left = x + column * pitch + theme.body.size * 0.4;
			const baseline = top + theme.lineHeight * 0.5 + theme.body.size * 0.36;
			sheet.text(theme.above(label), left, baseline, theme.label);
			sheet.text(value, left, baseline + theme.lineHeight * 1.1, theme.value);
		});
	}
	return place.y + rowCount * rowHeight;
}
