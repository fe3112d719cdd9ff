import { extractAllFields, extractFields } from '../reading';
import type { Answer, AnswerPiece, Question } from './answer';
import { formatPiece } from './answer';
import { confidenceIn, type ConfidenceOf } from './confidence';
import type { Page } from './page';

/** The fields of a page by the schema, or all of them; what is not on the page is `null`. */
export function fieldsAnswer({ lines, tables }: Page, { schema }: Question): Answer {
	const fields = schema ? extractFields(lines, schema, tables) : extractAllFields(lines);
	const json = jsonPieces(fields, '', confidenceIn(lines));
	return {
		pieces: [formatPiece('```json\n'), ...json, formatPiece('\n```')],
		ocrResult: { kv_result: fields },
	};
}

const INDENT = '    ';

/** JSON with an indent of four spaces, as recorded; each value keeps the certainty of its line. */
function jsonPieces(value: unknown, indent: string, confidenceOf: ConfidenceOf): AnswerPiece[] {
	if (typeof value === 'string') {
		return [{ text: JSON.stringify(value), confidence: confidenceOf(value) }];
	}
	if (typeof value !== 'object' || value === null) return [formatPiece(JSON.stringify(value))];
	const inner = indent + INDENT;
	const members = Object.entries(value);
	const [open, close] = Array.isArray(value) ? '[]' : '{}';
	if (members.length === 0) return [formatPiece(open + close)];
	const parts = members.flatMap(([name, member], index) => {
		const start = `${index === 0 ? '' : ','}\n${inner}`;
		const label = Array.isArray(value) ? start : `${start}${JSON.stringify(name)}: `;
		return [formatPiece(label), ...jsonPieces(member, inner, confidenceOf)];
	});
	return [formatPiece(open), ...parts, formatPiece(`\n${indent}${close}`)];
}
