import type { UprightBox } from './uprightPage';
import type { Polygon } from './shapes';

/** A cell at its first row and column, counted from 0. */
export interface TableCell {
	row: number;
	column: number;
	rowspan: number;
	colspan: number;
	/** '' for an empty cell. */
	text: string;
}

export interface Table {
	rowCount: number;
	columnCount: number;
	/** Row by row, each row from left to right; the spans cover the grid without overlap. */
	cells: TableCell[];
	/** The lines that stand in the table, by their place in the list that was read. */
	lineIndexes: ReadonlySet<number>;
	/** Its outline on the picture, whole pixels, clockwise from the top left as read. */
	polygon: Polygon;
}

/** The table row by row as text, a merged cell's text repeated in each place it covers. */
export function tableGrid(table: Table): string[][] {
	const grid = Array.from({ length: table.rowCount }, () =>
		Array.from({ length: table.columnCount }, () => ''),
	);
	for (const { row, column, rowspan, colspan, text } of table.cells) {
		for (let down = row; down < row + rowspan; down++) {
			for (let along = column; along < column + colspan; along++) grid[down][along] = text;
		}
	}
	return grid;
}

/** The text of some boxes in one cell: its lines from the top, each from the left. */
export function cellText(boxes: readonly UprightBox[]): string {
	return [...boxes]
		.sort((a, b) =>
			Math.abs(a.centreY - b.centreY) < 0.5 * a.height ? a.left - b.left : a.centreY - b.centreY,
		)
		.map((box) => box.text)
		.join(' ');
}
