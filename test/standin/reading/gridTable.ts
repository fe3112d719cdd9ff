import { boundsOf } from './geometry';
import { outlineOnPicture } from './ruledTables';
import type { ReadLine } from './shapes';
import type { Table, TableCell } from './table';
import { isAmountLike } from './valueKinds';
import { rowsOfBoxes, uprightPage, type UprightBox } from './uprightPage';

/** A row with this share of the fullest row's pieces is a row of the table. */
const FULL_SHARE = 0.6;
/** Rows further apart than so many line heights do not belong to one table. */
const LARGEST_STEP = 3.5;

interface Band {
	left: number;
	right: number;
}

/**
 * The table that text alone sets out, without drawn lines: the run of neighbouring rows that holds
 * most pieces, its columns parted by the white gaps that run through its full rows. One table or none.
 */
export function gridTables(lines: readonly ReadLine[]): Table[] {
	const { angle, boxes } = uprightPage(lines);
	if (boxes.length === 0) return [];
	const rows = rowsOfBoxes(boxes);
	const most = Math.max(...rows.map((row) => row.length));
	const run = largestRun(rows, Math.max(2, Math.ceil(most * FULL_SHARE)));
	if (!run) return [];
	const columns = columnsOf(run.filter((row) => row.length >= most * FULL_SHARE).flat());
	if (!isTable(run, columns.length)) return [];
	const inside = run.flat();
	const corners = inside.flatMap(({ left, right, top, bottom }) => [
		{ x: left, y: top },
		{ x: right, y: bottom },
	]);
	return [
		{
			rowCount: run.length,
			columnCount: columns.length,
			cells: run.flatMap((row, index) => cellsOfRow(row, index, columns)),
			lineIndexes: new Set(inside.map((box) => box.index)),
			polygon: outlineOnPicture(boundsOf(corners), angle),
		},
	];
}

/**
 * At least two rows that fill three columns. Two columns are a table only as a list of three and
 * more figures: else they are labels with values, or text set in columns.
 */
function isTable(run: readonly UprightBox[][], columnCount: number): boolean {
	if (columnCount >= 3) return run.filter((row) => row.length >= 3).length >= 2;
	const figures = run.filter((row) => row.length === 2 && isAmountLike(row[1].text));
	return columnCount === 2 && figures.length >= 3 && figures.length >= run.length - 1;
}

function largestRun(rows: readonly UprightBox[][], full: number): UprightBox[][] | undefined {
	const isFull = (row: UprightBox[] | undefined) => row !== undefined && row.length >= full;
	const runs: UprightBox[][][] = [];
	rows.forEach((row, index) => {
		const run = runs.at(-1);
		const previous = rows[index - 1];
		const isClose =
			previous !== undefined && row[0].centreY - previous[0].centreY < LARGEST_STEP * row[0].height;
		const bridges = isFull(previous) && isFull(rows[index + 1]);
		if (run && run.at(-1) === previous && isClose && (isFull(row) || bridges)) run.push(row);
		else if (isFull(row)) runs.push([row]);
	});
	return runs.sort((a, b) => b.flat().length - a.flat().length)[0];
}

function columnsOf(boxes: readonly UprightBox[]): Band[] {
	const bands: Band[] = [];
	for (const { left, right } of [...boxes].sort((a, b) => a.left - b.left)) {
		const band = bands.at(-1);
		if (band && left < band.right - 2) band.right = Math.max(band.right, right);
		else bands.push({ left, right });
	}
	return bands;
}

function cellsOfRow(
	row: readonly UprightBox[],
	rowIndex: number,
	columns: readonly Band[],
): TableCell[] {
	const cells: TableCell[] = [];
	for (const box of row) {
		const covered = columns.flatMap((column, index) =>
			Math.min(column.right, box.right) > Math.max(column.left, box.left) ? [index] : [],
		);
		const column = covered[0] ?? columns.findIndex((band) => box.centreX < band.right);
		if (column < 0) continue;
		const last = cells.at(-1);
		if (last && column < last.column + last.colspan) {
			last.text += ` ${box.text}`;
		} else {
			const colspan = Math.max(1, covered.length);
			cells.push({ row: rowIndex, column, rowspan: 1, colspan, text: box.text });
		}
	}
	const taken = new Set(
		cells.flatMap(({ column, colspan }) => Array.from({ length: colspan }, (_, i) => column + i)),
	);
	const empty = [...columns.keys()]
		.filter((column) => !taken.has(column))
		.map((column) => ({ row: rowIndex, column, rowspan: 1, colspan: 1, text: '' }));
	return [...cells, ...empty].sort((a, b) => a.column - b.column);
}
