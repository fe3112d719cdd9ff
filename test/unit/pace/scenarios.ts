import type { Scenario } from './simulation';

const OWN_LIMIT = { requestsPerMinute: 600, limit: 10, concurrency: 10 };
const HALF_A_MINUTE = 30_000;

/** 600 requests of one process, whose ceiling is the service's limit. */
export const ALONE: Omit<Scenario, 'seed'> = { ...OWN_LIMIT, processes: 1, requests: 600 };

/** Four processes that share the limit; the first half minute is not measured. */
export const SHARED: Omit<Scenario, 'seed'> = {
	...OWN_LIMIT,
	processes: 4,
	requests: Infinity,
	measuredFrom: HALF_A_MINUTE,
	endAt: 3 * HALF_A_MINUTE,
};

/** Everything else that was looked at when the constants were chosen. */
export const OTHERS: Readonly<Record<string, Omit<Scenario, 'seed'>>> = {
	'alone, timers and network late by up to 60 ms': { ...ALONE, jitter: 60 },
	'alone, ceiling twice the limit': { ...ALONE, requestsPerMinute: 1200 },
	'alone, ceiling twice the limit, refused count': {
		...ALONE,
		requestsPerMinute: 1200,
		countsRefused: true,
	},
	'alone, all refused for a minute': { ...ALONE, outage: [10_000, 70_000] },
	'two processes': { ...SHARED, processes: 2 },
	'four processes, refused count': { ...SHARED, countsRefused: true },
	'four processes, late by up to 60 ms': { ...SHARED, jitter: 60 },
	'four processes, answers in 2 to 5 s': { ...SHARED, latency: [2000, 5000], concurrency: 20 },
	'four processes, five minutes': { ...SHARED, endAt: 10 * HALF_A_MINUTE },
	'four processes, answers in 2 to 5 s, five minutes': {
		...SHARED,
		latency: [2000, 5000],
		concurrency: 20,
		endAt: 10 * HALF_A_MINUTE,
	},
	'eight processes': { ...SHARED, processes: 8 },
	'twenty processes': { ...SHARED, processes: 20 },
	'no ceiling, limit 10': { ...ALONE, requestsPerMinute: 0, concurrency: 20 },
	'no ceiling, no limit, 3 % throttled at random': {
		...ALONE,
		requestsPerMinute: 0,
		limit: Infinity,
		randomThrottles: 0.03,
		requests: 5000,
		latency: [5, 20],
		concurrency: 20,
	},
};
