import { startStandin } from '../engine/standinProcess';
import type { Benchmark } from './benchmark';
import { runInProcess } from './loadProcess';
import type { LoadReport, LoadTask } from './loadRun';
import { totalsOf } from './standinTotals';

const LIMIT = 10;
const COUNT = 600;
const IDEAL_SECONDS = COUNT / LIMIT;
const LATENCY = 100;

/** How near one process comes to the limit of an account, and how often it goes beyond. */
export const rateLimit: Benchmark = {
	name: 'rateLimit',
	what: `reads ${COUNT} pictures from a service that takes ${LIMIT} requests a second and tells no more`,
	run: async () => {
		const url = await startStandin(
			'--answers',
			'echo',
			'--latency',
			String(LATENCY),
			'--limit',
			String(LIMIT),
		);
		const apiKey = 'sk-test-rate-limit';
		const { wall, outcomes } = await runInProcess<LoadReport>('loadRun.ts', {
			url,
			apiKey,
			count: COUNT,
			pictureBytes: 0,
			options: { maxConcurrency: 10 },
		} satisfies LoadTask);
		const { requests, byStatus } = await totalsOf(url, apiKey);
		const throttled = byStatus['429'] ?? 0;
		return [
			{
				figure: `${COUNT} pictures at ${LIMIT} a second, wall`,
				target: `at most 1.10 × ${IDEAL_SECONDS} s`,
				measured: `${(wall / 1000).toFixed(1)} s, ${(wall / 1000 / IDEAL_SECONDS).toFixed(3)} ×`,
			},
			{
				figure: 'answered 429',
				target: 'at most 3 %',
				measured: `${throttled} of ${requests}, ${((100 * throttled) / requests).toFixed(1)} %`,
			},
			{ figure: 'lost', target: 'none', measured: String(COUNT - outcomes.read) },
		];
	},
};
