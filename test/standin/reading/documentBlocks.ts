import { boundsOf, type Bounds } from './geometry';
import { readingRows } from './readingText';
import { outlineOnPicture } from './ruledTables';
import type { Polygon, ReadLine } from './shapes';
import type { Table } from './table';
import { uprightPage, type UprightBox } from './uprightPage';

/** A part of a page in reading order; `polygon` in whole pixels, clockwise from the top left as read. */
export type DocumentBlock =
	| { kind: 'heading' | 'paragraph'; text: string; polygon: Polygon }
	| { kind: 'table'; table: Table; polygon: Polygon };

/** Print this much higher than the page's usual line is a heading, if it is short. */
const HEADING_HEIGHT = 1.3;
const HEADING_HEIGHT_IN_ROW = 1.6;
const LONGEST_HEADING = 80;

/**
 * The page as headings, paragraphs and tables in reading order. Each row of text outside the tables
 * is a block of its own, except that rows of running text that follow closely are one paragraph.
 */
export function documentBlocks(
	lines: readonly ReadLine[],
	tables: readonly Table[],
): DocumentBlock[] {
	const { angle, boxes } = uprightPage(lines);
	const indexes = new Map(lines.map((line, index) => [line, index]));
	const usualHeight = median(lines.map((line) => line.thickness));
	const blocks: Array<Passage | Table> = [];
	for (const row of readingRows(lines)) {
		const rowBoxes = row.map((line) => boxes[indexes.get(line) ?? 0]);
		const isIn = (table: Table) => rowBoxes.some(({ index }) => table.lineIndexes.has(index));
		blocks.push(...tables.filter((table) => isIn(table) && !blocks.includes(table)));
		const outside = rowBoxes.filter(
			({ index }) => !tables.some((table) => table.lineIndexes.has(index)),
		);
		for (const passage of passagesOf(outside, usualHeight)) {
			const last = blocks.at(-1);
			if (last && 'text' in last && goesOn(last, passage)) {
				blocks[blocks.length - 1] = joined(last, passage);
			} else {
				blocks.push(passage);
			}
		}
	}
	return blocks.map((block) =>
		'text' in block
			? { kind: block.kind, text: block.text, polygon: outlineOnPicture(block, angle) }
			: { kind: 'table', table: block, polygon: block.polygon },
	);
}

interface Passage extends Bounds {
	kind: 'heading' | 'paragraph';
	text: string;
	height: number;
	/** One unbroken line a row, so that it can be running text. */
	isUnbroken: boolean;
}

/** A row's headings apart from its other text. */
function passagesOf(row: readonly UprightBox[], usualHeight: number): Passage[] {
	const least = usualHeight * (row.length === 1 ? HEADING_HEIGHT : HEADING_HEIGHT_IN_ROW);
	const isHeading = ({ height, text }: UprightBox) =>
		height >= least && text.length <= LONGEST_HEADING;
	const headings = row.filter(isHeading);
	const others = row.filter((box) => !isHeading(box));
	return [
		...(headings.length > 0 ? [passageOf(headings, 'heading')] : []),
		...(others.length > 0 ? [passageOf(others, 'paragraph')] : []),
	];
}

function passageOf(row: readonly UprightBox[], kind: Passage['kind']): Passage {
	const bounds = boundsOf(
		row.flatMap(({ left, right, top, bottom }) => [
			{ x: left, y: top },
			{ x: right, y: bottom },
		]),
	);
	return {
		...bounds,
		kind,
		text: row.map(({ text }) => text).join(' '),
		height: Math.max(...row.map(({ height }) => height)),
		isUnbroken: row.length === 1,
	};
}

/** The rows so far are wide, the next one follows closely, begins near their left and is no wider. */
function goesOn(passage: Passage, next: Passage): boolean {
	const gap = next.top - passage.bottom;
	return (
		passage.kind === 'paragraph' &&
		next.kind === 'paragraph' &&
		passage.isUnbroken &&
		next.isUnbroken &&
		passage.right - passage.left > 15 * passage.height &&
		gap < 0.6 * next.height &&
		gap > -next.height &&
		Math.abs(next.left - passage.left) < 2.5 * next.height &&
		next.right <= passage.right + 2 * next.height &&
		!beginsWithLabel(passage.text) &&
		!beginsWithLabel(next.text)
	);
}

function beginsWithLabel(text: string): boolean {
	return /^(?:\p{Lu}[^:：]{0,28}|[\u3400-\u9fff]{1,12})[:：]/u.test(text);
}

function joined(passage: Passage, next: Passage): Passage {
	const separator = /[\u3000-\u9fff\uff00-\uffef]$/.test(passage.text) ? '' : ' ';
	return {
		...passage,
		text: passage.text + separator + next.text,
		left: Math.min(passage.left, next.left),
		right: Math.max(passage.right, next.right),
		bottom: next.bottom,
	};
}

function median(values: readonly number[]): number {
	return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
