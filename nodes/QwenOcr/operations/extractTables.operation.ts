import { readAnswerText } from '../results/answerText';
import { numberReader, readTables, typedTable } from '../results/tables';
import type { Operation } from './operation';

/** Tables of a picture as headers and rows. */
export const extractTables: Operation = {
	option: {
		name: 'Extract Tables',
		value: 'extractTables',
		action: 'Extract tables',
		description: 'Read the tables of a picture as headers, rows and HTML',
	},
	task: 'table_parsing',
	properties: [],
	readResult: (answer, { values }) => {
		const text = readAnswerText(answer);
		const tables = readTables(text, values.headerRow);
		const warnings = tables.length === 0 ? ['No table was found on the picture.'] : [];
		return { text, parts: { tables }, reasons: [], warnings };
	},
	finishResult: (result, { values }) => {
		const { tables = [] } = result.parts;
		if (!values.convertNumbers) return result;
		const texts = tables.flatMap(({ rows }) => rows.flat().map(String));
		const readNumber = numberReader(texts, values.rules);
		const typed = tables.map((table) => typedTable(table, readNumber));
		return { ...result, parts: { ...result.parts, tables: typed } };
	},
};
