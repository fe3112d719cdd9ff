import { inTurnedFrame } from './geometry';
import { findRulings, type Ruling, type Rulings } from './rulings';
import type { Pixels, Polygon, ReadLine } from './shapes';
import { cellText, type Table, type TableCell } from './table';
import { radians, uprightPage, type UprightBox } from './uprightPage';

/** Lines that miss each other by so many pixels still meet. */
const TOLERANCE = 8;

/**
 * The tables whose cells are drawn with lines, from top to bottom. Cells follow the lines that are
 * really there, so a missing line makes a merged cell. A frame of one row or one column with a
 * single cell, as around a form's blank, is no table.
 */
export function ruledTables(lines: readonly ReadLine[], pixels: Pixels): Table[] {
	const { angle, boxes } = uprightPage(lines);
	return networksOf(findRulings(pixels, angle)).flatMap((network) => {
		const table = tableOf(network, boxes, angle);
		return table ? [table] : [];
	});
}

/** Lines that meet each other, straight or through others. */
export function networksOf({ level, upright }: Rulings): Rulings[] {
	const networks: Rulings[] = [];
	const used = new Set<Ruling>();
	for (const seed of level) {
		if (used.has(seed)) continue;
		const levels = new Set([seed]);
		const uprights = new Set<Ruling>();
		for (let known = 0; known < levels.size + uprights.size; ) {
			known = levels.size + uprights.size;
			for (const line of upright) {
				if ([...levels].some((other) => meet(other, line))) uprights.add(line);
			}
			for (const line of level) {
				if ([...uprights].some((other) => meet(line, other))) levels.add(line);
			}
		}
		for (const line of levels) used.add(line);
		networks.push({ level: [...levels], upright: [...uprights] });
	}
	return networks;
}

/** The cells between the lines of a network, without text; empty for less than a 1 x 1 grid. */
export function cellsOf(network: Rulings): {
	rows: number[];
	columns: number[];
	cells: TableCell[];
} {
	const rows = distinct(network.level.map((line) => line.at));
	const columns = distinct(network.upright.map((line) => line.at));
	const taken = new Set<string>();
	const cells: TableCell[] = [];
	const isFree = (row: number, column: number, count: number) =>
		Array.from({ length: count }, (_, index) => column + index).every(
			(along) => !taken.has(`${row} ${along}`),
		);
	for (let row = 0; row < rows.length - 1; row++) {
		for (let column = 0; column < columns.length - 1; column++) {
			if (taken.has(`${row} ${column}`)) continue;
			let colspan = 1;
			while (
				column + colspan < columns.length - 1 &&
				!taken.has(`${row} ${column + colspan}`) &&
				!hasWall(network.upright, columns[column + colspan], rows[row], rows[row + 1])
			) {
				colspan++;
			}
			let rowspan = 1;
			while (
				row + rowspan < rows.length - 1 &&
				!hasWall(network.level, rows[row + rowspan], columns[column], columns[column + 1]) &&
				isFree(row + rowspan, column, colspan)
			) {
				rowspan++;
			}
			for (let down = row; down < row + rowspan; down++) {
				for (let along = column; along < column + colspan; along++) taken.add(`${down} ${along}`);
			}
			cells.push({ row, column, rowspan, colspan, text: '' });
		}
	}
	return { rows, columns, cells };
}

function tableOf(network: Rulings, boxes: readonly UprightBox[], angle: number): Table | undefined {
	const { rows, columns, cells } = cellsOf(network);
	if (cells.length < 2 || (rows.length < 3 && columns.length < 3)) return undefined;
	const lineIndexes = new Set<number>();
	const filled = cells.map((cell) => {
		const inside = boxes.filter(
			({ centreX, centreY }) =>
				centreX > columns[cell.column] &&
				centreX <= columns[cell.column + cell.colspan] &&
				centreY > rows[cell.row] &&
				centreY <= rows[cell.row + cell.rowspan],
		);
		for (const box of inside) lineIndexes.add(box.index);
		return { ...cell, text: cellText(inside) };
	});
	if (filled.filter((cell) => cell.text !== '').length < 2) return undefined;
	const [left, right] = [columns[0], columns[columns.length - 1]];
	const [top, bottom] = [rows[0], rows[rows.length - 1]];
	return {
		rowCount: rows.length - 1,
		columnCount: columns.length - 1,
		cells: filled,
		lineIndexes,
		polygon: outlineOnPicture({ left, right, top, bottom }, angle),
	};
}

/** The corners on the picture, whole pixels, of a box in the upright frame of a turned page. */
export function outlineOnPicture(
	{ left, right, top, bottom }: { left: number; right: number; top: number; bottom: number },
	angle: number,
): Polygon {
	const onPicture = (x: number, y: number) => {
		const point = inTurnedFrame({ x, y }, -radians(angle));
		return { x: Math.round(point.x), y: Math.round(point.y) };
	};
	return [
		onPicture(left, top),
		onPicture(right, top),
		onPicture(right, bottom),
		onPicture(left, bottom),
	];
}

function meet(level: Ruling, upright: Ruling): boolean {
	const reaches = (line: Ruling, at: number) =>
		at >= line.from - TOLERANCE && at <= line.to + TOLERANCE;
	return reaches(upright, level.at) && reaches(level, upright.at);
}

/** A line that runs along at least the middle third of a cell's side parts it from its neighbour. */
function hasWall(lines: readonly Ruling[], at: number, from: number, to: number): boolean {
	const slack = (to - from) * 0.35;
	return lines.some(
		(line) =>
			Math.abs(line.at - at) <= TOLERANCE && line.from <= from + slack && line.to >= to - slack,
	);
}

/** Sorted values; those closer than the tolerance become their mean. */
function distinct(values: readonly number[]): number[] {
	const groups: Array<{ mean: number; count: number }> = [];
	for (const value of [...values].sort((a, b) => a - b)) {
		const group = groups.at(-1);
		if (group && value - group.mean <= TOLERANCE) {
			group.mean = (group.mean * group.count + value) / (group.count + 1);
			group.count++;
		} else {
			groups.push({ mean: value, count: 1 });
		}
	}
	return groups.map((group) => group.mean);
}
