import type { Sheet, TextStyle } from './sheet';
import type { Theme } from './theme';

export interface BlockPlace {
	/** Left edge, middle or right edge in pixels, as `align` says. */
	x: number;
	/** Top edge in pixels. */
	y: number;
	align?: 'left' | 'centre' | 'right';
	/** The first line's own style, e.g. of a heading; as the others if absent. */
	first?: TextStyle;
	/** The style of the lines; the theme's body if absent. */
	style?: TextStyle;
}

/** Prints lines below each other, as in an address, and gives the bottom edge in pixels. */
export function drawBlock(
	sheet: Sheet,
	theme: Theme,
	lines: readonly string[],
	place: BlockPlace,
): number {
	const { x, align = 'left', style = theme.body, first = style } = place;
	let bottom = place.y;
	lines.forEach((line, index) => {
		const lineStyle = index === 0 ? first : style;
		bottom += lineStyle.size * 1.4;
		sheet.text(line, x, bottom - lineStyle.size * 0.4, lineStyle, align);
	});
	return bottom;
}

/** Prints running text broken at spaces to the width, and gives the bottom edge in pixels. */
export function drawParagraph(
	sheet: Sheet,
	theme: Theme,
	text: string,
	place: BlockPlace & { width: number },
): number {
	const style = place.style ?? theme.body;
	const lines: string[] = [];
	for (const word of text.split(' ')) {
		const extended = lines.length > 0 ? `${lines[lines.length - 1]} ${word}` : word;
		const fits = sheet.measure(extended, style) <= place.width;
		if (lines.length > 0 && fits) lines[lines.length - 1] = extended;
		else lines.push(word);
	}
	return drawBlock(sheet, theme, lines, place);
}
