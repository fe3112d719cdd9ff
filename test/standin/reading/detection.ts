import { clamp, convexHull, cornersOf, grown, smallestRectangle } from './geometry';
import type { Model, Numbers } from './models';
import { resize } from './resample';
import type { Pixels, Point, Polygon } from './shapes';

/** The longer side the detection model sees, pixels; small print needs this much. */
const LONGEST_SIDE = 1440;
/** The model works on whole blocks of 32 pixels. */
const BLOCK = 32;
/** A pixel of more than this probability is text; a region must reach the mean below it. */
const PIXEL_THRESHOLD = 0.3;
const REGION_THRESHOLD = 0.5;
const SMALLEST_REGION = 10;
const SMALLEST_SIDE = 3;
/** The model marks the core of a line; PaddleOCR grows it by area x ratio / perimeter. */
const GROWTH_RATIO = 1.5;
/** Colour means and deviations of ImageNet, in the model's order: it was trained on BGR planes. */
const CHANNELS = [
	{ colour: 2, mean: 0.485, deviation: 0.229 },
	{ colour: 1, mean: 0.456, deviation: 0.224 },
	{ colour: 0, mean: 0.406, deviation: 0.225 },
] as const;

/** Rectangles around the pieces of text on the picture, in its pixels and in no particular order. */
export async function detectText(model: Model, picture: Pixels): Promise<Polygon[]> {
	const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
	const inBlocks = (side: number) => Math.max(BLOCK, Math.round((side * scale) / BLOCK) * BLOCK);
	const width = inBlocks(picture.width);
	const height = inBlocks(picture.height);
	const { data } = await model.run(detectionInput(resize(picture, width, height)));
	const toPicture = ({ x, y }: Point): Point => ({
		x: clamp((x * picture.width) / width, 0, picture.width - 1),
		y: clamp((y * picture.height) / height, 0, picture.height - 1),
	});
	return textRegions(data, width, height).flatMap((outline) => {
		const rectangle = smallestRectangle(convexHull(outline));
		if (Math.min(rectangle.width, rectangle.height) < SMALLEST_SIDE) return [];
		const margin =
			(rectangle.width * rectangle.height * GROWTH_RATIO) /
			(2 * (rectangle.width + rectangle.height));
		return [cornersOf(grown(rectangle, margin)).map(toPicture) as Polygon];
	});
}

function detectionInput({ data, width, height }: Pixels): Numbers {
	const count = width * height;
	const planes = new Float32Array(3 * count);
	CHANNELS.forEach(({ colour, mean, deviation }, plane) => {
		for (let index = 0; index < count; index++) {
			planes[plane * count + index] = (data[index * 3 + colour] / 255 - mean) / deviation;
		}
	});
	return { data: planes, dimensions: [1, 3, height, width] };
}

/**
 * Outlines of the connected regions (8 neighbours) of a probability map: the outer corners of the
 * first and last pixel of each row, which is all a convex hull needs.
 */
export function textRegions(map: Float32Array, width: number, height: number): Point[][] {
	const seen = new Uint8Array(map.length);
	const waiting = new Int32Array(map.length);
	const outlines: Point[][] = [];
	for (let start = 0; start < map.length; start++) {
		if (seen[start] || map[start] <= PIXEL_THRESHOLD) continue;
		const rows = new Map<number, { first: number; last: number }>();
		let count = 0;
		let sum = 0;
		let open = 0;
		waiting[open++] = start;
		seen[start] = 1;
		while (open > 0) {
			const index = waiting[--open];
			const x = index % width;
			const y = (index - x) / width;
			count++;
			sum += map[index];
			const row = rows.get(y);
			if (row) {
				row.first = Math.min(row.first, x);
				row.last = Math.max(row.last, x);
			} else {
				rows.set(y, { first: x, last: x });
			}
			for (let nearY = Math.max(0, y - 1); nearY <= Math.min(height - 1, y + 1); nearY++) {
				for (let nearX = Math.max(0, x - 1); nearX <= Math.min(width - 1, x + 1); nearX++) {
					const near = nearY * width + nearX;
					if (seen[near] || map[near] <= PIXEL_THRESHOLD) continue;
					seen[near] = 1;
					waiting[open++] = near;
				}
			}
		}
		if (count < SMALLEST_REGION || sum / count < REGION_THRESHOLD) continue;
		outlines.push(
			[...rows].flatMap(([y, { first, last }]) => [
				{ x: first, y },
				{ x: first, y: y + 1 },
				{ x: last + 1, y },
				{ x: last + 1, y: y + 1 },
			]),
		);
	}
	return outlines;
}
