import type { Point, ReadLine } from './reading/shapes';
import { roundHalfToEven, type Size } from './tokens';

/** A text line as the model itself writes it: whole numbers, 0 to 1000 across the canvas. */
export interface RawWord {
	/** [centre x, centre y, width, height, angle], angle in whole degrees, above 0 and up to 90. */
	rotate_rect: number[];
	text: string;
}

/** A text line of `ocr_result.words_info`. */
export interface WordInfo {
	/** Four corners x1, y1 … x4, y4 in whole pixels. */
	location: number[];
	/** [centre x, centre y, width, height, angle] in pixels and degrees. */
	rotate_rect: number[];
	text: string;
}

/** Above this the recorded service shrinks the picture; below, it pads it. */
const LARGEST_PADDED_PIXELS = 1860 * 28 * 28;

/**
 * The canvas that the model's 0 to 1000 stand for, in pixels of the picture. Measured on the two
 * recordings: the 509x265 picture lay on 532x280 (steps of 28), the 6000x3000 one on itself.
 */
export function modelCanvas({ width, height }: Size): Size {
	if (width * height > LARGEST_PADDED_PIXELS) return { width, height };
	return { width: Math.ceil(width / 28) * 28, height: Math.ceil(height / 28) * 28 };
}

/** A line in the model's own numbers: a level line is [x, y, thickness, length, 90]. */
export function rawWord(line: ReadLine, canvas: Size): RawWord {
	const corners = line.polygon.map(({ x, y }) => ({
		x: (x * 1000) / canvas.width,
		y: (y * 1000) / canvas.height,
	}));
	const [start, end, endBelow, startBelow] = corners;
	const length = (distance(start, end) + distance(startBelow, endBelow)) / 2;
	const thickness = length === 0 ? 0 : area(corners) / length;
	const turned = Math.round((Math.atan2(end.y - start.y, end.x - start.x) * 180) / Math.PI);
	// The format cannot tell a line from the same line upside down.
	const angle = turned > 90 ? turned - 180 : turned <= -90 ? turned + 180 : turned;
	const sides = angle > 0 ? [length, thickness, angle] : [thickness, length, angle + 90];
	const centre = [mean(corners.map(({ x }) => x)), mean(corners.map(({ y }) => y))];
	return { rotate_rect: [...centre, ...sides].map(Math.round), text: line.text };
}

/**
 * The four corners in pixels of the picture, in the order of OpenCV's boxPoints; this reproduces
 * every corner of the recorded answers.
 */
export function wordLocation(rotateRect: number[], canvas: Size): number[] {
	const [centreX, centreY, width, height, angle] = rotateRect;
	const radians = (angle * Math.PI) / 180;
	const along = { x: (Math.cos(radians) * width) / 2, y: (Math.sin(radians) * width) / 2 };
	const across = { x: (-Math.sin(radians) * height) / 2, y: (Math.cos(radians) * height) / 2 };
	const signs = [
		[-1, 1],
		[-1, -1],
		[1, -1],
		[1, 1],
	];
	return signs.flatMap(([first, second]) => [
		toPixel(centreX + first * along.x + second * across.x, canvas.width),
		toPixel(centreY + first * along.y + second * across.y, canvas.height),
	]);
}

/**
 * The smallest rectangle around four corners: [centre x, centre y, width, height, angle], whole
 * numbers, angle above 0 and up to 90, as OpenCV's minAreaRect gives it.
 */
export function smallestRectangle(location: number[]): number[] {
	const corners = [0, 2, 4, 6].map((at) => ({ x: location[at], y: location[at + 1] }));
	const candidates = corners.map((corner, index) => {
		const next = corners[(index + 1) % corners.length];
		return rectangleAlong(Math.atan2(next.y - corner.y, next.x - corner.x), corners);
	});
	const area = ({ width, height }: Rectangle) => width * height;
	const best = candidates.reduce((least, candidate) =>
		area(candidate) < area(least) - 1e-6 ? candidate : least,
	);
	const { x, y, ...turned } = best;
	const { width, height, angle } = intoFirstQuadrant(turned);
	return [x, y, width, height, angle].map(roundHalfToEven);
}

/** The line as an entry of `words_info`, made from the model's numbers as the service makes it. */
export function wordInfo({ rotate_rect, text }: RawWord, canvas: Size): WordInfo {
	const location = wordLocation(rotate_rect, canvas);
	const rectangle = smallestRectangle(location);
	return {
		location,
		rotate_rect: standsUpright(rotate_rect, rectangle, text) ? flipToLevel(rectangle) : rectangle,
		text,
	};
}

interface Sides {
	width: number;
	height: number;
	/** Degrees. */
	angle: number;
}

type Rectangle = Point & Sides;

/**
 * A lone character is often not longer than high, so that its longer side no longer tells how it
 * stands. The recordings hold both [x, y, thickness, length, 90] and [x, y, length, thickness, 0]
 * for level lines: for such a character the second is used, whose angle 0 says "level".
 */
function standsUpright([, , thickness, length, angle]: number[], box: number[], text: string) {
	return [...text].length === 1 && angle === 90 && length <= thickness && box[4] === 90;
}

function flipToLevel([x, y, width, height]: number[]): number[] {
	return [x, y, height, width, 0];
}

function rectangleAlong(radians: number, corners: Point[]): Rectangle {
	const cosine = Math.cos(radians);
	const sine = Math.sin(radians);
	const along = corners.map(({ x, y }) => x * cosine + y * sine);
	const across = corners.map(({ x, y }) => y * cosine - x * sine);
	const [middleAlong, middleAcross] = [along, across].map(
		(values) => (Math.min(...values) + Math.max(...values)) / 2,
	);
	return {
		x: middleAlong * cosine - middleAcross * sine,
		y: middleAlong * sine + middleAcross * cosine,
		width: Math.max(...along) - Math.min(...along),
		height: Math.max(...across) - Math.min(...across),
		angle: (radians * 180) / Math.PI,
	};
}

function intoFirstQuadrant({ width, height, angle }: Sides): Sides {
	if (angle <= 1e-9) return intoFirstQuadrant({ width: height, height: width, angle: angle + 90 });
	if (angle > 90 + 1e-9) {
		return intoFirstQuadrant({ width: height, height: width, angle: angle - 90 });
	}
	return { width, height, angle };
}

function toPixel(thousandth: number, extent: number): number {
	// Adding 0 turns -0 into 0.
	return Math.round((Math.trunc(thousandth) * extent) / 1000) + 0;
}

function distance(from: Point, to: Point): number {
	return Math.hypot(to.x - from.x, to.y - from.y);
}

function area(corners: Point[]): number {
	const doubled = corners.reduce((sum, { x, y }, index) => {
		const next = corners[(index + 1) % corners.length];
		return sum + x * next.y - next.x * y;
	}, 0);
	return Math.abs(doubled) / 2;
}

function mean(values: number[]): number {
	return values.reduce((sum, value) => sum + value, 0) / values.length;
}
