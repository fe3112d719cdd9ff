import { readMessages } from './messageChecks';
import { findModel, OTHER_MODEL_NAMES, type OcrModel } from './models';
import {
	isObject,
	TASKS,
	type AnswerLimits,
	type JsonObject,
	type PicturePart,
	type ResultSchema,
	type Task,
} from './nativeRequest';
import { readLimits } from './parameterChecks';
import { invalidParameter, ServiceError } from './serviceErrors';

/** A native request that passed every check which needs no picture. */
export interface GenerationRequest {
	model: OcrModel;
	task: Task | null;
	schema: ResultSchema | null;
	/** The user's texts, joined by line breaks; empty without any. */
	prompt: string;
	pictures: PicturePart[];
	limits: AnswerLimits;
}

/** The deepest nesting of objects that the service allows in a `result_schema` (OCR guide). */
const DEEPEST_SCHEMA = 3;

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

function parseBody(text: string): JsonObject {
	const refusal = 'Required body invalid, please check the request body format.';
	let body: unknown;
	try {
		body = JSON.parse(text.replace(/^\uFEFF/, ''));
	} catch {
		throw invalidParameter(refusal);
	}
	if (!isObject(body)) throw invalidParameter(refusal);
	return body;
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

function readOcrOptions(
	options: unknown,
	model: OcrModel,
): { task: Task | null; schema: ResultSchema | null } {
	const { task: name, task_config: config } = isObject(options) ? options : {};
	if (name === undefined || name === null) return { task: null, schema: null };
	const task = TASKS.find((known) => known === name);
	if (!task) {
		throw invalidParameter(`ocr_options.task should be one of [${TASKS.join(', ')}]`);
	}
	if (!model.tasks) {
		throw invalidParameter(`ocr_options.task is not supported by the model ${model.name}`);
	}
	const wantsSchema = task === 'key_information_extraction' && isObject(config);
	return { task, schema: wantsSchema ? readSchema(config.result_schema) : null };
}

function readSchema(schema: unknown): ResultSchema | null {
	if (schema === undefined || schema === null) return null;
	if (!isObject(schema)) throw invalidParameter('result_schema should be a JSON object');
	if (depth(schema) > DEEPEST_SCHEMA) {
		throw invalidParameter(`result_schema should have at most ${DEEPEST_SCHEMA} levels`);
	}
	return Object.keys(schema).length > 0 ? schema : null;
}

function depth(value: unknown): number {
	if (Array.isArray(value)) return Math.max(0, ...value.map(depth));
	if (!isObject(value)) return 0;
	return 1 + Math.max(0, ...Object.values(value).map(depth));
}
