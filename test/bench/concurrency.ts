import { startStandin } from '../engine/standinProcess';
import type { Benchmark } from './benchmark';
import { runInProcess } from './loadProcess';
import type { LoadReport, LoadTask } from './loadRun';

const COUNT = 200;
const LATENCY = 300;
const CONCURRENCY = 10;

/** Whether pictures are read side by side, and how near to the ideal. */
export const concurrency: Benchmark = {
	name: 'concurrency',
	what: `reads ${COUNT} pictures from a service that takes ${LATENCY} ms each, ${CONCURRENCY} at a time and one by one`,
	run: async () => {
		const url = await startStandin('--answers', 'echo', '--latency', String(LATENCY));
		const wall = async (maxConcurrency: number) => {
			const { wall: milliseconds, outcomes } = await runInProcess<LoadReport>('loadRun.ts', {
				url,
				apiKey: `sk-test-concurrency-${maxConcurrency}`,
				count: COUNT,
				pictureBytes: 0,
				options: { maxConcurrency, requestsPerMinute: 0 },
			} satisfies LoadTask);
			if (outcomes.read !== COUNT) throw new Error(`Only ${outcomes.read} pictures were read`);
			return milliseconds;
		};
		const together = await wall(CONCURRENCY);
		const oneByOne = await wall(1);
		const ideal = (LATENCY * COUNT) / CONCURRENCY;
		return [
			{
				figure: `${COUNT} pictures, ${CONCURRENCY} at a time, wall`,
				target: `at most 1.10 × ${ideal / 1000} s`,
				measured: `${seconds(together)}, ${(together / ideal).toFixed(2)} ×`,
			},
			{
				figure: 'the same one after the other',
				target: 'at least 8 × as long',
				measured: `${seconds(oneByOne)}, ${(oneByOne / together).toFixed(1)} ×`,
			},
		];
	},
};

function seconds(milliseconds: number): string {
	return `${(milliseconds / 1000).toFixed(2)} s`;
}
