import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const perDocument: INodePropertyOptions = {
	name: 'One Item per Document',
	value: 'perDocument',
	description: 'The pages of a PDF are joined',
};

const perPage: INodePropertyOptions = {
	name: 'One Item per Page',
	value: 'perPage',
	description: 'Each page of a PDF becomes an item of its own',
};

/** What more an operation's output may be laid out as. */
const MORE_OUTPUTS: Readonly<Record<string, INodePropertyOptions[]>> = {
	extractFields: [
		{
			name: 'One Item per List Element',
			value: 'perListElement',
			description: 'Such as one for each line item, with the other fields repeated',
		},
	],
	extractTables: [
		{
			name: 'One Item per Row',
			value: 'perRow',
			description: 'Each row with its columns at the top, ready for a spreadsheet',
		},
		{ name: 'One Item per Table', value: 'perTable', description: 'Each table by itself' },
	],
	locateText: [
		{
			name: 'One Item per Line',
			value: 'perLine',
			description: 'Each line of text with its position',
		},
	],
};

/** What becomes one item, and how much of it to show. */
export const outputFields: INodeProperties[] = [
	outputField([], { hide: { operation: Object.keys(MORE_OUTPUTS) } }),
	...Object.entries(MORE_OUTPUTS).map(([operation, more]) =>
		outputField(more, { show: { operation: [operation] } }),
	),
	{
		displayName: 'List Field',
		name: 'listField',
		type: 'string',
		default: 'lineItems',
		required: true,
		placeholder: 'e.g. lineItems',
		description: 'The field whose elements become items',
		displayOptions: { show: { operation: ['extractFields'], outputMode: ['perListElement'] } },
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
	{
		displayName: 'Needs Review Output',
		name: 'needsReview',
		type: 'boolean',
		noDataExpression: true,
		default: false,
		description:
			'Whether items that a person should look at leave by a second output, Needs Review',
		displayOptions: { hide: { '@tool': [true] } },
	},
];

function outputField(
	more: readonly INodePropertyOptions[],
	displayOptions: INodeProperties['displayOptions'],
): INodeProperties {
	return {
		displayName: 'Output',
		name: 'outputMode',
		type: 'options',
		options: [perDocument, ...more, perPage].sort((one, other) =>
			one.name.localeCompare(other.name, 'en'),
		),
		default: 'perDocument',
		description: 'What becomes one item',
		displayOptions,
	};
}
