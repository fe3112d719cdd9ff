import { parseBody } from '../jsonBody';
import { findModel, OTHER_MODEL_NAMES, type OcrModel } from '../models';
import { readOcrOptions, type AskedTask } from '../ocrOptions';
import { readLimits } from '../parameterChecks';
import { invalidParameter, ServiceError, standinMark } from '../serviceErrors';
import { readInput, type InputContent } from './inputMessages';
import { missingParameter } from './missingParameter';

/** A Responses request that passed every check which needs no file. */
export interface ResponsesRequest extends AskedTask, InputContent {
	model: OcrModel;
	/** `max_output_tokens`, `null` when it was not set. */
	maxTokens: number | null;
}

/** The only OCR model that the endpoint serves. */
const MODEL_NAME = 'qwen3.5-ocr';

/** The reference names no upper bound; the model's own is its `max_tokens`. */
const LEAST_OUTPUT_TOKENS = 16;

/**
 * Reads the body of a Responses request: body, model, input, options. What the reference does not
 * list is ignored, as it says. Throws the service's refusal, or a marked one.
 */
export function readResponsesRequest(text: string): ResponsesRequest {
	const body = parseBody(text);
	const model = readModel(body.model);
	const { prompt, sources } = readInput(body.input);
	if (body.stream === true) {
		throw invalidParameter(standinMark('it does not stream; ask without streaming'));
	}
	const { temperature, top_p } = body;
	readLimits({ temperature, top_p }, model);
	const maxTokens = readMaxTokens(body.max_output_tokens, model);
	const { task, schema } = readOcrOptions(body.ocr_options, model);
	return { model, prompt, sources, task, schema, maxTokens };
}

function readModel(name: unknown): OcrModel {
	if (typeof name !== 'string' || name === '') throw missingParameter('model');
	if (OTHER_MODEL_NAMES.some((other) => other === name)) {
		throw invalidParameter(standinMark('it serves no text models'));
	}
	const model = findModel(name);
	if (!model) {
		const message = `The model \`${name}\` does not exist or you do not have access to it.`;
		throw new ServiceError(404, 'ModelNotFound', message);
	}
	if (model.name === MODEL_NAME) return model;
	throw invalidParameter(`Unsupported model \`${name}\` for OpenAI compatibility mode.`);
}

function readMaxTokens(value: unknown, { maxTokensLimit }: OcrModel): number | null {
	if (value === undefined || value === null) return null;
	const inRange =
		typeof value === 'number' &&
		Number.isInteger(value) &&
		value >= LEAST_OUTPUT_TOKENS &&
		value <= maxTokensLimit;
	if (inRange) return value;
	throw invalidParameter(
		`Range of max_output_tokens should be [${LEAST_OUTPUT_TOKENS}, ${maxTokensLimit}]`,
	);
}
