import {
	boundsOf,
	centreOf,
	distance,
	fromReadingStart,
	inTurnedFrame,
	weightedMedian,
	type Bounds,
} from './geometry';
import type { Point, Polygon } from './shapes';

/** A detected piece of text in the frame of the page's reading direction. */
interface Piece extends Bounds {
	polygon: Polygon;
	middle: Point;
	height: number;
}

interface Row {
	middle: number;
	height: number;
	pieces: Piece[];
}

/**
 * Lines of text from detected rectangles: rows from top to bottom of the page as it is read, pieces
 * of one line joined. Each polygon starts at the reading start; a line that runs across the page's
 * direction (a side note) reads downwards.
 */
export function assembleLines(rectangles: readonly Polygon[]): Polygon[] {
	const angle = pageAngle(rectangles);
	const pieces = rectangles.map((rectangle): Piece => {
		const polygon = fromReadingStart(rectangle, angle);
		const inFrame = polygon.map((corner) => inTurnedFrame(corner, angle));
		return {
			...boundsOf(inFrame),
			polygon,
			middle: centreOf(inFrame),
			height: distance(polygon[0], polygon[3]),
		};
	});
	return rowsOf(pieces).flatMap(joinPieces).map(alongTheText);
}

/** The direction most of the text runs in, radians from -45 to 135 degrees. */
function pageAngle(rectangles: readonly Polygon[]): number {
	const directions = rectangles.flatMap(directionOf);
	const isLevel = (direction: { value: number }) => direction.value < Math.PI / 4;
	const weight = (entries: typeof directions) =>
		entries.reduce((sum, { weight }) => sum + weight, 0);
	const level = directions.filter(isLevel);
	const upright = directions.filter((direction) => !isLevel(direction));
	return weightedMedian(weight(level) >= weight(upright) ? level : upright);
}

/** Only a clearly long rectangle tells its direction. */
function directionOf([first, second, third]: Polygon): Array<{ value: number; weight: number }> {
	const sides = [
		{ from: first, to: second, length: distance(first, second) },
		{ from: second, to: third, length: distance(second, third) },
	].sort((a, b) => b.length - a.length);
	const [longer, shorter] = sides;
	if (longer.length < 2 * shorter.length) return [];
	let angle = Math.atan2(longer.to.y - longer.from.y, longer.to.x - longer.from.x);
	if (angle <= -Math.PI / 4) angle += Math.PI;
	if (angle > (3 * Math.PI) / 4) angle -= Math.PI;
	return [{ value: angle, weight: longer.length }];
}

function rowsOf(pieces: readonly Piece[]): Row[] {
	const rows: Row[] = [];
	for (const piece of [...pieces].sort((a, b) => a.middle.y - b.middle.y)) {
		const row = rows.at(-1);
		if (row && Math.abs(piece.middle.y - row.middle) < 0.5 * Math.min(piece.height, row.height)) {
			row.pieces.push(piece);
			row.middle = centreOf(row.pieces.map((member) => member.middle)).y;
		} else {
			rows.push({ middle: piece.middle.y, height: piece.height, pieces: [piece] });
		}
	}
	return rows;
}

/** Pieces of like height that touch, or are closer than a wide space, are one line. */
function joinPieces(row: Row): Polygon[] {
	const lines: Piece[] = [];
	for (const piece of row.pieces.sort((a, b) => a.middle.x - b.middle.x)) {
		const line = lines.at(-1);
		if (!line || !belongTogether(line, piece)) {
			lines.push(piece);
			continue;
		}
		lines[lines.length - 1] = {
			...line,
			polygon: [line.polygon[0], piece.polygon[1], piece.polygon[2], line.polygon[3]],
			right: Math.max(line.right, piece.right),
			height: Math.max(line.height, piece.height),
		};
	}
	return lines.map((line) => line.polygon);
}

function belongTogether(line: Piece, piece: Piece): boolean {
	const lower = Math.min(line.height, piece.height);
	const higher = Math.max(line.height, piece.height);
	const isWide = (part: Piece) => part.right - part.left > 0.7 * part.height;
	return (
		piece.left - line.right < 0.6 * lower && higher < 1.6 * lower && isWide(piece) && isWide(line)
	);
}

/** Much higher than wide: the text runs downwards, so the corner at the top right comes first. */
function alongTheText(polygon: Polygon): Polygon {
	const [start, end, endBelow, startBelow] = polygon;
	const width = Math.max(distance(start, end), distance(startBelow, endBelow));
	const height = Math.max(distance(start, startBelow), distance(end, endBelow));
	return height / width >= 1.5 ? [end, endBelow, startBelow, start] : polygon;
}
