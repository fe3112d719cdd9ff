import sharp from 'sharp';
import type { Family } from './fonts';
import { Sheet } from './sheet';

export interface TextLinesOptions {
	/** Roboto if absent. */
	family?: Family;
	bold?: boolean;
	/** Font size in pixels, 24 if absent. */
	size?: number;
	/** Canvas width in pixels before any rotation; fits the text if absent. */
	width?: number;
	/** Canvas height in pixels before any rotation; fits the text if absent. */
	height?: number;
	/** Blank border in pixels, one and a half font sizes if absent. */
	margin?: number;
	/** Clockwise turn in degrees; the canvas grows so that nothing is cut off. */
	rotation?: number;
}

/**
 * Prints lines of text in black on white from the top left, and gives the PNG. Throws if a line does
 * not fit the given canvas or has a character without a glyph.
 */
export async function renderTextLines(lines: readonly string[], options: TextLinesOptions = {}) {
	const { family = 'roboto', bold = false, size = 24, rotation = 0 } = options;
	const { margin = size * 1.5 } = options;
	const style = { family, bold, size };
	const widest = Math.max(0, ...lines.map((line) => new Sheet(0).measure(line, style)));

	const sheet = new Sheet(options.width ?? Math.max(10, Math.ceil(widest + 2 * margin)));
	const lineHeight = size * 1.5;
	sheet.height = options.height ?? Math.max(10, Math.ceil(lines.length * lineHeight + 2 * margin));
	lines.forEach((line, index) => {
		sheet.text(line, margin, margin + size + index * lineHeight, style);
	});
	sheet.assertLegible(0);

	const picture = sharp(Buffer.from(sheet.toSvg(1, 0))).removeAlpha();
	return await picture.rotate(rotation, { background: '#ffffff' }).png().toBuffer();
}
