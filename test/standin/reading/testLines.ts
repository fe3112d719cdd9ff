import { inTurnedFrame } from './geometry';
import type { Polygon, ReadLine } from './shapes';

/** A line as a reader would give it, its top left at (x, y) pixels, half as wide a letter as high. */
export function printed(text: string, x: number, y: number, height = 20): ReadLine {
	const widthOf = (character: string) => (/[\u2e80-\uffef]/.test(character) ? height : height / 2);
	const length = [...text].reduce((sum, character) => sum + widthOf(character), 0);
	const polygon: Polygon = [
		{ x, y },
		{ x: x + length, y },
		{ x: x + length, y: y + height },
		{ x, y: y + height },
	];
	return { text, confidence: 0.99, polygon, length, thickness: height, angle: 0 };
}

/** The line on a page that was turned clockwise by some degrees around its top left. */
export function turnedLine(line: ReadLine, degrees: number): ReadLine {
	const radians = (degrees * Math.PI) / 180;
	const polygon = line.polygon.map((corner) => inTurnedFrame(corner, -radians)) as Polygon;
	return { ...line, polygon, angle: degrees };
}
