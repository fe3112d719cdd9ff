import type { Entry } from './entries';
import type { Sheet, TextStyle } from './sheet';
import type { Theme } from './theme';

export interface BoxesPlace {
	/** Left edge in pixels. */
	x: number;
	/** Top edge in pixels. */
	y: number;
	/** Pixels. */
	width: number;
	/** Whether the label stands above its box, or small in the box's top left corner. */
	label: 'above' | 'inside';
	/** The writing of who filled the form in. */
	filledIn: TextStyle;
}

/**
 * Prints a form of two columns of boxes; a value too long for a column gets a box over both. Gives
 * the bottom edge in pixels.
 */
export function drawBoxes(
	sheet: Sheet,
	theme: Theme,
	entries: readonly Entry[],
	place: BoxesPlace,
): number {
	const { x, label: labelPlace, filledIn } = place;
	const size = theme.body.size;
	const gutter = size * 1.4;
	const half = (place.width - gutter) / 2;
	const labelHeight = size * 1.5;
	const boxHeight = labelPlace === 'inside' ? size * 3.1 : size * 1.9;
	const pitch = boxHeight + (labelPlace === 'inside' ? size * 0.6 : labelHeight + size * 0.7);
	let top = place.y;
	let column = 0;

	for (const { label, value } of entries) {
		const wide = sheet.measure(value, filledIn) > half - size * 1.2;
		if (wide && column === 1) {
			top += pitch;
			column = 0;
		}
		const left = x + column * (half + gutter);
		const boxTop = labelPlace === 'inside' ? top : top + labelHeight;
		const labelX = labelPlace === 'inside' ? left + size * 0.5 : left;
		sheet.text(theme.above(label), labelX, top + size * 1.15, theme.label);
		sheet.box(left, boxTop, wide ? place.width : half, boxHeight, {
			stroke: theme.accent,
			fill: '#ffffff',
		});
		sheet.text(value, left + size * 0.6, boxTop + boxHeight - size * 0.6, filledIn);
		if (wide || column === 1) {
			top += pitch;
			column = 0;
		} else column = 1;
	}
	return column === 1 ? top + pitch : top;
}
