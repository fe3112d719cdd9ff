import { boundsOf, centreOf, inTurnedFrame, weightedMedian, type Bounds } from './geometry';
import type { ReadLine } from './shapes';

/** A line in the page's own frame, in which its text runs level; pixels. */
export interface UprightBox extends Bounds {
	/** Place of the line in the list that was given. */
	index: number;
	text: string;
	centreX: number;
	centreY: number;
	/** Thickness of the line. */
	height: number;
}

export interface UprightPage {
	/** By how much the page is turned, degrees clockwise. */
	angle: number;
	boxes: UprightBox[];
}

/** The lines as upright boxes in a frame that is turned by the page's main reading direction. */
export function uprightPage(lines: readonly ReadLine[]): UprightPage {
	const angle = weightedMedian(lines.map((line) => ({ value: line.angle, weight: line.length })));
	const boxes = lines.map(({ text, polygon, thickness }, index): UprightBox => {
		const corners = polygon.map((corner) => inTurnedFrame(corner, radians(angle)));
		const centre = centreOf(corners);
		return {
			...boundsOf(corners),
			index,
			text,
			centreX: centre.x,
			centreY: centre.y,
			height: thickness,
		};
	});
	return { angle, boxes };
}

/** Degrees as radians. */
export function radians(degrees: number): number {
	return (degrees * Math.PI) / 180;
}

/** Boxes on one level, from left to right; the rows from top to bottom. */
export function rowsOfBoxes(boxes: readonly UprightBox[]): UprightBox[][] {
	const rows: UprightBox[][] = [];
	for (const box of [...boxes].sort((a, b) => a.centreY - b.centreY)) {
		const row = rows.at(-1);
		const first = row?.[0];
		if (
			row &&
			first &&
			Math.abs(box.centreY - first.centreY) < 0.5 * Math.min(box.height, first.height)
		) {
			row.push(box);
		} else {
			rows.push([box]);
		}
	}
	return rows.map((row) => row.sort((a, b) => a.left - b.left));
}

/** The part of a line between two characters, by the width characters usually take; keeps its text. */
export function partOfBox(box: UprightBox, start: number, end: number): UprightBox {
	const widthOf = (text: string) =>
		[...text].reduce((sum, character) => sum + (/[\u2e80-\uffef]/.test(character) ? 2 : 1), 0);
	const unit = (box.right - box.left) / Math.max(1, widthOf(box.text));
	const left = box.left + unit * widthOf(box.text.slice(0, start));
	const right = box.left + unit * widthOf(box.text.slice(0, end));
	return { ...box, left, right, centreX: (left + right) / 2 };
}
