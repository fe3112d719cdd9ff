import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** One operation as the README shows it. */
export interface Example {
	operation: string;
	/** Name of the picture in test/fixtures/pictures. */
	picture: string;
	parameters?: INodeParameters;
}

/** What the README shows of each operation. */
export const EXAMPLES: readonly Example[] = [
	{ operation: 'recognizeText', picture: 'ticket-zh' },
	{
		operation: 'extractFields',
		picture: 'receipt-en',
		parameters: {
			schemaSource: 'json',
			resultSchema: JSON.stringify({ Date: '', Cashier: '', SUBTOTAL: '', TOTAL: '', Tip: '' }),
		},
	},
	{ operation: 'extractTables', picture: 'table-plain' },
	{ operation: 'locateText', picture: 'receipt-en-photo' },
	{ operation: 'parseDocument', picture: 'table-en' },
	{ operation: 'recognizeFormula', picture: 'formula' },
	{ operation: 'recognizeMultilingualText', picture: 'multilang' },
	{ operation: 'customPrompt', picture: 'receipt-en', parameters: { prompt: 'Which shop is it?' } },
];

/** Cuts long lists and texts of an item, so that a page can show it; says what was left out. */
export function shorten(json: IDataObject): IDataObject {
	return shortenValue(json) as IDataObject;
}

function shortenValue(value: unknown): unknown {
	if (typeof value === 'string' && value.length > 420) {
		return `${value.slice(0, 400)}… (${value.length - 400} characters more)`;
	}
	if (Array.isArray(value)) {
		const kept = value.slice(0, 4).map(shortenValue);
		return value.length > 5 ? [...kept, `… (${value.length - 4} more)`] : value.map(shortenValue);
	}
	if (typeof value === 'object' && value !== null) {
		return Object.fromEntries(
			Object.entries(value).map(([key, inner]) => [key, shortenValue(inner)]),
		);
	}
	return value;
}
