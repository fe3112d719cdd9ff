import type { OcrModel } from './models';
import { isObject, TASKS, type ResultSchema, type Task } from './nativeRequest';
import { invalidParameter } from './serviceErrors';

/** What `ocr_options` ask for. */
export interface AskedTask {
	task: Task | null;
	/** Of key_information_extraction only; `null` for all fields. */
	schema: ResultSchema | null;
}

/** The deepest nesting of objects that the service allows in a `result_schema` (OCR guide). */
const DEEPEST_SCHEMA = 3;

/** Reads `ocr_options`. Throws a refusal; where the service has no text, in its style. */
export function readOcrOptions(options: unknown, model: OcrModel): AskedTask {
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
