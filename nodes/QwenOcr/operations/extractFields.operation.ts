import { readResultSchema } from '../dashscope/resultSchema';
import { readChoice } from '../parameters/readOption';
import { readFields } from '../results/fields';
import type { Operation } from './operation';

/** Named values, such as the number and the total of an invoice. */
export const extractFields: Operation = {
	option: {
		name: 'Extract Fields',
		value: 'extractFields',
		action: 'Extract fields',
		description: 'Read named values, such as number, date and total of an invoice or receipt',
	},
	task: 'key_information_extraction',
	properties: [
		{
			displayName: 'Fields',
			name: 'schemaSource',
			type: 'options',
			options: [
				{
					name: 'All Fields Found',
					value: 'auto',
					description: 'Every label with its value, named as printed',
				},
				{
					name: 'By Schema (JSON)',
					value: 'json',
					description: 'The fields of a result schema that you enter',
				},
			],
			default: 'auto',
			description: 'Which values to read',
		},
		{
			displayName: 'Result Schema',
			name: 'resultSchema',
			type: 'json',
			typeOptions: { rows: 8 },
			default:
				'{\n\t"invoice_number": "",\n\t"invoice_date": "",\n\t"total": "amount to pay, with tax"\n}',
			required: true,
			description:
				'A JSON object with the name of each field and a hint, or an empty text, as its value. Objects may be nested up to three levels; a list holds one template: [{"description": "", "amount": ""}].',
			displayOptions: { show: { schemaSource: ['json'] } },
		},
	],
	readRequest: (read) => {
		const schemaSource = readChoice(read('schemaSource'), 'Fields', ['auto', 'json']);
		return schemaSource === 'json' ? { resultSchema: readResultSchema(read('resultSchema')) } : {};
	},
	readResult: (answer, { request }) => readFields(answer, request.resultSchema),
};
