/** A point of the picture that was sent, in pixels from its top left corner. */
export interface Point {
	x: number;
	y: number;
}

/** One line of text with its place. */
export interface Line {
	/** Of a document with several pages that were joined; from 1. */
	page?: number;
	text: string;
	/** Four corners, clockwise from where reading starts, inside the picture. */
	polygon: Point[];
	/** Upright rectangle around the polygon, in pixels. */
	box: { x: number; y: number; width: number; height: number };
	/** Direction of reading in degrees, clockwise from level, in (-90, 90]; one decimal. */
	angle: number;
}

/** A line whose longer side is steeper than this many degrees counts as vertical. */
const STEEP = 75;

/** A text with its corners, as the service gives it. */
export interface PlacedText {
	text: string;
	/** Eight numbers: four corners in any order around the line. */
	location: number[];
	/** Centre x, centre y, width, height, angle in degrees. */
	rotateRect: number[];
}

/** Size of the picture in pixels, where it is known. */
export interface Size {
	width: number;
	height: number;
}

/**
 * Gives lines with clean geometry from advanced_recognition's `words_info`. The service lists the
 * corners in the order of OpenCV's boxPoints and flips its angle by 90 degrees (recordings of Nov
 * 2025), so the direction is read off the longer side; a single character or a line that is taller
 * than wide does not show it there and keeps the answer's own angle. The angle is taken before the
 * corners are moved into the picture. Entries without four usable corners are left out.
 */
export function readLines(words: PlacedText[], picture?: Size): Line[] {
	return words.filter(hasCorners).map((word) => {
		const corners = clockwise(toPoints(word.location));
		const angle = readingAngle(word, corners);
		const polygon = startAtReading(corners, angle).map((point) => moveInside(point, picture));
		return { text: word.text, polygon, box: boundingBox(polygon), angle: round(angle) };
	});
}

/** Brings an angle in degrees into (-90, 90]: a line and its half turn are the same direction. */
export function normalizeAngle(degrees: number): number {
	const turned = ((degrees % 180) + 180) % 180;
	return turned > 90 ? turned - 180 : turned;
}

function hasCorners({ location }: PlacedText): boolean {
	return location.length === 8 && location.every(Number.isFinite);
}

function toPoints(location: number[]): Point[] {
	return [0, 2, 4, 6].map((index) => ({ x: location[index], y: location[index + 1] }));
}

/** The corners in clockwise order as seen on the page, where y grows downwards. */
function clockwise(points: Point[]): Point[] {
	const doubleArea = points.reduce((sum, point, index) => {
		const next = points[(index + 1) % points.length];
		return sum + point.x * next.y - next.x * point.y;
	}, 0);
	return doubleArea < 0 ? [...points].reverse() : points;
}

function readingAngle(word: PlacedText, corners: Point[]): number {
	const [first, second, third, fourth] = corners;
	// Both sides of a pair count: rounding to pixels turns them a little differently.
	const across = {
		x: second.x - first.x + third.x - fourth.x,
		y: second.y - first.y + third.y - fourth.y,
	};
	const down = {
		x: third.x - second.x + fourth.x - first.x,
		y: third.y - second.y + fourth.y - first.y,
	};
	const along = direction(length(across) >= length(down) ? across : down);
	const ownAngle = word.rotateRect[4];
	const isSingle = [...word.text.trim()].length <= 1;
	const showsDirection = !isSingle && Math.abs(along) <= STEEP;
	return showsDirection || !Number.isFinite(ownAngle) ? along : normalizeAngle(ownAngle);
}

/** Turns the list of corners so that its first side runs in the direction of reading. */
function startAtReading(corners: Point[], angle: number): Point[] {
	let start = 0;
	let smallest = Infinity;
	corners.forEach((corner, index) => {
		const next = corners[(index + 1) % corners.length];
		const side = (Math.atan2(next.y - corner.y, next.x - corner.x) * 180) / Math.PI;
		const off = Math.abs(((side - angle + 540) % 360) - 180);
		if (off < smallest) {
			smallest = off;
			start = index;
		}
	});
	return [...corners.slice(start), ...corners.slice(0, start)];
}

function moveInside(point: Point, picture?: Size): Point {
	return {
		x: clamp(point.x, picture?.width),
		y: clamp(point.y, picture?.height),
	};
}

function clamp(value: number, limit = Infinity): number {
	return Math.min(Math.max(value, 0), limit);
}

function boundingBox(polygon: Point[]): Line['box'] {
	const xs = polygon.map(({ x }) => x);
	const ys = polygon.map(({ y }) => y);
	const x = Math.min(...xs);
	const y = Math.min(...ys);
	return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

function length({ x, y }: Point): number {
	return Math.hypot(x, y);
}

function direction({ x, y }: Point): number {
	return normalizeAngle((Math.atan2(y, x) * 180) / Math.PI);
}

function round(degrees: number): number {
	const rounded = Math.round(degrees * 10) / 10;
	// -89.97 would round to -90, which is outside the half-open range
	return rounded <= -90 ? rounded + 180 : rounded + 0;
}
