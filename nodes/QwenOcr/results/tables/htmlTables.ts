import { parseFragment } from '../../vendor/htmlParser';
import type { DefaultTreeAdapterTypes } from '../../vendor/htmlParser';
import { toTableMarkup } from './tableMarkup';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
type HtmlElement = DefaultTreeAdapterTypes.Element;

/** A cell as written, before merged cells are spread over the places that they cover. */
export interface HtmlCell {
	/** White space folded. */
	text: string;
	/** Written as `<th>` or inside of `<thead>`. */
	isHeader: boolean;
	/** Columns and rows that the cell asks for, 1 or more. */
	colspan: number;
	rowspan: number;
}

/** A table as written. */
export interface HtmlTable {
	caption: string;
	/** Rows of cells in the groups that `<thead>`, `<tbody>` and `<tfoot>` make; no cell reaches over one. */
	rowGroups: HtmlCell[][][];
	/** The table's part of the answer. */
	html: string;
}

/**
 * Finds the tables of an answer in their order. A table inside of a cell is text of that cell, unless the
 * outer table holds nothing else; rows without a `<table>` around them are a table too.
 */
export function findHtmlTables(html: string): HtmlTable[] {
	if (!TABLE_TAG.test(html)) {
		return outermostTables(`<table>${html}`).map((table) => toHtmlTable(table, html.trim()));
	}
	return outermostTables(html).map((table, index, tables) =>
		toHtmlTable(table, sourceOf(html, table, tables[index + 1])),
	);
}

const TABLE_TAG = /<table\b/i;

/** Tables with at least one cell. */
function outermostTables(html: string): HtmlElement[] {
	const tables: HtmlElement[] = [];
	walk(parseFragment(toTableMarkup(html)).childNodes, (node) => {
		if (!isTable(node) || isWrapper(node)) return 'enter';
		if (hasCell(node)) tables.push(node);
		return 'skip';
	});
	return tables;
}

/** Tells a table that only lays out other tables. */
function isWrapper(table: HtmlElement): boolean {
	let hasTable = false;
	let hasText = false;
	walk(table.childNodes, (node) => {
		hasText ||= textOf(node).trim() !== '';
		hasTable ||= isTable(node);
		if (hasText) return 'stop';
		return isTable(node) ? 'skip' : 'enter';
	});
	return hasTable && !hasText;
}

function hasCell(table: HtmlElement): boolean {
	return table.childNodes.some(
		(group) =>
			isRowGroup(group) &&
			group.childNodes.some((row) => isRow(row) && row.childNodes.some(isCell)),
	);
}

function toHtmlTable(table: HtmlElement, html: string): HtmlTable {
	return {
		caption: foldedText(table.childNodes.filter((node) => node.nodeName === 'caption')),
		rowGroups: table.childNodes.filter(isRowGroup).map((group) => {
			const inHead = group.tagName === 'thead';
			return group.childNodes.filter(isRow).map((row) => cellsOf(row, inHead));
		}),
		html,
	};
}

function cellsOf(row: HtmlElement, inHead: boolean): HtmlCell[] {
	return row.childNodes.filter(isCell).map((cell) => ({
		text: foldedText(cell.childNodes),
		isHeader: inHead || cell.tagName === 'th',
		colspan: spanOf(cell, 'colspan'),
		rowspan: spanOf(cell, 'rowspan'),
	}));
}

/** HTML takes no wider span than this; a wider one is a slip of the model. */
const MAX_SPAN = 1000;

function spanOf(cell: HtmlElement, name: 'colspan' | 'rowspan'): number {
	if (cell.attrs.length === 0) return 1;
	const span = Number.parseInt(attributeOf(cell, name) ?? '', 10);
	return span >= 1 ? Math.min(span, MAX_SPAN) : 1;
}

function foldedText(nodes: HtmlNode[]): string {
	const texts = nodes.every(isLeaf) ? nodes.map(textOf) : nestedTexts(nodes);
	return texts.join('').replace(/\s+/g, ' ').trim();
}

/** The texts of a cell with a table in it, whose cells stand apart. */
function nestedTexts(nodes: HtmlNode[]): string[] {
	const texts: string[] = [];
	walk(nodes, (node) => {
		texts.push(isLeaf(node) ? textOf(node) : ' ');
		return 'enter';
	});
	return texts;
}

/** Cuts a table out of the answer: from its tag to the tag that closes it, at most to the next table. */
function sourceOf(html: string, table: HtmlElement, next: HtmlElement | undefined): string {
	const source = html.slice(startOf(table), next && startOf(next));
	let depth = 0;
	for (const tag of source.matchAll(/<(\/?)table\b[^<>]*>?/gi)) {
		depth += tag[1] === '' ? 1 : -1;
		if (depth === 0) return source.slice(0, tag.index + tag[0].length);
	}
	return source.trimEnd();
}

function startOf(table: HtmlElement): number {
	return Number(attributeOf(table, 'data-start'));
}

/** Goes through nodes in the order of the document, without recursion: models nest without end. */
function walk(nodes: HtmlNode[], visit: (node: HtmlNode) => 'enter' | 'skip' | 'stop'): void {
	const waiting = [...nodes].reverse();
	for (let node = waiting.pop(); node; node = waiting.pop()) {
		const next = visit(node);
		if (next === 'stop') return;
		if (next === 'skip' || !('childNodes' in node)) continue;
		for (let index = node.childNodes.length - 1; index >= 0; index--) {
			waiting.push(node.childNodes[index]);
		}
	}
}

function isTable(node: HtmlNode): node is HtmlElement {
	return node.nodeName === 'table';
}

function isRowGroup(node: HtmlNode): node is HtmlElement {
	return node.nodeName === 'tbody' || node.nodeName === 'thead' || node.nodeName === 'tfoot';
}

function isRow(node: HtmlNode): node is HtmlElement {
	return node.nodeName === 'tr';
}

function isCell(node: HtmlNode): node is HtmlElement {
	return node.nodeName === 'td' || node.nodeName === 'th';
}

function isLeaf(node: HtmlNode): boolean {
	return !('childNodes' in node);
}

function textOf(node: HtmlNode): string {
	return node.nodeName === '#text' && 'value' in node ? node.value : '';
}

function attributeOf(element: HtmlElement, name: string): string | undefined {
	return element.attrs.find((attribute) => attribute.name === name)?.value;
}
