import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';
import { executeItems } from './execute';
import { operationField, operationFields } from './operations';
import { inputFields } from './parameters/inputFields';
import { modelField } from './parameters/modelField';
import { optionFields } from './parameters/optionFields';
import { outputFields } from './parameters/outputFields';
import { searchModels } from './parameters/searchModels';

/** Reads pictures and PDFs with Alibaba Cloud's Qwen-OCR models. */
export class QwenOcr implements INodeType {
	description: INodeTypeDescription = {
		displayName: 'Qwen OCR',
		name: 'qwenOcr',
		icon: { light: 'file:../../icons/qwenOcr.svg', dark: 'file:../../icons/qwenOcr.dark.svg' },
		group: ['transform'],
		version: 1,
		subtitle:
			'={{ $parameter["operation"].replace(/([A-Z])/g, " $1").replace(/^./, (letter) => letter.toUpperCase()) }}',
		description:
			'Read text, fields, tables and formulas from invoices, receipts and forms as pictures or PDFs',
		defaults: { name: 'Qwen OCR' },
		usableAsTool: true,
		inputs: [NodeConnectionTypes.Main],
		outputs:
			'={{ $parameter.needsReview ? [{ type: "main", displayName: "Read" }, { type: "main", displayName: "Needs Review" }] : [{ type: "main" }] }}',
		credentials: [{ name: 'dashScopeApi', required: true }],
		properties: [
			{
				displayName: 'Resource',
				name: 'resource',
				type: 'options',
				noDataExpression: true,
				options: [{ name: 'Document', value: 'document' }],
				default: 'document',
			},
			operationField,
			modelField,
			...inputFields,
			...operationFields,
			...outputFields,
			optionFields,
		],
	};

	methods = { listSearch: { searchModels } };

	async execute(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
		return await executeItems(this);
	}
}
