import type { DocumentBlock, Table, TableCell } from '../reading';
import { formatPiece, type AnswerPiece } from './answer';
import type { ConfidenceOf } from './confidence';

/** A block of a page in LaTeX; headings carry their printed numbers, so the sections have none. */
export function latexPieces(block: DocumentBlock, confidenceOf: ConfidenceOf): AnswerPiece[] {
	if (block.kind === 'table') return tabularPieces(block.table, confidenceOf);
	const text = { text: escapeLatex(block.text), confidence: confidenceOf(block.text) };
	if (block.kind === 'paragraph') return [text];
	return [formatPiece('\\section*{'), text, formatPiece('}')];
}

const SPECIAL: Record<string, string> = {
	'\\': '\\textbackslash{}',
	'~': '\\textasciitilde{}',
	'^': '\\textasciicircum{}',
	'<': '\\textless{}',
	'>': '\\textgreater{}',
	'|': '\\textbar{}',
};

/** A plain text so that LaTeX prints it as it is. */
export function escapeLatex(text: string): string {
	return text.replace(/[\\~^<>|&%$#_{}]/g, (character) => SPECIAL[character] ?? `\\${character}`);
}

function tabularPieces(table: Table, confidenceOf: ConfidenceOf): AnswerPiece[] {
	const columns = '|l'.repeat(table.columnCount);
	const rows = Array.from({ length: table.rowCount }, (_, row) => [
		...rowPieces(table, row, confidenceOf),
		formatPiece(` \\\\\n${ruleBelow(table, row)}\n`),
	]);
	return [
		formatPiece(`\\begin{tabular}{${columns}|}\n\\hline\n`),
		...rows.flat(),
		formatPiece('\\end{tabular}'),
	];
}

/** Below the first row of a cell over several rows its place is left empty, as multirow wants it. */
function rowPieces(table: Table, row: number, confidenceOf: ConfidenceOf): AnswerPiece[] {
	const cells = table.cells
		.filter((cell) => cell.row <= row && row < cell.row + cell.rowspan)
		.sort((first, second) => first.column - second.column);
	return cells.flatMap((cell, index) => {
		const pieces = cellPieces(cell, cell.row === row, confidenceOf);
		return index === 0 ? pieces : [formatPiece(' & '), ...pieces];
	});
}

function cellPieces(
	{ colspan, rowspan, text }: TableCell,
	isFirstRow: boolean,
	confidenceOf: ConfidenceOf,
): AnswerPiece[] {
	const hasText = isFirstRow && text !== '';
	const content = hasText ? [{ text: escapeLatex(text), confidence: confidenceOf(text) }] : [];
	const tall = rowspan > 1 && isFirstRow ? wrap(`\\multirow{${rowspan}}{*}{`, content) : content;
	return colspan > 1 ? wrap(`\\multicolumn{${colspan}}{|l|}{`, tall) : tall;
}

function wrap(start: string, content: AnswerPiece[]): AnswerPiece[] {
	return [formatPiece(start), ...content, formatPiece('}')];
}

/** A rule under the whole row, or under the columns whose cells end there. */
function ruleBelow({ cells, columnCount }: Table, row: number): string {
	const goOn = cells.filter((cell) => cell.row <= row && row + 1 < cell.row + cell.rowspan);
	if (goOn.length === 0) return '\\hline';
	const isCovered = (column: number) =>
		goOn.some((cell) => cell.column <= column && column < cell.column + cell.colspan);
	return Array.from({ length: columnCount }, (_, column) => column)
		.filter((column) => !isCovered(column))
		.map((column) => `\\cline{${column + 1}-${column + 1}}`)
		.join(' ');
}
