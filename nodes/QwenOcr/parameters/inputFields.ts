import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

const inputTypes: INodePropertyOptions[] = [
	{
		name: 'Binary File',
		value: 'binary',
		description: 'A file from a node before this one',
	},
	{
		name: 'URL',
		value: 'url',
		description: 'A web address or a data URL of a picture or PDF',
	},
];

/** Where the document comes from. As an AI tool the node gets no files, so a URL is the default there. */
export const inputFields: INodeProperties[] = [
	{
		displayName: 'Input Type',
		name: 'inputType',
		type: 'options',
		options: inputTypes,
		default: 'binary',
		description: 'Where the picture or PDF comes from',
		displayOptions: { hide: { '@tool': [true] } },
	},
	{
		displayName: 'Input Type',
		name: 'inputType',
		type: 'options',
		options: inputTypes,
		default: 'url',
		description: 'Where the picture or PDF comes from',
		displayOptions: { show: { '@tool': [true] } },
	},
	{
		displayName: 'Input Binary Field',
		name: 'binaryPropertyName',
		type: 'string',
		default: 'data',
		required: true,
		placeholder: 'e.g. data, attachment_*',
		hint: 'The name of the input binary field containing the picture or PDF to be read',
		description:
			'Several names with commas, or a pattern such as attachment_* or *, read several files of one item',
		displayOptions: { show: { inputType: ['binary'] } },
	},
	{
		displayName: 'URL',
		name: 'url',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. https://example.com/invoice.jpg',
		description: 'Address of the picture or PDF, open to the internet, or a data URL',
		displayOptions: { show: { inputType: ['url'] } },
	},
];
