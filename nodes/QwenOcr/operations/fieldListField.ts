import type { INodeProperties } from 'n8n-workflow';
import { FORMATS } from '../results/checks';

/** The parts of a row, in the order in which a person thinks of them. */
const name: INodeProperties = {
	displayName: 'Name',
	name: 'name',
	type: 'string',
	default: '',
	required: true,
	placeholder: 'e.g. seller.name, lineItems[].amount',
	description:
		'Name in the item. Dots make groups, [] makes a list whose elements have the fields behind it.',
};

const type: INodeProperties = {
	displayName: 'Type',
	name: 'type',
	type: 'options',
	options: [
		{ name: 'Amount', value: 'amount', description: 'A number, its currency beside it' },
		{ name: 'Choice', value: 'choice', description: 'One of the values in Choices' },
		{ name: 'Date', value: 'date', description: 'As 2026-11-14' },
		{ name: 'Date & Time', value: 'dateTime', description: 'As 2026-11-14T11:46' },
		{ name: 'Number', value: 'number' },
		{ name: 'Text', value: 'text', description: 'As printed' },
		{ name: 'Yes or No', value: 'boolean', description: 'As true or false' },
	],
	default: 'text',
	description: 'What the printed value becomes',
};

const choices: INodeProperties = {
	displayName: 'Choices',
	name: 'choices',
	type: 'string',
	default: '',
	placeholder: 'e.g. Cash, Card, Transfer',
	description: 'The values that may stand there, with commas between them',
	displayOptions: { show: { type: ['choice'] } },
};

const hint: INodeProperties = {
	displayName: 'Description',
	name: 'description',
	type: 'string',
	default: '',
	placeholder: 'e.g. Invoice No., at the top right',
	description: 'Hint for the model: the printed label, or where the value stands',
};

const required: INodeProperties = {
	displayName: 'Required',
	name: 'required',
	type: 'boolean',
	default: false,
	description: 'Whether a document without this value needs review',
};

const list: INodeProperties = {
	displayName: 'List',
	name: 'isList',
	type: 'boolean',
	default: false,
	description: 'Whether the document may have several of these values',
};

const format: INodeProperties = {
	displayName: 'Format Check',
	name: 'format',
	type: 'options',
	options: [
		...FORMATS.map(({ value, name, description }) => ({ value, name, description })),
		{ name: 'None', value: 'none', description: 'No check' },
	].sort((one, other) => one.name.localeCompare(other.name, 'en')),
	default: 'none',
	description: 'A value that does not pass is kept and needs review',
};

const pattern: INodeProperties = {
	displayName: 'Pattern',
	name: 'pattern',
	type: 'string',
	default: '',
	placeholder: 'e.g. ^INV-\\d{6}$',
	description: 'Regular expression that the printed value must match',
	displayOptions: { show: { format: ['pattern'] } },
};

/** The field list: a row for each value to read. */
export const fieldListField: INodeProperties = {
	displayName: 'Field List',
	name: 'fields',
	type: 'fixedCollection',
	typeOptions: {
		multipleValues: true,
		multipleValueButtonText: 'Add Field',
		sortable: true,
		fixedCollection: { itemTitle: '={{ $collection.item.value.name }}' },
	},
	placeholder: 'Add Field',
	default: {},
	description: 'The values to read, each with its type and its checks',
	displayOptions: { show: { schemaSource: ['fields'] } },
	options: [
		{
			displayName: 'Field',
			name: 'field',
			values: [name, type, choices, hint, required, list, format, pattern],
		},
	],
};
