import type { INodeProperties } from 'n8n-workflow';

/** What becomes one item, and how much of it to show. */
export const outputFields: INodeProperties[] = [
	{
		displayName: 'Output',
		name: 'outputMode',
		type: 'options',
		options: [
			{
				name: 'One Item per Document',
				value: 'perDocument',
				description: 'The pages of a PDF are joined',
			},
			{
				name: 'One Item per Page',
				value: 'perPage',
				description: 'Each page of a PDF becomes an item of its own',
			},
		],
		default: 'perDocument',
		description: 'What becomes one item',
	},
	{
		displayName: 'Simplify',
		name: 'simplify',
		type: 'boolean',
		default: true,
		description: 'Whether to return a simplified version of the response instead of the raw data',
	},
];
