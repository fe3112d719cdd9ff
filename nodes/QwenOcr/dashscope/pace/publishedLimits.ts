import { findModel } from '../models';

/**
 * Requests per minute that the service publishes for each model, for all of an account's keys and
 * regions together (its rate limit page, 2026-02-24). It also holds them by the second.
 */
const REQUESTS_PER_MINUTE: Readonly<Record<string, number>> = {
	'qwen-vl-ocr': 600,
	'qwen-vl-ocr-latest': 1200,
	'qwen-vl-ocr-2025-11-20': 1200,
	'qwen-vl-ocr-2025-08-28': 600,
	'qwen-vl-ocr-2025-04-13': 600,
	'qwen-vl-ocr-2024-10-28': 600,
};

/** For models that the page does not list: the least of those that it does. */
const UNLISTED = 600;

/** Gives the published requests per minute of a model, by its name or short alias. */
export function publishedRequestsPerMinute(model: string): number {
	const name = findModel(model)?.name ?? model;
	return Object.hasOwn(REQUESTS_PER_MINUTE, name) ? REQUESTS_PER_MINUTE[name] : UNLISTED;
}
