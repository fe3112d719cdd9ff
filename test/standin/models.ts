/** What the checks and the token count need to know of one OCR model. */
export interface OcrModel {
	name: string;
	/** Side of the square of pixels that makes one image token. */
	factor: 28 | 32;
	/** Default and least value of `min_pixels`. */
	minPixels: number;
	/** Default of `max_pixels`. */
	maxPixels: number;
	/** Largest `max_pixels` a request may ask for. */
	maxPixelsLimit: number;
	/** Tokens a request may hold, pictures and text together. */
	maxInputTokens: number;
	/** Output tokens when the request names no `max_tokens`. */
	defaultMaxTokens: number;
	/** Largest `max_tokens` a request may ask for. */
	maxTokensLimit: number;
	/** Largest picture behind a URL, bytes. */
	maxFileBytes: number;
	/** Whether `ocr_options.task` is served. */
	tasks: boolean;
	/** Whether earlier messages count; the other models see the last message only. */
	multiTurn: boolean;
	/** What document_parsing answers in. */
	documentFormat: 'latex' | 'markdown';
	/** Whether `logprobs` is served. */
	logprobs: boolean;
}

const MEBIBYTE = 1024 * 1024;

const PIXELS_32 = { factor: 32, minPixels: 3072, maxPixels: 8_388_608, maxPixelsLimit: 30_720_000 };
const PIXELS_28 = { factor: 28, minPixels: 3136, maxPixels: 6_422_528, maxPixelsLimit: 23_520_000 };

const VISION = {
	maxInputTokens: 30_000,
	maxFileBytes: 10 * MEBIBYTE,
	tasks: true,
	multiTurn: false,
	documentFormat: 'latex',
	logprobs: true,
} as const;

const NEWER = { ...VISION, ...PIXELS_32, defaultMaxTokens: 8192, maxTokensLimit: 8192 } as const;
const OLDER = { ...VISION, ...PIXELS_28, defaultMaxTokens: 4096, maxTokensLimit: 4096 } as const;

const MODELS = [
	{
		...PIXELS_32,
		name: 'qwen3.5-ocr',
		maxInputTokens: 49_152,
		defaultMaxTokens: 32_768,
		maxTokensLimit: 32_768,
		maxFileBytes: 20 * MEBIBYTE,
		tasks: true,
		multiTurn: true,
		documentFormat: 'markdown',
		logprobs: true,
	},
	{ ...NEWER, name: 'qwen-vl-ocr', defaultMaxTokens: 4096 },
	{ ...NEWER, name: 'qwen-vl-ocr-latest' },
	{ ...NEWER, name: 'qwen-vl-ocr-2025-11-20' },
	{ ...OLDER, name: 'qwen-vl-ocr-2025-08-28' },
	{ ...OLDER, name: 'qwen-vl-ocr-2025-04-13' },
	{ ...OLDER, name: 'qwen-vl-ocr-2024-10-28', tasks: false, logprobs: false },
] as OcrModel[];

const ALIASES: Record<string, string> = {
	'qwen-vl-ocr-1120': 'qwen-vl-ocr-2025-11-20',
	'qwen-vl-ocr-0828': 'qwen-vl-ocr-2025-08-28',
	'qwen-vl-ocr-0413': 'qwen-vl-ocr-2025-04-13',
	'qwen-vl-ocr-1028': 'qwen-vl-ocr-2024-10-28',
};

/** Names of the OCR models in the service's documents (model page of the OCR guide). */
export const OCR_MODEL_NAMES = MODELS.map((model) => model.name);

/** Models of the service that read no pictures on this endpoint; they fill up the model list. */
export const OTHER_MODEL_NAMES = ['qwen-plus', 'qwen-turbo'] as const;

/** The OCR model of that name or alias, `undefined` when there is none. Limits: OCR guide, 2026. */
export function findModel(name: string): OcrModel | undefined {
	const wanted = ALIASES[name] ?? name;
	return MODELS.find((model) => model.name === wanted);
}
