import { parseFragment } from '../vendor/htmlParser';
import type { DefaultTreeAdapterTypes } from '../vendor/htmlParser';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;

/** One table: its first row as headers, the other rows as texts, merged cells repeated. */
export interface Table {
	headers: string[];
	rows: string[][];
	html: string;
}

/** A span wider than this is a slip of the model, not a table. */
const MAX_SPAN = 200;
const MAX_CELLS = 200_000;

/** Reads every table of a table_parsing answer (HTML without its code fence). */
export function readTables(html: string): Table[] {
	const fragment = parseFragment(html, { sourceCodeLocationInfo: true });
	return findElements(fragment.childNodes, 'table').map((table) => readTable(table, html));
}

function readTable(table: HtmlElement, source: string): Table {
	const grid = toGrid(findElements(table.childNodes, 'tr'));
	const width = Math.max(0, ...grid.map((row) => row.length));
	const rows = grid.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? ''));
	return { headers: rows[0] ?? [], rows: rows.slice(1), html: sourceOf(table, source) };
}

/** The table as the service wrote it. */
function sourceOf({ sourceCodeLocation }: HtmlElement, source: string): string {
	return source.slice(sourceCodeLocation?.startOffset, sourceCodeLocation?.endOffset);
}

/** Lays the cells out on a grid: a merged cell stands in every place that it covers. */
function toGrid(rows: HtmlElement[]): string[][] {
	const grid: string[][] = rows.map(() => []);
	let cells = 0;
	rows.forEach((row, top) => {
		let column = 0;
		for (const cell of row.childNodes.filter(isCell)) {
			while (grid[top][column] !== undefined) column++;
			const text = textOf(cell);
			const width = span(cell, 'colspan');
			const height = Math.min(span(cell, 'rowspan'), rows.length - top);
			cells += width * height;
			if (cells > MAX_CELLS) return;
			for (let y = top; y < top + height; y++) {
				for (let x = column; x < column + width; x++) grid[y][x] = text;
			}
			column += width;
		}
	});
	return grid;
}

function span(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
	const value = Number(cell.attrs.find((attribute) => attribute.name === name)?.value ?? 1);
	return Number.isInteger(value) && value >= 1 ? Math.min(value, MAX_SPAN) : 1;
}

function isElement(node: HtmlNode): node is HtmlElement {
	return 'tagName' in node;
}

function isCell(node: HtmlNode): node is HtmlElement {
	return isElement(node) && (node.tagName === 'td' || node.tagName === 'th');
}

/** Finds elements by name, the outermost only: a table inside a cell belongs to its cell. */
function findElements(nodes: HtmlNode[], tagName: string): HtmlElement[] {
	const found: HtmlElement[] = [];
	const waiting = [...nodes].reverse();
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (!isElement(node)) continue;
		if (node.tagName === tagName) found.push(node);
		else waiting.push(...[...node.childNodes].reverse());
	}
	return found;
}

/** The text of a cell with white space folded; a `<br>` or a block inside becomes a space. */
function textOf(cell: HtmlElement): string {
	const texts: string[] = [];
	const waiting: HtmlNode[] = [...cell.childNodes].reverse();
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		if (node.nodeName === '#text' && 'value' in node) texts.push(node.value);
		else if (isElement(node)) {
			if (!INLINE.has(node.tagName)) texts.push(' ');
			waiting.push(...[...node.childNodes].reverse());
		}
	}
	return texts.join('').replace(/\s+/g, ' ').trim();
}

const INLINE = new Set(['a', 'b', 'em', 'i', 's', 'small', 'span', 'strong', 'sub', 'sup', 'u']);
