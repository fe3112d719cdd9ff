import { parseBody } from './jsonBody';
import { readMessages } from './messageChecks';
import { findModel, OTHER_MODEL_NAMES, type OcrModel } from './models';
import { isObject, type AnswerLimits, type PicturePart } from './nativeRequest';
import { readOcrOptions, type AskedTask } from './ocrOptions';
import { readLimits } from './parameterChecks';
import { invalidParameter, ServiceError } from './serviceErrors';

/** A native request that passed every check which needs no picture. */
export interface GenerationRequest extends AskedTask {
	model: OcrModel;
	/** The user's texts, joined by line breaks; empty without any. */
	prompt: string;
	pictures: PicturePart[];
	limits: AnswerLimits;
}

/**
 * Reads a native request body, in the service's order: body, model, messages, parameters.
 * Throws the service's refusal (error page of the service; where it has no text for a case, the
 * wording follows its family of "Range of …" texts).
 */
export function readGenerationRequest(text: string): GenerationRequest {
	const body = parseBody(text);
	const model = readModel(body.model);
	const input = isObject(body.input) ? body.input : {};
	const parameters = isObject(body.parameters) ? body.parameters : {};
	const { prompt, pictures } = readMessages(input.messages, model);
	const limits = readLimits(parameters, model);
	const { task, schema } = readOcrOptions(parameters.ocr_options, model);
	return { model, task, schema, prompt, pictures, limits };
}

function readModel(name: unknown): OcrModel {
	if (name === undefined || name === null || name === '') {
		throw new ServiceError(400, 'BadRequest.EmptyModel', 'you must provide a model parameter');
	}
	const model = typeof name === 'string' ? findModel(name) : undefined;
	if (model) return model;
	const onOtherEndpoint = OTHER_MODEL_NAMES.some((other) => other === name);
	throw invalidParameter(onOtherEndpoint ? 'url error, please check url！' : 'Model not exist.');
}
