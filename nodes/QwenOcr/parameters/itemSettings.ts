import type { IExecuteFunctions } from 'n8n-workflow';
import { asRecord } from '../dashscope/record';
import type { PixelBounds, RequestParameters } from '../dashscope/requestParameters';
import type { Input } from '../documents/readDocuments';
import { Fault } from '../fault';
import { OUTPUT_MODES } from '../items/layOut';
import type { OutputMode } from '../items/layOut';
import type { KeepSource } from '../items/resultItem';
import type { ListColumns } from '../results/fields/flattenFields';
import { readPaceSettings } from './paceSettings';
import type { PaceSettings } from './paceSettings';
import { readBoolean, readChoice, readNumber, readText } from './readOption';
import { readValueSettings } from './valueSettings';
import type { ValueSettings } from './valueSettings';

/** Reads one parameter of the node for one item, its expression resolved. */
export type ReadParameter = (name: string) => unknown;

/** All that one item asks for, apart from the fields of its operation. */
export interface ItemSettings {
	operation: string;
	model: string;
	input: Input;
	outputMode: OutputMode;
	/** Path of the list for One Item per List Element. */
	listField: string;
	flatOutput: 'none' | ListColumns;
	values: ValueSettings;
	pace: PaceSettings;
	requestMode: RequestMode;
	onUnsupportedFile?: 'skip' | 'stop';
	minimumSize: number;
	simplify: boolean;
	keepSource: KeepSource;
	pixels: PixelBounds;
	parameters: RequestParameters;
	pdf: { pages: string; password: string; dotsPerInch: number };
	enableRotate: boolean;
	includeRawResponse: boolean;
	/** Send nothing, and tell what it would take. */
	estimateOnly: boolean;
	timeoutMilliseconds: number;
}

/** What goes to the service in one request: each page by itself, or all pictures of the item. */
export type RequestMode = 'perFile' | 'perItem';

/** Gives how many pages of a run are read at a time; the option stands for all items, as the first one has it. */
export function readMaxConcurrency(context: IExecuteFunctions): number {
	const value = Number(optionsOfRun(context).maxConcurrency ?? DEFAULT_CONCURRENCY);
	// Each item tells of a value that cannot be used by itself.
	return Number.isInteger(value) && value >= 1 ? Math.min(value, MOST_CONCURRENCY) : 1;
}

/** An expression that fails for the first item is told with that item. */
function optionsOfRun(context: IExecuteFunctions): Record<string, unknown> {
	try {
		return asRecord(parameterReader(context, 0)('options'));
	} catch {
		return {};
	}
}

const DEFAULT_CONCURRENCY = 5;

/** More in one process only wait for each other. */
const MOST_CONCURRENCY = 1000;

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
	checkConcurrency(readNumber(options.maxConcurrency, 'Max Concurrency'));
	return {
		operation: String(read('operation')),
		model: readModel(read('model')),
		input: readInput(read, options.urlHandling),
		outputMode: readChoice(read('outputMode'), 'Output', OUTPUT_MODES),
		listField: (readText(read('listField'), 'List Field') ?? '').trim().replace(/\[\]$/, ''),
		flatOutput: readChoice(options.flatOutput, 'Flat Output', ['none', 'json', 'indexed']),
		values: readValueSettings(options),
		pace: readPaceSettings(options),
		requestMode: readRequestMode(read, options.requestMode),
		onUnsupportedFile: readUnsupported(options.onUnsupportedFile),
		minimumSize: readNumber(options.minimumSize, 'Minimum Picture Size') ?? 0,
		simplify: readBoolean(read('simplify'), 'Simplify') ?? true,
		keepSource: readChoice(options.keepSource, 'Keep Source', ['none', 'json', 'binary', 'both']),
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
		estimateOnly: readBoolean(options.estimateOnly, 'Estimate Only') ?? false,
		includeRawResponse: readBoolean(options.includeRawResponse, 'Include Raw Response') ?? false,
		timeoutMilliseconds: readTimeout(readNumber(options.timeout, 'Timeout')),
	};
}

/** A task reads one picture a request; only a free prompt may see several. */
function readRequestMode(read: ReadParameter, value: unknown): RequestMode {
	const mode = readChoice(value, 'Request Mode', ['perFile', 'perItem']);
	return read('operation') === 'customPrompt' ? mode : 'perFile';
}

/** Unless it is set, the field's name decides: a pattern passes over what cannot be read. */
function readUnsupported(value: unknown): 'skip' | 'stop' | undefined {
	const choice = readChoice(value, 'Unsupported Files', ['', 'skip', 'stop']);
	return choice === '' ? undefined : choice;
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

const LONGEST_TIMEOUT_SECONDS = 86_400;

function readTimeout(seconds = 300): number {
	if (seconds > 0 && seconds <= LONGEST_TIMEOUT_SECONDS) return Math.ceil(seconds * 1000);
	throw new Fault(
		'invalid_option',
		`Timeout is ${seconds} seconds`,
		'Enter seconds, above 0 and at most 86,400, for Timeout, or remove the option.',
	);
}

function checkConcurrency(pages = DEFAULT_CONCURRENCY): void {
	if (Number.isInteger(pages) && pages >= 1) return;
	throw new Fault(
		'invalid_option',
		`Max Concurrency is ${pages}`,
		'Enter a whole number from 1 for Max Concurrency, or remove the option.',
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
