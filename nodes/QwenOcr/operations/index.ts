import { updateDisplayOptions } from 'n8n-workflow';
import type { INodeProperties } from 'n8n-workflow';
import { customPrompt } from './customPrompt.operation';
import { extractFields } from './extractFields.operation';
import { extractTables } from './extractTables.operation';
import { locateText } from './locateText.operation';
import type { Operation } from './operation';
import { parseDocument } from './parseDocument.operation';
import { recognizeFormula } from './recognizeFormula.operation';
import { recognizeMultilingualText } from './recognizeMultilingualText.operation';
import { recognizeText } from './recognizeText.operation';

/** All operations by the name that workflows store, in the order of the dropdown. */
export const operations: Readonly<Record<string, Operation>> = {
	customPrompt,
	extractFields,
	extractTables,
	locateText,
	parseDocument,
	recognizeFormula,
	recognizeMultilingualText,
	recognizeText,
};

/** The Operation dropdown. */
export const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['document'] } },
	options: Object.values(operations).map(({ option }) => option),
	default: 'recognizeText',
};

/** The fields of each operation, shown for that operation only. */
export const operationFields: INodeProperties[] = Object.values(operations).flatMap(
	({ option, properties }) =>
		updateDisplayOptions(
			{ show: { resource: ['document'], operation: [option.value] } },
			properties,
		),
);
