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

const inOrderOfTheDropdown: readonly Operation[] = [
	customPrompt,
	extractFields,
	extractTables,
	locateText,
	parseDocument,
	recognizeFormula,
	recognizeMultilingualText,
	recognizeText,
];

/** All operations by the name that workflows store. */
export const operations: ReadonlyMap<string, Operation> = new Map(
	inOrderOfTheDropdown.map((operation) => [String(operation.option.value), operation]),
);

/** The Operation dropdown. */
export const operationField: INodeProperties = {
	displayName: 'Operation',
	name: 'operation',
	type: 'options',
	noDataExpression: true,
	displayOptions: { show: { resource: ['document'] } },
	options: inOrderOfTheDropdown.map(({ option }) => option),
	default: 'recognizeText',
};

/** The fields of each operation, shown for that operation only. */
export const operationFields: INodeProperties[] = inOrderOfTheDropdown.flatMap(
	({ option, properties }) =>
		updateDisplayOptions(
			{ show: { resource: ['document'], operation: [option.value] } },
			properties,
		),
);
