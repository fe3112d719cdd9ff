import type { OcrModel } from './models';
import type { AnswerLimits, JsonObject } from './nativeRequest';
import { invalidParameter } from './serviceErrors';

interface Rule {
	name: string;
	allows: (value: unknown) => boolean;
	message: string;
}

/** Ranges and texts of the API reference and the error page; `null` counts as absent. */
const RULES: Rule[] = [
	{
		name: 'temperature',
		allows: (value) => isNumber(value) && value >= 0 && value < 2,
		message: 'Temperature should be in [0.0, 2.0)',
	},
	{
		name: 'top_p',
		allows: (value) => isNumber(value) && value > 0 && value <= 1,
		message: 'Range of top_p should be (0.0, 1.0]',
	},
	{
		name: 'top_k',
		allows: (value) => isInteger(value, 0, Infinity),
		message: 'Parameter top_k be greater than or equal to 0',
	},
	{
		name: 'repetition_penalty',
		allows: (value) => isNumber(value) && value > 0,
		message: 'Repetition_penalty should be greater than 0.0',
	},
	{
		name: 'presence_penalty',
		allows: (value) => isNumber(value) && value >= -2 && value <= 2,
		message: 'Presence_penalty should be in [-2.0, 2.0]',
	},
	{
		name: 'seed',
		allows: (value) => isInteger(value, 0, 2 ** 31 - 1),
		message: 'Range of seed should be [0, 2147483647]',
	},
	{
		name: 'stop',
		allows: isStop,
		message: 'stop should be a text, a list of texts or a list of token ids, not mixed',
	},
	{
		name: 'logprobs',
		allows: (value) => typeof value === 'boolean',
		message: 'logprobs should be true or false',
	},
	{
		name: 'top_logprobs',
		allows: (value) => isInteger(value, 0, 5),
		message: 'Range of top_logprobs should be [0, 5]',
	},
];

/** What the parameters say about the answer. Throws the service's refusal of a value out of range. */
export function readLimits(parameters: JsonObject, model: OcrModel): AnswerLimits {
	for (const { name, allows, message } of [maxTokensRule(model), ...RULES]) {
		const value = parameters[name];
		if (value !== undefined && value !== null && !allows(value)) throw invalidParameter(message);
	}
	const { max_tokens, stop, logprobs, top_logprobs } = parameters;
	return {
		maxTokens: isNumber(max_tokens) ? max_tokens : model.defaultMaxTokens,
		stop: stopTexts(stop),
		logprobs: logprobs === true && model.logprobs,
		topLogprobs: isNumber(top_logprobs) ? top_logprobs : 0,
	};
}

function maxTokensRule({ maxTokensLimit }: OcrModel): Rule {
	return {
		name: 'max_tokens',
		allows: (value) => isInteger(value, 1, maxTokensLimit),
		message: `Range of max_tokens should be [1, ${maxTokensLimit}]`,
	};
}

function isNumber(value: unknown): value is number {
	return typeof value === 'number';
}

function isInteger(value: unknown, least: number, most: number): boolean {
	return isNumber(value) && Number.isInteger(value) && value >= least && value <= most;
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

function isStop(value: unknown): boolean {
	if (isText(value)) return true;
	if (!Array.isArray(value)) return false;
	const tokens = (entry: unknown) => Array.isArray(entry) && entry.every(isNumber);
	return [isText, isNumber, tokens].some((kind) => value.every(kind));
}

/** Token ids say nothing to the stand-in: it has another tokenizer. */
function stopTexts(stop: unknown): string[] {
	const list: unknown[] = Array.isArray(stop) ? stop : [stop];
	return list.filter(isText).filter((text) => text !== '');
}
