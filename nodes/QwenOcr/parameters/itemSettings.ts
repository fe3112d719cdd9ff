import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { PixelBounds, RequestParameters } from '../dashscope/requestParameters';
import type { Input } from '../documents/readDocuments';
import { Fault } from '../fault';

/** All that one item asks for, apart from the fields of its operation. */
export interface ItemSettings {
	operation: string;
	model: string;
	input: Input;
	simplify: boolean;
	pixels: PixelBounds;
	parameters: RequestParameters;
	enableRotate: boolean;
	includeRawResponse: boolean;
	timeoutMilliseconds: number;
}

/**
 * Reads the parameters that all operations share, expressions resolved for this item.
 * @throws Fault `invalid_option` for an option that is not a number where one is needed
 */
export function readItemSettings(context: IExecuteFunctions, itemIndex: number): ItemSettings {
	const options = context.getNodeParameter('options', itemIndex, {}) as IDataObject;
	const number = (name: string, label: string) => readNumber(options[name], label);
	return {
		operation: String(context.getNodeParameter('operation', itemIndex)),
		model: readModel(context, itemIndex),
		input: readInput(context, itemIndex, options),
		simplify: context.getNodeParameter('simplify', itemIndex, true) !== false,
		pixels: {
			minPixels: number('minPixels', 'Min Pixels'),
			maxPixels: number('maxPixels', 'Max Pixels'),
		},
		parameters: {
			maxTokens: number('maxTokens', 'Max Tokens'),
			temperature: number('temperature', 'Temperature'),
			topP: number('topP', 'Top P'),
			topK: number('topK', 'Top K'),
			repetitionPenalty: number('repetitionPenalty', 'Repetition Penalty'),
			presencePenalty: number('presencePenalty', 'Presence Penalty'),
			seed: number('seed', 'Seed'),
			stop: readStop(options.stop),
			logprobs: options.logprobs === true ? true : undefined,
		},
		enableRotate: options.enableRotate === true,
		includeRawResponse: options.includeRawResponse === true,
		timeoutMilliseconds: readTimeout(number('timeout', 'Timeout')),
	};
}

function readModel(context: IExecuteFunctions, itemIndex: number): string {
	const model = context.getNodeParameter('model', itemIndex, '', { extractValue: true });
	if (typeof model === 'string' && model.trim() !== '') return model.trim();
	throw new Fault(
		'no_model',
		'No model is chosen',
		'Choose one in Model, for example qwen-vl-ocr.',
	);
}

function readInput(context: IExecuteFunctions, itemIndex: number, options: IDataObject): Input {
	if (context.getNodeParameter('inputType', itemIndex, 'binary') === 'url') {
		return {
			type: 'url',
			url: String(context.getNodeParameter('url', itemIndex, '')),
			handling: options.urlHandling === 'download' ? 'download' : 'pass',
		};
	}
	return {
		type: 'binary',
		fields: context.getNodeParameter('binaryPropertyName', itemIndex, 'data'),
	};
}

function readNumber(value: unknown, label: string): number | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const number = Number(value);
	if (Number.isFinite(number)) return number;
	throw new Fault(
		'invalid_option',
		`${label} is not a number`,
		`Enter a number for ${label}, or remove the option.`,
	);
}

function readTimeout(seconds = 300): number {
	if (seconds > 0) return Math.ceil(seconds * 1000);
	throw new Fault(
		'invalid_option',
		`Timeout is ${seconds} seconds`,
		'Enter a number above 0 for Timeout, or remove the option.',
	);
}

function readStop(value: unknown): string[] | undefined {
	const texts = (Array.isArray(value) ? value : [value]).map((text) => String(text ?? ''));
	const given = texts.filter((text) => text !== '');
	return given.length > 0 ? given : undefined;
}
