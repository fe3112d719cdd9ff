import { boundsOf } from './geometry';
import { readingRows } from './readingText';
import { outlineOnPicture } from './ruledTables';
import type { Polygon, ReadLine } from './shapes';
import type { Table } from './table';
import { uprightPage } from './uprightPage';

/** A part of a page in reading order; `polygon` in whole pixels, clockwise from the top left as read. */
export type DocumentBlock =
	| { kind: 'heading' | 'paragraph'; text: string; polygon: Polygon }
	| { kind: 'table'; table: Table; polygon: Polygon };

/** Print this much higher than the page's usual line is a heading, if it is short. */
const HEADING_HEIGHT = 1.3;
const LONGEST_HEADING = 80;

/**
 * The page as headings, paragraphs and tables in reading order. Each row of text outside the tables
 * is a block; rows of running text that follow closely, level on the left, become one paragraph.
 */
export function documentBlocks(
	lines: readonly ReadLine[],
	tables: readonly Table[],
): DocumentBlock[] {
	const { angle, boxes } = uprightPage(lines);
	const indexes = new Map(lines.map((line, index) => [line, index]));
	const usual = usualHeight(lines);
	const blocks: DocumentBlock[] = [];
	const shown = new Set<Table>();
	let last: RowPlace | undefined;
	for (const row of readingRows(lines)) {
		const rowIndexes = row.map((line) => indexes.get(line) ?? -1);
		for (const table of tables) {
			if (shown.has(table) || !rowIndexes.some((index) => table.lineIndexes.has(index))) continue;
			shown.add(table);
			blocks.push({ kind: 'table', table, polygon: table.polygon });
			last = undefined;
		}
		const outside = rowIndexes.filter(
			(index) => !tables.some(({ lineIndexes }) => lineIndexes.has(index)),
		);
		if (outside.length === 0) continue;
		const parts = outside.map((index) => boxes[index]);
		const place = boundsOf(
			parts.flatMap(({ left, right, top, bottom }) => [
				{ x: left, y: top },
				{ x: right, y: bottom },
			]),
		);
		const text = parts.map((part) => part.text).join(' ');
		const height = Math.max(...parts.map((part) => part.height));
		const kind =
			height >= HEADING_HEIGHT * usual && text.length <= LONGEST_HEADING ? 'heading' : 'paragraph';
		const current: RowPlace = {
			...place,
			height,
			isWhole: parts.length === 1 && kind === 'paragraph',
		};
		const block = blocks.at(-1);
		if (block && block.kind === 'paragraph' && last && goesOn(last, current)) {
			const whole = {
				left: Math.min(last.left, place.left),
				right: Math.max(last.right, place.right),
				top: last.top,
				bottom: place.bottom,
			};
			block.text += (/[\u3000-\u9fff\uff00-\uffef]$/.test(block.text) ? '' : ' ') + text;
			block.polygon = outlineOnPicture(whole, angle);
			last = { ...current, ...whole, lastTop: place.top };
		} else {
			blocks.push({ kind, text, polygon: outlineOnPicture(place, angle) });
			last = current;
		}
	}
	return blocks;
}

interface RowPlace {
	left: number;
	right: number;
	top: number;
	bottom: number;
	height: number;
	isWhole: boolean;
	lastTop?: number;
}

/** Running text: the row before was full (as wide as this one or wider), and this one follows closely. */
function goesOn(before: RowPlace, row: RowPlace): boolean {
	const isLong = before.right - before.left > 15 * before.height;
	const gap = row.top - before.bottom;
	return (
		before.isWhole &&
		row.isWhole &&
		isLong &&
		gap < 0.6 * row.height &&
		gap > -row.height &&
		Math.abs(row.left - before.left) < 2.5 * row.height &&
		row.right <= before.right + 2 * row.height
	);
}

function usualHeight(lines: readonly ReadLine[]): number {
	const heights = lines.map((line) => line.thickness).sort((a, b) => a - b);
	return heights[heights.length >> 1] ?? 0;
}
