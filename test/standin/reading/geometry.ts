import type { Point, Polygon } from './shapes';

/** A rectangle that may be turned: `width` runs along `angle` (radians, clockwise from level). */
export interface TurnedRectangle {
	centre: Point;
	width: number;
	height: number;
	angle: number;
}

/** Distance of two points in pixels. */
export function distance(from: Point, to: Point): number {
	return Math.hypot(from.x - to.x, from.y - to.y);
}

/** The value held between two bounds. */
export function clamp(value: number, lowest: number, highest: number): number {
	return Math.max(lowest, Math.min(highest, value));
}

/** The point's coordinates in a frame that is itself turned clockwise by `angle` radians. */
export function inTurnedFrame(point: Point, angle: number): Point {
	const cosine = Math.cos(angle);
	const sine = Math.sin(angle);
	return { x: point.x * cosine + point.y * sine, y: point.y * cosine - point.x * sine };
}

/** The mean of some points. */
export function centreOf(points: readonly Point[]): Point {
	return {
		x: points.reduce((sum, point) => sum + point.x, 0) / points.length,
		y: points.reduce((sum, point) => sum + point.y, 0) / points.length,
	};
}

/** The upright box around some points: left, right, top and bottom in pixels. */
export function boundsOf(points: readonly Point[]): Bounds {
	const xs = points.map((point) => point.x);
	const ys = points.map((point) => point.y);
	return {
		left: Math.min(...xs),
		right: Math.max(...xs),
		top: Math.min(...ys),
		bottom: Math.max(...ys),
	};
}

export interface Bounds {
	left: number;
	right: number;
	top: number;
	bottom: number;
}

/** The convex hull of the points (monotone chain), without repeated or collinear corners. */
export function convexHull(points: readonly Point[]): Point[] {
	const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
	return [...halfHull(sorted), ...halfHull(sorted.reverse())];
}

/** The rectangle of least area around a convex hull; one of its sides lies on a side of the hull. */
export function smallestRectangle(hull: readonly Point[]): TurnedRectangle {
	let best: TurnedRectangle | undefined;
	hull.forEach((corner, index) => {
		const next = hull[(index + 1) % hull.length];
		const angle = Math.atan2(next.y - corner.y, next.x - corner.x);
		const box = boundsOf(hull.map((point) => inTurnedFrame(point, angle)));
		const width = box.right - box.left;
		const height = box.bottom - box.top;
		if (best && width * height >= best.width * best.height) return;
		const middle = { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
		best = { centre: inTurnedFrame(middle, -angle), width, height, angle };
	});
	if (!best) throw new RangeError('A rectangle needs at least one point');
	return best;
}

/** The rectangle with each side moved outwards by `margin` pixels. */
export function grown(rectangle: TurnedRectangle, margin: number): TurnedRectangle {
	return {
		...rectangle,
		width: rectangle.width + 2 * margin,
		height: rectangle.height + 2 * margin,
	};
}

/** The four corners, clockwise in the rectangle's own frame. */
export function cornersOf({ centre, width, height, angle }: TurnedRectangle): Polygon {
	const corner = (across: number, down: number): Point => {
		const offset = inTurnedFrame({ x: (across * width) / 2, y: (down * height) / 2 }, -angle);
		return { x: centre.x + offset.x, y: centre.y + offset.y };
	};
	return [corner(-1, -1), corner(1, -1), corner(1, 1), corner(-1, 1)];
}

/** Corners clockwise from the reading start, where text reads along `angle` radians. */
export function fromReadingStart(polygon: Polygon, angle: number): Polygon {
	const byAlong = polygon
		.map((corner) => ({ corner, place: inTurnedFrame(corner, angle) }))
		.sort((a, b) => a.place.x - b.place.x);
	const byAcross = (side: typeof byAlong) => side.sort((a, b) => a.place.y - b.place.y);
	const [startTop, startBottom] = byAcross(byAlong.slice(0, 2));
	const [endTop, endBottom] = byAcross(byAlong.slice(2));
	return [startTop.corner, endTop.corner, endBottom.corner, startBottom.corner];
}

/** The value at which half of the weight lies below; 0 for no values. */
export function weightedMedian(entries: ReadonlyArray<{ value: number; weight: number }>): number {
	const sorted = [...entries].sort((a, b) => a.value - b.value);
	let left = sorted.reduce((sum, entry) => sum + entry.weight, 0) / 2;
	for (const { value, weight } of sorted) {
		left -= weight;
		if (left <= 0) return value;
	}
	return 0;
}

function halfHull(sorted: readonly Point[]): Point[] {
	const chain: Point[] = [];
	for (const point of sorted) {
		while (chain.length > 1 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) {
			chain.pop();
		}
		chain.push(point);
	}
	return chain.slice(0, -1);
}

function turn(origin: Point, a: Point, b: Point): number {
	return (a.x - origin.x) * (b.y - origin.y) - (a.y - origin.y) * (b.x - origin.x);
}
