import { readFields } from '../results/fields/readFields';
import { reviewFields } from '../results/fields/reviewFields';
import { fieldSourceFields, readFieldSource } from './fieldSource';
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
	properties: fieldSourceFields,
	readRequest: readFieldSource,
	readResult: (answer, { request }) => readFields(answer, request.resultSchema),
	finishResult: (result, { request, values }) => reviewFields(result, request.fields ?? [], values),
};
