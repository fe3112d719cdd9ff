import { documentBlocks, type DocumentBlock } from '../reading';
import { formatPiece, type Answer, type Layout, type Question } from './answer';
import { confidenceIn } from './confidence';
import { latexPieces } from './latex';
import { markdownPieces } from './markdown';
import type { Page } from './page';

/**
 * The whole page in reading order: LaTeX in a fence from the qwen-vl-ocr models (recorded), Markdown
 * with `layouts` from qwen3.5-ocr (seen in live calls).
 */
export function documentAnswer({ lines, tables }: Page, { model }: Question): Answer {
	const blocks = documentBlocks(lines, tables);
	const confidenceOf = confidenceIn(lines);
	if (model.documentFormat === 'latex') {
		const body = blocks.flatMap((block) => [
			...latexPieces(block, confidenceOf),
			formatPiece('\n\n'),
		]);
		return { pieces: [formatPiece('```latex\n'), ...body.slice(0, -1), formatPiece('\n```')] };
	}
	const written = blocks.map((block) => markdownPieces(block, confidenceOf));
	return {
		pieces: written.flatMap((pieces, index) =>
			index === 0 ? pieces : [formatPiece('\n\n'), ...pieces],
		),
		ocrResult: {
			layouts: blocks.map((block, index) => {
				const markdown = written[index].map(({ text }) => text).join('');
				return layout(block, markdown);
			}),
		},
	};
}

const LAYOUT_TYPES = { heading: 'title', paragraph: 'text', table: 'table' } as const;

function layout(block: DocumentBlock, markdown: string): Layout {
	return {
		pageNum: 0,
		type: LAYOUT_TYPES[block.kind],
		text: block.kind === 'table' ? markdown : block.text,
		pos: block.polygon.map(({ x, y }) => ({ x, y })),
		blocks: passages(block).map((text) => ({ text })),
		markdownContent: markdown,
	};
}

function passages(block: DocumentBlock): string[] {
	return block.kind === 'table' ? block.table.cells.map(({ text }) => text) : [block.text];
}
