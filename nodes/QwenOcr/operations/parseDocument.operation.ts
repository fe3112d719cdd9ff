import { findModel } from '../dashscope/models';
import { readLayoutLines } from '../results/layouts';
import { readDocument } from '../results/markup';
import type { Operation } from './operation';

/** A page with its headings, tables and formulas. */
export const parseDocument: Operation = {
	option: {
		name: 'Parse Document',
		value: 'parseDocument',
		action: 'Parse a document',
		description:
			'Read a page with its headings, tables and formulas: as Markdown with qwen3.5-ocr, as LaTeX with the other models',
	},
	task: 'document_parsing',
	properties: [],
	readResult: (answer, { model }) => {
		const result = readDocument(answer, findModel(model)?.documentMarkup);
		if (!answer.layouts) return result;
		const { lines, warnings } = readLayoutLines(answer.layouts);
		return {
			...result,
			parts: { ...result.parts, lines },
			warnings: [...result.warnings, ...warnings],
		};
	},
};
