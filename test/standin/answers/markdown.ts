import { tableToHtml, type DocumentBlock, type Table } from '../reading';
import { formatPiece, type AnswerPiece } from './answer';
import type { ConfidenceOf } from './confidence';
import { htmlPieces } from './tables';

/** A block of a page in Markdown; a table with merged cells, which Markdown has not, in HTML. */
export function markdownPieces(block: DocumentBlock, confidenceOf: ConfidenceOf): AnswerPiece[] {
	if (block.kind === 'table') {
		const merged = block.table.cells.some(({ rowspan, colspan }) => rowspan * colspan > 1);
		return merged
			? htmlPieces(tableToHtml(block.table), confidenceOf)
			: pipeTable(block.table, confidenceOf);
	}
	const text = { text: block.text, confidence: confidenceOf(block.text) };
	return block.kind === 'heading' ? [formatPiece('# '), text] : [text];
}

function pipeTable({ cells, rowCount, columnCount }: Table, confidenceOf: ConfidenceOf) {
	const rows = Array.from({ length: rowCount }, (_, row) => {
		const inRow = cells
			.filter((cell) => cell.row === row)
			.sort((first, second) => first.column - second.column);
		const pieces = inRow.flatMap(({ text }) => [
			{ text: text.replaceAll('|', '\\|'), confidence: text === '' ? 1 : confidenceOf(text) },
			formatPiece(' | '),
		]);
		return [formatPiece('| '), ...pieces.slice(0, -1), formatPiece(' |')];
	});
	const headRule = [formatPiece(`\n|${' --- |'.repeat(columnCount)}`)];
	return rows.flatMap((row, index) => {
		if (index === 0) return [...row, ...headRule];
		return [formatPiece('\n'), ...row];
	});
}
