import { readAnswerText } from '../results/answerText';
import { readTables } from '../results/tables';
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
	readResult: (answer) => {
		const text = readAnswerText(answer);
		const tables = readTables(text);
		const warnings = tables.length === 0 ? ['No table was found on the picture.'] : [];
		return { text, parts: { tables }, reasons: [], warnings };
	},
};
