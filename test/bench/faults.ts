import { startStandin, stopStandin } from '../engine/standinProcess';
import type { Benchmark } from './benchmark';
import { runInProcess } from './loadProcess';
import type { LoadReport, LoadTask } from './loadRun';
import { totalsOf } from './standinTotals';

const COUNT = 10_000;
const SHARE = 0.2;

/** Whether anything is lost, doubled or paid twice when the service fails all the time. */
export const faults: Benchmark = {
	name: 'faults',
	what: `reads ${COUNT} pictures from a service of whose answers ${SHARE * 100} % are faults, timeout 1 s`,
	run: async () => {
		const url = await startStandin('--answers', 'echo', '--faults', `seed=7,share=${SHARE}`);
		const apiKey = `sk-test-faults-${COUNT}`;
		const { outcomes, leaks, codes, wall } = await runInProcess<LoadReport>('loadRun.ts', {
			url,
			apiKey,
			count: COUNT,
			pictureBytes: 0,
			options: { timeout: 1, maxConcurrency: 50, requestsPerMinute: 0 },
		} satisfies LoadTask);
		const { requests, billed, destroyed, lost } = await totalsOf(url, apiKey);
		await stopStandin();
		const read = outcomes.read + outcomes.review;
		const counted = Object.entries(codes).map(([code, count]) => `${code} ${count}`);
		return [
			{
				figure: `${COUNT} pictures, ${requests} requests, wall`,
				target: '',
				measured: `${(wall / 1000).toFixed(0)} s`,
			},
			{
				figure: 'read, to review, error items; without exactly one outcome',
				target: 'the last 0',
				measured: `${outcomes.read}, ${outcomes.review}, ${outcomes.failed}; ${outcomes.missing}`,
			},
			{ figure: 'error items by code', target: '', measured: counted.join(', ') || 'none' },
			{
				figure: 'billed = read + answers that the schedule destroyed',
				target: 'equal',
				measured: `${billed} = ${read} + ${destroyed}${read + destroyed === billed ? '' : ` (differs by ${billed - read - destroyed})`}, lost ${lost}`,
			},
			{ figure: 'items that hold the key', target: '0', measured: String(leaks) },
		];
	},
};
