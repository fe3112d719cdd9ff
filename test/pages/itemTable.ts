import type { Sheet } from './sheet';
import type { Theme } from './theme';

export interface TableCell {
	text: string;
	colspan: number;
	rowspan: number;
}

export type TableRow = TableCell[];

export interface TableColumn {
	head: string;
	align: 'left' | 'right';
	cells: readonly string[];
}

/** Full grid; rules between rows only; a rule under the head; tinted head and no rules. */
export type Ruling = 'grid' | 'rows' | 'head' | 'none';

export interface TablePlace {
	/** Left edge in pixels. */
	x: number;
	/** Top edge in pixels. */
	y: number;
	/** Pixels. */
	width: number;
	ruling: Ruling;
	/** Rows under the items: a label over all columns but the last, and an amount. */
	sums?: ReadonlyArray<{ label: string; value: string }>;
}

/** A cell over one column and one row. */
export function cell(text: string, colspan = 1): TableCell {
	return { text, colspan, rowspan: 1 };
}

/**
 * Prints a table whose spare width goes to the widest column. Gives its rows and its bottom edge in
 * pixels.
 */
export function drawTable(
	sheet: Sheet,
	theme: Theme,
	columns: readonly TableColumn[],
	place: TablePlace,
) {
	const { x, y, width, ruling, sums = [] } = place;
	const padding = theme.body.size * 0.6;
	const rowHeight = theme.lineHeight * (ruling === 'grid' ? 1.25 : 1.15);
	const edges = columnEdges(sheet, theme, columns, place, padding);
	const itemCount = columns[0].cells.length;
	const rowCount = 1 + itemCount + sums.length;
	const baselineOf = (row: number) => y + (row + 0.5) * rowHeight + theme.body.size * 0.35;

	if (ruling !== 'head') sheet.box(x, y, width, rowHeight, { fill: theme.tint });
	columns.forEach(({ head, align, cells }, column) => {
		const textX = align === 'left' ? edges[column] + padding : edges[column + 1] - padding;
		sheet.text(theme.above(head), textX, baselineOf(0), theme.strong, align);
		cells.forEach((text, index) => {
			sheet.text(text, textX, baselineOf(index + 1), theme.body, align);
		});
	});
	sums.forEach(({ label, value }, index) => {
		const baseline = baselineOf(1 + itemCount + index);
		const style = index === sums.length - 1 ? theme.strong : theme.body;
		sheet.text(label, edges[edges.length - 2] - padding, baseline, style, 'right');
		sheet.text(value, x + width - padding, baseline, style, 'right');
	});
	drawRules(sheet, ruling, { edges, y, rowHeight, rowCount, sumCount: sums.length });

	const rows: TableRow[] = [
		columns.map(({ head }) => cell(theme.above(head))),
		...Array.from({ length: itemCount }, (_, index) =>
			columns.map(({ cells }) => cell(cells[index])),
		),
		...sums.map(({ label, value }) => [cell(label, columns.length - 1), cell(value)]),
	];
	return { rows, bottom: y + rowCount * rowHeight };
}

function columnEdges(
	sheet: Sheet,
	theme: Theme,
	columns: readonly TableColumn[],
	place: TablePlace,
	padding: number,
) {
	const needed = columns.map(({ head, cells }) => {
		const texts = [theme.above(head), ...cells];
		return Math.max(...texts.map((text) => sheet.measure(text, theme.strong))) + 2 * padding;
	});
	const last = columns.length - 1;
	for (const { value } of place.sums ?? []) {
		needed[last] = Math.max(needed[last], sheet.measure(value, theme.strong) + 2 * padding);
	}
	const total = needed.reduce((sum, columnWidth) => sum + columnWidth, 0);
	const spare = place.width - total;
	const widest = needed.indexOf(Math.max(...needed));
	const edges = [place.x];
	needed.forEach((columnWidth, column) => {
		// Half of the spare width goes to the names, the rest evenly: numbers want some air too.
		const share = spare / 2 / columns.length + (column === widest ? spare / 2 : 0);
		edges.push(edges[column] + columnWidth + share);
	});
	return edges;
}

function drawRules(
	sheet: Sheet,
	ruling: Ruling,
	grid: { edges: number[]; y: number; rowHeight: number; rowCount: number; sumCount: number },
) {
	const { edges, y, rowHeight, rowCount, sumCount } = grid;
	const left = edges[0];
	const right = edges[edges.length - 1];
	const bottom = y + rowCount * rowHeight;
	const rule = (row: number) => {
		sheet.line(left, y + row * rowHeight, right, y + row * rowHeight);
	};
	if (ruling === 'head') {
		rule(1);
		rule(rowCount - sumCount);
	}
	if (ruling === 'rows' || ruling === 'grid') {
		for (let row = 0; row <= rowCount; row++) rule(row);
	}
	if (ruling !== 'grid') return;
	edges.forEach((x, index) => {
		const overSums = index === 0 || index >= edges.length - 2;
		sheet.line(x, y, x, overSums ? bottom : bottom - sumCount * rowHeight);
	});
}
