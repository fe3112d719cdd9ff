/** Values of `ocr_options.task`. */
export const TASKS = [
	'text_recognition',
	'key_information_extraction',
	'document_parsing',
	'table_parsing',
	'formula_recognition',
	'multi_lan',
	'advanced_recognition',
] as const;

/** One of the service's built-in tasks. */
export type Task = (typeof TASKS)[number];

/** `result_schema`: field names with a description, a nested schema or a list template. */
export interface ResultSchema {
	[field: string]: unknown;
}

/** A JSON object of unknown content. */
export interface JsonObject {
	[key: string]: unknown;
}

/** Whether a value is a JSON object, not a list and not null. */
export function isObject(value: unknown): value is JsonObject {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** One picture as the request names it, its pixel settings checked. */
export interface PicturePart {
	/** URL, data URL or `oss://` address. */
	image: string;
	minPixels: number;
	maxPixels: number;
	/** Whether the service is to level a slanted page. */
	enableRotate: boolean;
}

/** The parameters that change the stand-in's answer. */
export interface AnswerLimits {
	/** Tokens after which the answer is cut. */
	maxTokens: number;
	/** Texts before which the answer ends. */
	stop: string[];
	logprobs: boolean;
	/** Alternatives listed for each token, 0 to 5. */
	topLogprobs: number;
}
