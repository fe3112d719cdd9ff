import { tableToHtml } from '../reading';
import { formatPiece, type Answer, type AnswerPiece } from './answer';
import { confidenceIn, type ConfidenceOf } from './confidence';
import type { Page } from './page';

/** The tables of a page as HTML; an empty fence when there is none, as a table made up would lie. */
export function tablesAnswer({ lines, tables }: Page): Answer {
	const confidenceOf = confidenceIn(lines);
	const html = tables.flatMap((table) => [
		...htmlPieces(tableToHtml(table), confidenceOf),
		formatPiece('\n'),
	]);
	return {
		pieces: [formatPiece('```html\n'), ...html, formatPiece('```')],
		note: tables.length === 0 ? 'there is no table on this picture' : undefined,
	};
}

/** HTML as pieces: each cell's text with the certainty of its lines, the tags as format. */
export function htmlPieces(html: string, confidenceOf: ConfidenceOf): AnswerPiece[] {
	const parts = html.split(/(<[^>]*>)/).filter((part) => part !== '');
	return parts.map((text) =>
		text.startsWith('<') || text.trim() === ''
			? formatPiece(text)
			: { text, confidence: confidenceOf(unescaped(text)) },
	);
}

function unescaped(text: string): string {
	return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
}
