import { cleanValue } from './lineSegments';
import type { UprightBox } from './uprightPage';

/** The lines a label's value may begin in. */
export interface Neighbours {
	/** The nearest on the same level. */
	right?: UprightBox;
	/** The nearest underneath that is aligned with it. */
	below?: UprightBox;
}

/** The nearest lines to the right of a line and below it, blanks left out. */
export function neighboursOf(label: UprightBox, boxes: readonly UprightBox[]): Neighbours {
	const others = boxes.filter((box) => box.index !== label.index && cleanValue(box.text) !== '');
	const [right] = others
		.filter((box) => isOnLevel(label, box) && box.left >= label.right - label.height)
		.sort((a, b) => a.left - b.left);
	const [below] = others
		.filter((box) => isUnder(label, box))
		.sort((a, b) => a.top - b.top || Math.abs(a.left - label.left) - Math.abs(b.left - label.left));
	return { right, below };
}

/** Whether two lines stand on the same level. */
export function isOnLevel(label: UprightBox, box: UprightBox): boolean {
	return Math.abs(box.centreY - label.centreY) < 0.6 * Math.max(label.height, box.height);
}

/** Whether a line stands close below another, aligned on the left, on the right or in the middle. */
export function isUnder(label: UprightBox, box: UprightBox): boolean {
	const isClose =
		box.centreY > label.bottom - 0.2 * label.height &&
		box.top - label.bottom < 1.3 * Math.max(label.height, box.height);
	const reach = 1.2 * label.height;
	const isAligned =
		Math.abs(box.left - label.left) < reach ||
		Math.abs(box.right - label.right) < reach ||
		Math.abs(box.centreX - label.centreX) < reach;
	return isClose && isAligned;
}
