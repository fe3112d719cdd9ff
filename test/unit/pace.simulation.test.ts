import { ALONE, OTHERS, SHARED } from './pace/scenarios';
import { simulate } from './pace/simulation';
import { manyRuns } from './propertyRuns';

/** Seeds that were not used when the constants of the rate were chosen. */
const SEEDS = Array.from(
	{ length: Math.ceil(manyRuns().numRuns / 100) },
	(_, index) => 5000 + index,
);

describe('the limiter against a limit of 10 requests in a sliding second', () => {
	it.each(SEEDS)('sends 600 requests in a minute, hardly any throttled (seed %d)', async (seed) => {
		const outcome = await simulate({ ...ALONE, seed });
		expect(outcome.lost).toBe(0);
		expect(outcome.refused / outcome.sent).toBeLessThanOrEqual(0.03);
		expect(outcome.wall).toBeLessThanOrEqual(1.1 * 60_000);
	});

	it.each(SEEDS)(
		'is shared by four processes that know nothing of each other (seed %d)',
		async (seed) => {
			const outcome = await simulate({ ...SHARED, seed });
			expect(outcome.lost).toBe(0);
			expect(outcome.used).toBeGreaterThanOrEqual(0.85);
			expect(outcome.leastShare).toBeGreaterThanOrEqual(0.25);
		},
	);

	it.each([
		['alone, timers and network late by up to 60 ms', { wall: 68_000, refusedPart: 0.03 }],
		['alone, ceiling twice the limit', { wall: 68_000, refusedPart: 0.06 }],
		['alone, all refused for a minute', { wall: 140_000, refusedPart: 0.1 }],
		['four processes, refused count', { wall: 110_000, refusedPart: 0.2, used: 0.8 }],
		['four processes, answers in 2 to 5 s', { wall: 120_000, refusedPart: 0.2, used: 0.8 }],
		['no ceiling, no limit, 3 % throttled at random', { wall: 30_000, refusedPart: 0.05 }],
	])('stays within bounds: %s', async (name, bounds) => {
		const outcome = await simulate({ ...OTHERS[name], seed: SEEDS[0] });
		expect(outcome.lost).toBe(0);
		expect(outcome.wall).toBeLessThanOrEqual(bounds.wall);
		expect(outcome.refused / outcome.sent).toBeLessThanOrEqual(bounds.refusedPart);
		expect(outcome.used).toBeGreaterThanOrEqual('used' in bounds ? bounds.used : 0);
	});
});
