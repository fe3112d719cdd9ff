import { inTurnedFrame } from './geometry';
import type { Pixels } from './shapes';
import { radians } from './uprightPage';

/** A straight line drawn on the page, in the page's upright frame, pixels. */
export interface Ruling {
	/** Height of a level line, place from the left of an upright one. */
	at: number;
	/** Where it begins and ends along itself. */
	from: number;
	to: number;
}

export interface Rulings {
	level: Ruling[];
	upright: Ruling[];
}

/** A line's pixel is darker by this much than the pixels this far away on both sides. */
const CONTRAST = 40;
const REACH = 5;
const LONGEST_BREAK = 4;
const THICKEST = 8;
const MERGE_DISTANCE = 3;

/** The drawn lines of a page that is turned by `angle` degrees clockwise, in its upright frame. */
export function findRulings(picture: Pixels, angle: number): Rulings {
	const grey = uprightGrey(picture, radians(angle));
	const { values, width, height, left, top } = grey;
	const isDark = (index: number, across: number) =>
		values[index - across] - values[index] > CONTRAST &&
		values[index + across] - values[index] > CONTRAST;
	const level = strokes(width, height, Math.max(40, width * 0.03), (along, across) =>
		isDark(across * width + along, REACH * width),
	);
	const upright = strokes(height, width, Math.max(18, height * 0.012), (along, across) =>
		isDark(along * width + across, REACH),
	);
	return {
		level: level.map((line) => moved(line, top, left)),
		upright: upright.map((line) => moved(line, left, top)),
	};
}

interface Grey {
	values: Uint8Array;
	width: number;
	height: number;
	/** Where its first pixel lies in the upright frame. */
	left: number;
	top: number;
}

function moved({ at, from, to }: Ruling, across: number, along: number): Ruling {
	return { at: at + across, from: from + along, to: to + along };
}

/** The brightness of the picture, turned level; white around it. */
function uprightGrey({ data, width: fullWidth, height: fullHeight }: Pixels, angle: number): Grey {
	const corners = [0, fullWidth].flatMap((x) =>
		[0, fullHeight].map((y) => inTurnedFrame({ x, y }, angle)),
	);
	const left = Math.floor(Math.min(...corners.map((corner) => corner.x)));
	const top = Math.floor(Math.min(...corners.map((corner) => corner.y)));
	const width = Math.ceil(Math.max(...corners.map((corner) => corner.x))) - left;
	const height = Math.ceil(Math.max(...corners.map((corner) => corner.y))) - top;
	const values = new Uint8Array(width * height).fill(255);
	const cosine = Math.cos(angle);
	const sine = Math.sin(angle);
	for (let y = 0; y < height; y++) {
		for (let x = 0; x < width; x++) {
			const fromX = Math.round((x + left) * cosine - (y + top) * sine);
			const fromY = Math.round((x + left) * sine + (y + top) * cosine);
			if (fromX < 0 || fromY < 0 || fromX >= fullWidth || fromY >= fullHeight) continue;
			const index = (fromY * fullWidth + fromX) * 3;
			values[y * width + x] =
				(data[index] * 77 + data[index + 1] * 151 + data[index + 2] * 28) >> 8;
		}
	}
	return { values, width, height, left, top };
}

/** Dark runs of at least `shortest` pixels, neighbouring ones as one line if that stays thin. */
function strokes(
	length: number,
	breadth: number,
	shortest: number,
	isDark: (along: number, across: number) => boolean,
): Ruling[] {
	const bands: Array<{ first: number; last: number; from: number; to: number }> = [];
	for (let across = REACH; across < breadth - REACH; across++) {
		for (const { from, to } of darkRuns(length, shortest, (along) => isDark(along, across))) {
			const band = bands.find(
				({ last, ...other }) =>
					across - last <= MERGE_DISTANCE && from < other.to && to > other.from,
			);
			if (band) {
				band.last = across;
				band.from = Math.min(band.from, from);
				band.to = Math.max(band.to, to);
			} else {
				bands.push({ first: across, last: across, from, to });
			}
		}
	}
	return bands
		.filter(({ first, last }) => last - first <= THICKEST)
		.map(({ first, last, from, to }) => ({ at: (first + last) / 2, from, to }));
}

function darkRuns(
	length: number,
	shortest: number,
	isDark: (along: number) => boolean,
): Array<{ from: number; to: number }> {
	const runs: Array<{ from: number; to: number }> = [];
	let start = -1;
	let lastDark = -1;
	const close = () => {
		if (start >= 0 && lastDark + 1 - start >= shortest)
			runs.push({ from: start, to: lastDark + 1 });
		start = -1;
	};
	for (let along = REACH; along < length - REACH; along++) {
		if (isDark(along)) {
			if (start < 0) start = along;
			lastDark = along;
		} else if (start >= 0 && along - lastDark > LONGEST_BREAK) {
			close();
		}
	}
	close();
	return runs;
}
