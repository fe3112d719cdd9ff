import { asDecimal } from '../dashscope/cost/asDecimal';
import { readPrices } from '../dashscope/cost/readPrices';
import type { Prices } from '../dashscope/cost/prices';
import { DEFAULT_RETRY_POLICY } from '../dashscope/pace/retry';
import { Fault } from '../fault';
import { toMaxCost } from './maxCost';
import { readNumber } from './readOption';

/** How fast, how often and for how much requests are sent. */
export interface PaceSettings {
	maxRetries: number;
	/** 0 is no limit; undefined is the model's published one. */
	requestsPerMinute?: number;
	/** Most that a run may spend, in the currency of its prices; undefined is no limit. */
	maxCost?: number;
	prices: Prices;
}

/**
 * Reads the options for the pace of requests.
 * @throws Fault `invalid_option`
 */
export function readPaceSettings(options: Record<string, unknown>): PaceSettings {
	const maxRetries = readNumber(options.maxRetries, 'Max Retries');
	const requestsPerMinute = readNumber(options.requestsPerMinute, 'Requests per Minute');
	checkFromZero('Max Retries', maxRetries);
	checkFromZero('Requests per Minute', requestsPerMinute);
	return {
		maxRetries: maxRetries ?? DEFAULT_RETRY_POLICY.maxRetries,
		requestsPerMinute,
		maxCost: toMaxCost(options.maxCost),
		prices: readPrices(options.prices),
	};
}

function checkFromZero(label: string, value: number | undefined): void {
	if (value === undefined || value >= 0) return;
	throw new Fault(
		'invalid_option',
		`${label} is ${asDecimal(value)}`,
		`Enter a number from 0 for ${label}, or remove the option.`,
	);
}
