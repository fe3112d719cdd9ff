/** Pixels of a picture. */
export interface PictureSize {
	width: number;
	height: number;
}

/** How a model cuts a picture into the squares that it counts as tokens. */
export interface TokenRules {
	/** Side of a square in pixels: 32, or 28 for snapshots before 2025-11-20. */
	squareSide: number;
	/** The request's bounds of width × height, or the model's own. */
	minPixels: number;
	maxPixels: number;
}

/** A picture as the model reads it. */
export interface ResizedPicture extends PictureSize {
	/** Billed as input: one for each square, and two around them. */
	tokens: number;
}

/** Tokens that mark where a picture begins and ends. */
const MARKS = 2;

/** Longest side of a picture that the service takes, in times of the shorter one. */
const MOST_ASPECT = 200;

/**
 * Gives the size to which the service resizes a picture, and its tokens, by the service's published
 * rule ("smart_resize" of its OCR guide), which recorded usages follow to the token. Only
 * advanced_recognition is billed otherwise (recorded: 142 for 130, 1862 for 8194).
 */
export function smartResize({ width, height }: PictureSize, rules: TokenRules): ResizedPicture {
	const { squareSide, minPixels, maxPixels } = rules;
	let columns = roundHalfToEven(width / squareSide);
	let rows = roundHalfToEven(height / squareSide);
	const pixels = columns * rows * squareSide ** 2;
	if (pixels > maxPixels) {
		const shrink = Math.sqrt((width * height) / maxPixels);
		columns = Math.floor(width / shrink / squareSide);
		rows = Math.floor(height / shrink / squareSide);
	} else if (pixels < minPixels) {
		const grow = Math.sqrt(minPixels / (width * height));
		columns = Math.ceil((width * grow) / squareSide);
		rows = Math.ceil((height * grow) / squareSide);
	}
	return {
		width: columns * squareSide,
		height: rows * squareSide,
		tokens: columns * rows + MARKS,
	};
}

/** Gives the most tokens that a picture of any size and of up to 200:1 takes. */
export function mostImageTokens(rules: TokenRules): number {
	const shrunk = Math.floor(rules.maxPixels / rules.squareSide ** 2) + MARKS;
	return Math.max(shrunk, mostEnlargedTokens(rules));
}

/**
 * Gives the most tokens that a picture takes with `enable_rotate`: the service turns it upright by
 * an angle that only it knows, and bills the canvas that the turned picture needs (recorded:
 * 1560 × 906 at 20 degrees, 2410 tokens instead of 1374). The largest canvas is that of 45 degrees.
 */
export function mostTurnedTokens({ width, height }: PictureSize, rules: TokenRules): number {
	const canvasSide = (width + height) / Math.SQRT2 + 1;
	const squares = canvasSide / rules.squareSide + 0.5;
	const turned = Math.floor(squares ** 2) + MARKS;
	return Math.min(mostImageTokens(rules), Math.max(turned, mostEnlargedTokens(rules)));
}

/** A picture that is enlarged to `minPixels` gains up to one square in each direction. */
function mostEnlargedTokens({ squareSide, minPixels }: TokenRules): number {
	const columns = Math.sqrt(minPixels * MOST_ASPECT) / squareSide + 1;
	const rows = Math.sqrt(minPixels / MOST_ASPECT) / squareSide + 1;
	return Math.floor(columns * rows) + MARKS;
}

/** Rounds halves to the even neighbour, as Python does. */
function roundHalfToEven(value: number): number {
	const floor = Math.floor(value);
	const rest = value - floor;
	if (rest === 0.5) return floor % 2 === 0 ? floor : floor + 1;
	return rest < 0.5 ? floor : floor + 1;
}
