/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import { startStandin } from '../engine/standinProcess';
import type { Benchmark } from './benchmark';
import { runInProcess } from './loadProcess';
import type { LoadReport, LoadTask } from './loadRun';
import { totalsOf } from './standinTotals';

const LIMIT = 10;
const PROCESSES = 4;
const COUNT = 200;
const LATENCY = 100;
const WARM_UP_SECONDS = 30;
const SAMPLE_MILLISECONDS = 250;

/** Whether processes that know nothing of each other share the limit of an account. */
export const sharedLimit: Benchmark = {
	name: 'sharedLimit',
	what: `has ${PROCESSES} processes read ${COUNT} pictures each from a service that takes ${LIMIT} requests a second in all`,
	run: async () => {
		const url = await startStandin(
			'--answers',
			'echo',
			'--latency',
			String(LATENCY),
			'--limit',
			String(LIMIT),
		);
		const apiKey = 'sk-test-shared-limit';
		const started = performance.now();
		let firstEnd = 0;
		const runs = Array.from({ length: PROCESSES }, async () => {
			const report = await runInProcess<LoadReport>('loadRun.ts', {
				url,
				apiKey,
				count: COUNT,
				pictureBytes: 0,
				options: { maxConcurrency: 5 },
			} satisfies LoadTask);
			firstEnd ||= performance.now();
			return report;
		});
		const samples: Array<{ at: number; good: number }> = [];
		const sampling = setInterval(() => {
			void totalsOf(url, apiKey).then(({ byStatus }) =>
				samples.push({ at: performance.now(), good: byStatus['200'] ?? 0 }),
			);
		}, SAMPLE_MILLISECONDS);
		const reports = await Promise.all(runs);
		clearInterval(sampling);
		const { requests, byStatus } = await totalsOf(url, apiKey);
		const measured = samples.filter(
			({ at }) => at - started >= WARM_UP_SECONDS * 1000 && at <= firstEnd,
		);
		const [first, last] = [measured[0], measured[measured.length - 1]];
		const rate =
			last && last !== first ? (last.good - first.good) / ((last.at - first.at) / 1000) : 0;
		const lost = reports.reduce((sum, { outcomes }) => sum + COUNT - outcomes.read, 0);
		return [
			{
				figure: `${PROCESSES} processes at ${LIMIT} a second in all, after ${WARM_UP_SECONDS} s`,
				target: 'at least 85 % of the limit',
				measured: `${rate.toFixed(2)} a second, ${((100 * rate) / LIMIT).toFixed(0)} %`,
			},
			{
				figure: 'answered 429',
				target: '',
				measured: `${byStatus['429'] ?? 0} of ${requests}`,
			},
			{ figure: 'lost', target: 'none', measured: String(lost) },
		];
	},
};
