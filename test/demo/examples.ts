import type { IDataObject, INodeParameters } from 'n8n-workflow';

/** One operation as the README shows it. */
export interface Example {
	operation: string;
	/** Name of the picture in test/fixtures/pictures. */
	picture: string;
	parameters?: INodeParameters;
	/** Says in the README what `parameters` ask for. */
	asked?: string;
}

const SCHEMA = JSON.stringify(
	{ Date: '{date}', Cashier: '', SUBTOTAL: '{amount}', TOTAL: '{amount}', Tip: '{amount}' },
	null,
	'\t',
);

const PROMPT = 'Which shop is it?';

/** What the README shows of each operation. */
export const EXAMPLES: readonly Example[] = [
	{ operation: 'recognizeText', picture: 'ticket-zh' },
	{
		operation: 'extractFields',
		picture: 'receipt-en',
		parameters: { schemaSource: 'json', resultSchema: SCHEMA },
		asked: `With this Result Schema:\n\n\`\`\`json\n${SCHEMA}\n\`\`\``,
	},
	{ operation: 'extractTables', picture: 'table-plain' },
	{ operation: 'locateText', picture: 'receipt-en-photo' },
	{ operation: 'parseDocument', picture: 'table-en' },
	{ operation: 'recognizeFormula', picture: 'formula' },
	{ operation: 'recognizeMultilingualText', picture: 'multilang' },
	{
		operation: 'customPrompt',
		picture: 'receipt-en',
		parameters: { prompt: PROMPT },
		asked: `With the Prompt "${PROMPT}":`,
	},
];

/** Cuts long lists, and texts of more characters than `textLength`; says what was left out. */
export function shorten(json: IDataObject, textLength: number): IDataObject {
	return shortenValue(json, textLength) as IDataObject;
}

function shortenValue(value: unknown, textLength: number): unknown {
	if (typeof value === 'string' && value.length > textLength) {
		return `${value.slice(0, textLength)}… (${value.length - textLength} characters more)`;
	}
	if (Array.isArray(value)) {
		const kept = value.length > 5 ? value.slice(0, 4) : value;
		const shown = kept.map((inner) => shortenValue(inner, textLength));
		return kept.length < value.length ? [...shown, `… (${value.length - 4} more)`] : shown;
	}
	if (typeof value === 'object' && value !== null) {
		const entries = Object.entries(value);
		return Object.fromEntries(
			entries.map(([key, inner]) => [key, shortenValue(inner, textLength)]),
		);
	}
	return value;
}
