import { startStandin } from '../engine/standinProcess';
import type { Benchmark, Measure } from './benchmark';
import type { FaultsReport, FaultsTask } from './faultsRun';
import { runInProcess } from './loadProcess';
import { totalsOf } from './standinTotals';

const COUNT = 10_000;
const ENDED = 500;
const SHARE = 0.2;

/** Whether anything is lost, doubled, paid twice or given away when the service fails all the time. */
export const faults: Benchmark = {
	name: 'faults',
	what: `reads ${COUNT} pictures from a service of whose answers ${SHARE * 100} % are faults, timeout 1 s`,
	run: async () => {
		const url = await startStandin('--answers', 'echo', '--faults', `seed=7,share=${SHARE}`);
		const task: FaultsTask = {
			url,
			apiKey: `sk-test-faults-${COUNT}`,
			count: COUNT,
			keyOfEnded: `sk-test-faults-${ENDED}`,
			ended: ENDED,
		};
		let log = '';
		const report = await runInProcess<FaultsReport>('faultsRun.ts', task, {
			environment: { N8N_LOG_LEVEL: 'debug', N8N_LOG_OUTPUT: 'console' },
			onOutput: (text) => (log += text),
		});
		const paid = await paidAgainstRead(task, report);
		return [...measuresOf(report), paid, ...leaksOf(report, log)];
	},
};

function measuresOf({ outcomes, wall }: FaultsReport): Measure[] {
	const { read, review, failed, missing, codes } = outcomes;
	const counted = Object.entries(codes).map(([code, count]) => `${code} ${count}`);
	return [
		{ figure: `${COUNT} pictures, wall`, target: '', measured: `${(wall / 1000).toFixed(0)} s` },
		{
			figure: 'read, to review, error items; without exactly one outcome',
			target: 'the last 0',
			measured: `${read}, ${review}, ${failed}; ${missing}`,
		},
		{ figure: 'error items by code', target: '', measured: counted.join(', ') || 'none' },
	];
}

async function paidAgainstRead(
	{ url, apiKey }: FaultsTask,
	{ outcomes }: FaultsReport,
): Promise<Measure> {
	const { requests, billed, destroyed, lost } = await totalsOf(url, apiKey);
	const read = outcomes.read + outcomes.review;
	const difference = billed - read - destroyed;
	const verdict = difference === 0 ? '' : ` (differs by ${difference})`;
	return {
		figure: 'billed = read + answers that the schedule destroyed',
		target: 'equal',
		measured: `${billed} = ${read} + ${destroyed}${verdict}, lost ${lost}, of ${requests} requests`,
	};
}

function leaksOf({ secrets, leaks, errors }: FaultsReport, log: string): Measure[] {
	const inLog = Object.keys(secrets).filter((name) => log.includes(secrets[name]));
	const lines = log.split('\n').filter((line) => line.includes('Qwen OCR')).length;
	const count = Object.keys(secrets).length;
	const places: Array<[place: string, found: string[]]> = [
		[`${COUNT} outcomes`, leaks.output],
		[`${errors} errors that ended an execution`, leaks.errors],
		[`${lines} lines of the log`, inLog],
	];
	return places.map(([place, found]) => ({
		figure: `secrets, of ${count}, in ${place}`,
		target: '0',
		measured: found.length === 0 ? '0' : `${found.length}: ${found.join(', ')}`,
	}));
}
