import { startStandin } from '../engine/standinProcess';
import type { Benchmark } from './benchmark';
import { runInProcess } from './loadProcess';
import type { LoadReport, LoadTask } from './loadRun';
import { median } from './median';
import { totalsOf } from './standinTotals';

const MEGABYTE = 1024 * 1024;
const PICTURE = 5 * MEGABYTE;
const CONCURRENCY = 5;
const FEW = 50;
const MANY = 400;
const RUNS = 3;
/** Long enough for all that may be sent at once to be held at once. */
const LATENCY = 300;
const API_KEY = 'sk-test-large';
const ALLOWED = 4 * CONCURRENCY * PICTURE + 64 * MEGABYTE;

/** Memory for large pictures on disk, and whether it grows with their number. */
export const largePictures: Benchmark = {
	name: 'largePictures',
	what: `reads ${FEW} and ${MANY} pictures of 5 MB from disk, ${CONCURRENCY} at a time, ${RUNS} times`,
	run: async () => {
		const url = await startStandin('--answers', 'echo', '--latency', `${LATENCY}`);
		const few: LoadReport[] = [];
		const many: LoadReport[] = [];
		while (many.length < RUNS) {
			few.push(await read(url, FEW));
			many.push(await read(url, MANY));
		}
		const aboveIdle = median(many.map(({ peak, idle }) => peak - idle));
		const peakOfFew = median(few.map(({ peak }) => peak));
		const peakOfMany = median(many.map(({ peak }) => peak));
		const growth = peakOfMany / peakOfFew - 1;
		const fewAboveIdle = median(few.map(({ peak, idle }) => peak - idle));
		const { mostAtOnce } = await totalsOf(url, API_KEY);
		return [
			{
				figure: `peak above idle, ${MANY} pictures of 5 MB`,
				target: `at most ${megabytes(ALLOWED)}`,
				measured: `${megabytes(aboveIdle)} (${megabytes(fewAboveIdle)} with ${FEW})`,
			},
			{
				figure: 'requests that were open at once, at most',
				target: String(CONCURRENCY),
				measured: String(mostAtOnce),
			},
			{
				figure: `peak of ${MANY} beside that of ${FEW}`,
				target: 'at most 25 % above',
				measured: `${megabytes(peakOfMany)} and ${megabytes(peakOfFew)}, ${(growth * 100).toFixed(0)} % above`,
			},
		];
	},
};

async function read(url: string, count: number): Promise<LoadReport> {
	const report = await runInProcess<LoadReport>('loadRun.ts', {
		url,
		apiKey: API_KEY,
		count,
		pictureBytes: PICTURE,
		options: { maxConcurrency: CONCURRENCY, requestsPerMinute: 0, keepSource: 'json' },
	} satisfies LoadTask);
	if (report.outcomes.read !== count) throw new Error(`Only ${report.outcomes.read} were read`);
	return report;
}

function megabytes(bytes: number): string {
	return `${Math.round(bytes / MEGABYTE)} MB`;
}
