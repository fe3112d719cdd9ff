import type { HtmlCell } from './htmlTables';

/** A cell on the grid. A merged cell is the same object in every place that it covers. */
export interface GridCell {
	text: string;
	isHeader: boolean;
}

/** Stands where a row has no cell. */
export const NO_CELL: GridCell = { text: '', isHeader: false };

/** No printed table is wider; what stands beyond is left to the table's HTML. */
const MAX_COLUMNS = 1000;
/** No answer of the service has room for more; hostile spans would fill the memory. */
const MAX_PLACES = 200_000;

/**
 * Lays the cells of a table out on a grid, as a browser would: a merged cell stands in every place that it
 * covers, short rows are filled up, and columns in which no cell begins are left out (they only come from
 * a span that is too wide). Gives rows of equal length, at most 1,000 columns and 200,000 places.
 */
export function layOut(rowGroups: HtmlCell[][][]): GridCell[][] {
	const beginnings = new Set<number>();
	const places = { left: MAX_PLACES };
	const rows = rowGroups.flatMap((group) => layOutGroup(group, beginnings, places));
	const columns = [...beginnings].sort((a, b) => a - b);
	if (columns.length === 0) return [];
	return rows
		.slice(0, Math.floor(MAX_PLACES / columns.length))
		.map((row) => columns.map((column) => row[column] ?? NO_CELL));
}

function layOutGroup(
	group: HtmlCell[][],
	beginnings: Set<number>,
	places: { left: number },
): Array<Array<GridCell | undefined>> {
	const grid: Array<Array<GridCell | undefined>> = group.map(() => []);
	group.forEach((cells, top) => {
		let column = 0;
		for (const cell of cells) {
			while (grid[top][column]) column++;
			if (column >= MAX_COLUMNS) return;
			beginnings.add(column);
			let right = Math.min(column + cell.colspan, MAX_COLUMNS);
			let bottom = Math.min(top + cell.rowspan, group.length);
			if ((right - column) * (bottom - top) > places.left) {
				right = column + 1;
				bottom = top + 1;
			}
			places.left -= (right - column) * (bottom - top);
			for (let row = top; row < bottom; row++) {
				// A place that is taken keeps its cell.
				for (let place = column; place < right; place++) grid[row][place] ??= cell;
			}
			column = right;
		}
	});
	return grid;
}
