import type { INodeProperties } from 'n8n-workflow';
import { DEFAULT_MODEL } from '../dashscope/models';

/** The model, from a list that the account's own models complete, or by its name. */
export const modelField: INodeProperties = {
	displayName: 'Model',
	name: 'model',
	type: 'resourceLocator',
	default: { mode: 'list', value: DEFAULT_MODEL },
	required: true,
	description: 'The Qwen-OCR model that reads the picture',
	modes: [
		{
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchModels', searchable: true },
		},
		{
			displayName: 'ID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. qwen-vl-ocr-2025-11-20',
			validation: [
				{
					type: 'regex',
					properties: {
						regex: '^[A-Za-z0-9][A-Za-z0-9._:/-]*$',
						errorMessage: 'A model name has letters, digits, dots and dashes only',
					},
				},
			],
		},
	],
};
