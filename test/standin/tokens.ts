/** Pixels of a picture or a canvas. */
export interface Size {
	width: number;
	height: number;
}

/** Side of a token's square and the pixel bounds that a request or the model sets. */
export interface PixelBounds {
	factor: number;
	minPixels: number;
	maxPixels: number;
}

/**
 * Image tokens of a picture, by the service's published resize rule (OCR guide, "smart_resize"),
 * which the recorded usages follow to the token.
 */
export function imageTokens({ width, height }: Size, bounds: PixelBounds): number {
	const { factor, minPixels, maxPixels } = bounds;
	let rows = roundHalfToEven(height / factor);
	let columns = roundHalfToEven(width / factor);
	const pixels = rows * columns * factor * factor;
	if (pixels > maxPixels) {
		const shrink = Math.sqrt((width * height) / maxPixels);
		rows = Math.floor(height / shrink / factor);
		columns = Math.floor(width / shrink / factor);
	} else if (pixels < minPixels) {
		const grow = Math.sqrt(minPixels / (width * height));
		rows = Math.ceil((height * grow) / factor);
		columns = Math.ceil((width * grow) / factor);
	}
	const startAndEnd = 2;
	return rows * columns + startAndEnd;
}

/**
 * The canvas that a picture needs after a turn by `angle` degrees: with `enable_rotate` the service
 * levels a slanted page and bills the larger canvas (recorded: 1560x906 at 20 degrees, 2410 tokens).
 */
export function turnedCanvas({ width, height }: Size, angle: number): Size {
	const radians = (angle * Math.PI) / 180;
	const across = Math.abs(Math.cos(radians));
	const along = Math.abs(Math.sin(radians));
	return {
		width: Math.round(width * across + height * along),
		height: Math.round(width * along + height * across),
	};
}

/** Cuts a text into pieces of about a token: a character of East Asian script, else up to four. */
export function splitTokens(text: string): string[] {
	const eastAsian = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}';
	const token = new RegExp(`[${eastAsian}]|\\n|[^\\n${eastAsian}]{1,4}`, 'gu');
	return text.match(token) ?? [];
}

/** Estimated tokens of a text; the service's tokenizer is not public in this form. */
export function countTokens(text: string): number {
	return splitTokens(text).length;
}

/** Rounds to the nearest integer, halves to the even one, as Python does. */
export function roundHalfToEven(value: number): number {
	const floor = Math.floor(value);
	const rest = value - floor;
	if (rest === 0.5) return floor % 2 === 0 ? floor : floor + 1;
	return rest < 0.5 ? floor : floor + 1;
}
