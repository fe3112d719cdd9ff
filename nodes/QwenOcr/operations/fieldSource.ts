import type { INodeProperties } from 'n8n-workflow';
import { readResultSchema } from '../dashscope/resultSchema';
import { Fault } from '../fault';
import { readFieldList } from '../fieldLists/readFieldList';
import { readTypedSchema } from '../fieldLists/readTypedSchema';
import { toResultSchema } from '../fieldLists/toResultSchema';
import type { ReadParameter } from '../parameters/itemSettings';
import { readChoice, readText } from '../parameters/readOption';
import { formatCheckOf } from '../results/checks';
import { describeTemplate, templates } from '../templates';
import { fieldListField } from './fieldListField';
import type { OperationRequest } from './operation';

/** Which values to read: all, an own list, a schema, or a template. */
export const fieldSourceFields: INodeProperties[] = [
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
				name: 'By List',
				value: 'fields',
				description: 'The fields that you list, with types and checks',
			},
			{
				name: 'By Schema (JSON)',
				value: 'json',
				description: 'The fields of a result schema that you enter',
			},
			{
				name: 'By Template',
				value: 'template',
				description: 'The fields of a kind of document, such as an invoice or ID card',
			},
		],
		default: 'auto',
		description: 'Which values to read',
	},
	{
		displayName: 'Template',
		name: 'template',
		type: 'options',
		options: templates.map((template) => ({
			name: template.name,
			value: template.value,
			description: `${template.description}. ${describeTemplate(template)}.`,
		})),
		default: 'invoice',
		description: 'The kind of document; each has its own fields, types and checks',
		displayOptions: { show: { schemaSource: ['template'] } },
	},
	fieldListField,
	{
		displayName: 'Result Schema',
		name: 'resultSchema',
		type: 'json',
		typeOptions: { rows: 8 },
		default:
			'{\n\t"invoice_number": "",\n\t"invoice_date": "Date of issue {date}",\n\t"total": "Amount to pay, with tax {amount, required}"\n}',
		required: true,
		description:
			'A JSON object with the name of each field and a hint, or an empty text, as its value. Objects may be nested up to three levels; a list holds one template: [{"description": "", "amount": "{amount}"}]. A hint may end in a type: {date}, {amount, required}, {iban}.',
		displayOptions: { show: { schemaSource: ['json'] } },
	},
];

/**
 * Reads what the fields above ask for: the schema that is sent, and the field list that types and
 * checks its answer.
 * @throws Fault for a list, schema or template that cannot be used
 */
export function readFieldSource(read: ReadParameter): OperationRequest {
	const request = readSource(read);
	// A pattern that cannot be used must show before anything is paid.
	for (const field of request.fields ?? []) formatCheckOf(field);
	return request;
}

function readSource(read: ReadParameter): OperationRequest {
	const source = readChoice(read('schemaSource'), 'Fields', ['auto', 'fields', 'json', 'template']);
	switch (source) {
		case 'auto':
			return {};
		case 'json': {
			const { schema, fields } = readTypedSchema(readResultSchema(read('resultSchema')));
			return { resultSchema: schema, fields };
		}
		case 'fields': {
			const fields = readFieldList(read('fields'));
			return { resultSchema: toResultSchema(fields), fields };
		}
		case 'template': {
			const { fields } = findTemplate(read('template'));
			return { resultSchema: toResultSchema(fields), fields };
		}
	}
}

function findTemplate(value: unknown) {
	const name = readText(value, 'Template') ?? '';
	const found = templates.find((template) => template.value === name);
	if (found) return found;
	throw new Fault(
		'invalid_option',
		`There is no template '${name}'`,
		'Choose one in Template, or check its expression.',
	);
}
