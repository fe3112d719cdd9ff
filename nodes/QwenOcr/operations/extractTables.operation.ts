import { readAnswerText } from '../results/answerText';
import type { Result } from '../results/result';
import { continueTables, numberReader, readTables, typedTable } from '../results/tables';
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
		const continued = values.headerRow === 'auto' ? withContinued(result) : result;
		if (!values.convertNumbers) return continued;
		const { tables = [] } = continued.parts;
		const texts = tables.flatMap(({ rows }) => rows.flat().map(String));
		const readNumber = numberReader(texts, values.rules);
		const typed = tables.map((table) => typedTable(table, readNumber));
		return { ...continued, parts: { ...continued.parts, tables: typed } };
	},
};

function withContinued(result: Result): Result {
	const { tables, warnings } = continueTables(result.parts.tables ?? []);
	if (warnings.length === 0) return result;
	return {
		...result,
		parts: { ...result.parts, tables },
		warnings: [...result.warnings, ...warnings],
	};
}
