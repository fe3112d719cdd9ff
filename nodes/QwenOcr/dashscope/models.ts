import type { Region } from './regions';

/** What the service states about one Qwen-OCR model. Pixels are width × height of a picture. */
export interface Model {
	name: string;
	/** Shown in the model list: what it is and what it lacks. */
	description: string;
	regions: readonly Region[];
	/** Whether it knows the built-in tasks; without them only a prompt works. */
	hasTasks: boolean;
	/** Smallest value that `min_pixels` may take; also its default. */
	minPixels: number;
	/** Largest value that `max_pixels` may take. */
	maxPixels: number;
	/** What `max_pixels` is when it is not sent. */
	defaultMaxPixels: number;
	/** What document_parsing answers in. */
	documentMarkup: 'latex' | 'markdown';
	/** Largest value that `max_tokens` may take. */
	maxTokens: number;
	/** Whether the Responses endpoint reads PDFs with it by their URL. */
	readsPdfByUrl?: boolean;
	/** Largest picture file that the service takes by URL or upload, in bytes. */
	maxFileBytes: number;
}

const MEGABYTE = 1024 * 1024;
const EVERYWHERE: readonly Region[] = ['cn-beijing', 'ap-southeast-1', 'us-east-1'];
const BEIJING: readonly Region[] = ['cn-beijing'];

/** Models that cut a picture into squares of 32 pixels a side: from the snapshot 2025-11-20 on. */
const SQUARES_OF_32 = {
	hasTasks: true,
	documentMarkup: 'latex',
	minPixels: 3072,
	maxPixels: 30_720_000,
	defaultMaxPixels: 8_388_608,
	maxTokens: 8192,
	maxFileBytes: 10 * MEGABYTE,
} as const;

/** Older snapshots, with squares of 28 pixels a side. */
const SQUARES_OF_28 = {
	...SQUARES_OF_32,
	minPixels: 3136,
	maxPixels: 23_520_000,
	defaultMaxPixels: 6_422_528,
} as const;

/** All Qwen-OCR models and snapshots that the service's documents name (October 2026). */
export const MODELS: readonly Model[] = [
	{
		name: 'qwen-vl-ocr',
		description: 'Stable version. All regions.',
		regions: EVERYWHERE,
		...SQUARES_OF_32,
	},
	{
		name: 'qwen-vl-ocr-latest',
		description: 'Newest snapshot of qwen-vl-ocr. China (Beijing) only.',
		regions: BEIJING,
		...SQUARES_OF_32,
	},
	{
		name: 'qwen3.5-ocr',
		description: 'Newest model, answers documents as Markdown. China (Beijing) only.',
		regions: BEIJING,
		...SQUARES_OF_32,
		documentMarkup: 'markdown',
		readsPdfByUrl: true,
		maxTokens: 16_384,
		maxFileBytes: 20 * MEGABYTE,
	},
	{
		name: 'qwen-vl-ocr-2025-11-20',
		description: 'Snapshot on the Qwen3-VL base. All regions.',
		regions: EVERYWHERE,
		...SQUARES_OF_32,
	},
	{
		name: 'qwen-vl-ocr-2025-08-28',
		description: 'Older snapshot, costs more. China (Beijing) only.',
		regions: BEIJING,
		...SQUARES_OF_28,
	},
	{
		name: 'qwen-vl-ocr-2025-04-13',
		description: 'Older snapshot, costs more. China (Beijing) only.',
		regions: BEIJING,
		...SQUARES_OF_28,
	},
	{
		name: 'qwen-vl-ocr-2024-10-28',
		description: 'First snapshot, no built-in tasks: Custom Prompt only. China (Beijing) only.',
		regions: BEIJING,
		...SQUARES_OF_28,
		hasTasks: false,
		maxTokens: 4096,
	},
];

export const DEFAULT_MODEL = 'qwen-vl-ocr';

const ALIASES: Readonly<Record<string, string>> = {
	'qwen-vl-ocr-1120': 'qwen-vl-ocr-2025-11-20',
	'qwen-vl-ocr-0828': 'qwen-vl-ocr-2025-08-28',
	'qwen-vl-ocr-0413': 'qwen-vl-ocr-2025-04-13',
	'qwen-vl-ocr-1028': 'qwen-vl-ocr-2024-10-28',
};

/** Gives what is known of a model by its name or short alias; undefined for names of the account's own. */
export function findModel(name: string): Model | undefined {
	return MODELS.find((model) => model.name === (ALIASES[name] ?? name));
}
