import type { ReadLine } from './shapes';
import { rowsOfBoxes, uprightPage, type UprightBox } from './uprightPage';

/** The page's plain text: one row a line, columns of running text one after the other. */
export function readingText(lines: readonly ReadLine[]): string {
	return readingRows(lines)
		.map((row) => row.map(({ text }) => text).join(' '))
		.join('\n');
}

/** The page's rows in reading order, each from left to right. */
export function readingRows(lines: readonly ReadLine[]): ReadLine[][] {
	const { boxes } = uprightPage(lines);
	return rowsInOrder(boxes).map((row) => row.map(({ index }) => lines[index]));
}

/**
 * Cuts the page at white bands. A column is cut off only where both sides hold running text, so that
 * rows of labels and values, or of a table, stay together.
 */
function rowsInOrder(boxes: readonly UprightBox[]): UprightBox[][] {
	if (boxes.length === 0) return [];
	const columns = proseColumns(boxes);
	if (columns) return columns.flatMap(rowsInOrder);
	const bands = splitAt(boxes, 'centreY', gaps(boxes, 'top', 'bottom', 0.15 * lineHeight(boxes)));
	if (bands.length === 1) return rowsOfBoxes(boxes);
	return joinedBands(bands).flatMap((band) =>
		proseColumns(band) ? rowsInOrder(band) : rowsOfBoxes(band),
	);
}

/** Neighbouring bands that together form columns, which a full-width band above or below hid. */
function joinedBands(bands: readonly UprightBox[][]): UprightBox[][] {
	const joined: UprightBox[][] = [];
	for (let first = 0; first < bands.length; ) {
		let end = bands.length;
		while (end > first + 1 && !proseColumns(bands.slice(first, end).flat())) end--;
		joined.push(bands.slice(first, end).flat());
		first = end;
	}
	return joined;
}

function proseColumns(boxes: readonly UprightBox[]): [UprightBox[], UprightBox[]] | undefined {
	for (const gap of gaps(boxes, 'left', 'right', 0.8 * lineHeight(boxes))) {
		const left = boxes.filter((box) => box.centreX < gap);
		const right = boxes.filter((box) => box.centreX >= gap);
		if (isProse(left) && isProse(right)) return [left, right];
	}
	return undefined;
}

function isProse(boxes: readonly UprightBox[]): boolean {
	const long = boxes.filter((box) => box.right - box.left > 10 * box.height);
	return boxes.length >= 3 && long.length >= 0.5 * boxes.length;
}

/** Middles of the white gaps wider than `narrowest` between the boxes' extents. */
function gaps(
	boxes: readonly UprightBox[],
	start: 'left' | 'top',
	end: 'right' | 'bottom',
	narrowest: number,
): number[] {
	const found: number[] = [];
	let reached = Infinity;
	for (const box of [...boxes].sort((a, b) => a[start] - b[start])) {
		if (box[start] - reached > narrowest) found.push((box[start] + reached) / 2);
		reached = reached === Infinity ? box[end] : Math.max(reached, box[end]);
	}
	return found;
}

function splitAt(
	boxes: readonly UprightBox[],
	axis: 'centreX' | 'centreY',
	cuts: readonly number[],
): UprightBox[][] {
	const edges = [...cuts, Infinity];
	return edges
		.map((edge, index) => {
			const from = index === 0 ? -Infinity : edges[index - 1];
			return boxes.filter((box) => box[axis] >= from && box[axis] < edge);
		})
		.filter((part) => part.length > 0);
}

function lineHeight(boxes: readonly UprightBox[]): number {
	const heights = boxes.map((box) => box.height).sort((a, b) => a - b);
	return heights[heights.length >> 1];
}
