import type { ResultSchema } from '../dashscope/resultSchema';
import type { Field } from './field';
import { schemaFrom } from './schemaHints';

/**
 * The service's result_schema for a field list, its keys in the order of the fields. A hint is the
 * description and, in brackets, in which form the value is wanted: as printed, as the service's
 * prompt demands ("What You See Is What You Get"); the types are ours to read.
 */
export function toResultSchema(fields: readonly Field[]): ResultSchema {
	return schemaFrom(fields.map((field) => ({ path: field.path, hint: hintFor(field) })));
}

function hintFor(field: Field): string {
	const form = formOf(field);
	if (form === '' || field.description === '') return `${field.description}${form}`;
	return `${field.description} (${form})`;
}

function formOf({ type, choices = [] }: Field): string {
	switch (type) {
		case 'number':
			return 'number as printed';
		case 'amount':
			return 'amount as printed, with currency';
		case 'date':
			return 'date as printed';
		case 'dateTime':
			return 'date and time as printed';
		case 'boolean':
			return 'yes or no';
		case 'choice':
			return `one of: ${choices.join(', ')}`;
		case 'text':
			return '';
	}
}
