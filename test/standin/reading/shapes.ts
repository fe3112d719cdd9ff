/** A place on the picture in pixels; x grows to the right, y downwards. */
export interface Point {
	x: number;
	y: number;
}

/** Four corners, clockwise from the reading start (top left of an upright line). */
export type Polygon = [Point, Point, Point, Point];

/** One line of text as it was read off the picture. */
export interface ReadLine {
	text: string;
	/** Mean certainty of the characters, 0 to 1. */
	confidence: number;
	/** Whole pixels, clockwise from the reading start. */
	polygon: Polygon;
	/** Extent along the reading direction, pixels. */
	length: number;
	/** Extent across the reading direction, pixels. */
	thickness: number;
	/** Reading direction in degrees, clockwise from level, above -180 and up to 180. */
	angle: number;
}

/** A decoded picture: RGB, three bytes a pixel, row by row from the top left. */
export interface Pixels {
	data: Buffer | Uint8Array;
	width: number;
	height: number;
}
