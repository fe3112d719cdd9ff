import { findModel } from '../models';

/** What a model's tokens are limited by. */
export interface ModelTokens {
	squareSide: 28 | 32;
	/** Tokens of a request, pictures and text together; a longer one is refused and costs nothing. */
	maxInput: number;
	/** What `max_tokens` is when it is not sent. */
	defaultOutput: number;
}

const NEWER: ModelTokens = { squareSide: 32, maxInput: 30_000, defaultOutput: 8192 };
const OLDER: ModelTokens = { squareSide: 28, maxInput: 30_000, defaultOutput: 4096 };

/** By the service's model list and API reference (contract, sections 2.2, 8.2 and 9.3). */
const MODEL_TOKENS: Readonly<Record<string, ModelTokens>> = {
	'qwen3.5-ocr': { squareSide: 32, maxInput: 49_152, defaultOutput: 16_384 },
	'qwen-vl-ocr': { ...NEWER, defaultOutput: 4096 },
	'qwen-vl-ocr-latest': NEWER,
	'qwen-vl-ocr-2025-11-20': NEWER,
	'qwen-vl-ocr-2025-08-28': OLDER,
	'qwen-vl-ocr-2025-04-13': OLDER,
	'qwen-vl-ocr-2024-10-28': OLDER,
};

/** For models that no document names: the largest of each. */
const UNKNOWN: ModelTokens = { squareSide: 28, maxInput: 49_152, defaultOutput: 16_384 };

/** Gives a model's limits of tokens, by its name or short alias. */
export function modelTokens(model: string): ModelTokens {
	const name = findModel(model)?.name ?? model;
	return Object.hasOwn(MODEL_TOKENS, name) ? MODEL_TOKENS[name] : UNKNOWN;
}
