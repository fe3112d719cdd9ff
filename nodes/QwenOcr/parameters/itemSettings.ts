import type { IExecuteFunctions } from 'n8n-workflow';
import { asRecord } from '../dashscope/record';
import type { PixelBounds, RequestParameters } from '../dashscope/requestParameters';
import type { Input } from '../documents/readDocuments';
import { Fault } from '../fault';
import { readBoolean, readChoice, readNumber, readText } from './readOption';

/** Reads one parameter of the node for one item, its expression resolved. */
export type ReadParameter = (name: string) => unknown;

/** All that one item asks for, apart from the fields of its operation. */
export interface ItemSettings {
	operation: string;
	model: string;
	input: Input;
	simplify: boolean;
	pixels: PixelBounds;
	parameters: RequestParameters;
	pdf: { pages: string; password: string; dotsPerInch: number };
	enableRotate: boolean;
	includeRawResponse: boolean;
	timeoutMilliseconds: number;
}

/** Gives the reader of an item's parameters; one that the node does not show reads as null. */
export function parameterReader(context: IExecuteFunctions, itemIndex: number): ReadParameter {
	return (name) =>
		context.getNodeParameter(name, itemIndex, null, { extractValue: name === 'model' });
}

/**
 * Reads the parameters that all operations share.
 * @throws Fault `invalid_option` or `no_model`, by the label of the field
 */
export function readItemSettings(read: ReadParameter): ItemSettings {
	const options = asRecord(read('options'));
	return {
		operation: String(read('operation')),
		model: readModel(read('model')),
		input: readInput(read, options.urlHandling),
		simplify: readBoolean(read('simplify'), 'Simplify') ?? true,
		pixels: {
			minPixels: readNumber(options.minPixels, 'Min Pixels'),
			maxPixels: readNumber(options.maxPixels, 'Max Pixels'),
		},
		parameters: readRequestParameters(options),
		pdf: {
			pages: readText(options.pages, 'Pages') ?? '',
			password: readText(options.pdfPassword, 'PDF Password') ?? '',
			dotsPerInch: readResolution(readNumber(options.pdfResolution, 'PDF Resolution')),
		},
		enableRotate: readBoolean(options.enableRotate, 'Auto-Rotate') ?? false,
		includeRawResponse: readBoolean(options.includeRawResponse, 'Include Raw Response') ?? false,
		timeoutMilliseconds: readTimeout(readNumber(options.timeout, 'Timeout')),
	};
}

function readRequestParameters(options: Record<string, unknown>): RequestParameters {
	return {
		maxTokens: readNumber(options.maxTokens, 'Max Tokens'),
		temperature: readNumber(options.temperature, 'Temperature'),
		topP: readNumber(options.topP, 'Top P'),
		topK: readNumber(options.topK, 'Top K'),
		repetitionPenalty: readNumber(options.repetitionPenalty, 'Repetition Penalty'),
		presencePenalty: readNumber(options.presencePenalty, 'Presence Penalty'),
		seed: readNumber(options.seed, 'Seed'),
		stop: readStop(options.stop),
		logprobs: readBoolean(options.logprobs, 'Token Probabilities') || undefined,
	};
}

function readModel(value: unknown): string {
	const model = readText(value, 'Model')?.trim();
	if (model) return model;
	throw new Fault(
		'no_model',
		'No model is chosen',
		'Choose one in Model, for example qwen-vl-ocr.',
	);
}

function readInput(read: ReadParameter, urlHandling: unknown): Input {
	if (readChoice(read('inputType'), 'Input Type', ['binary', 'url']) === 'binary') {
		return { type: 'binary', fields: read('binaryPropertyName') };
	}
	return {
		type: 'url',
		url: readText(read('url'), 'URL') ?? '',
		handling: readChoice(urlHandling, 'URL Handling', ['pass', 'download']),
	};
}

function readTimeout(seconds = 300): number {
	if (seconds > 0) return Math.ceil(seconds * 1000);
	throw new Fault(
		'invalid_option',
		`Timeout is ${seconds} seconds`,
		'Enter a number above 0 for Timeout, or remove the option.',
	);
}

function readResolution(dotsPerInch = 200): number {
	if (dotsPerInch >= 36 && dotsPerInch <= 600) return dotsPerInch;
	throw new Fault(
		'invalid_option',
		`PDF Resolution is ${dotsPerInch} dots per inch`,
		'Enter a number from 36 to 600 for PDF Resolution, or remove the option.',
	);
}

/** A stop sequence may be white space, such as an empty line. */
function readStop(value: unknown): string[] | undefined {
	const texts = (Array.isArray(value) ? value : [value]).map((text) =>
		typeof text === 'string' ? text : (readText(text, 'Stop Sequences') ?? ''),
	);
	const given = texts.filter((text) => text !== '');
	return given.length > 0 ? given : undefined;
}
