import { startStandin } from '../engine/standinProcess';
import type { Benchmark } from './benchmark';
import { runInProcess } from './loadProcess';
import type { LoadReport, LoadTask } from './loadRun';
import { median } from './median';
import type { PlainReport, PlainTask } from './plainRun';

const MEGABYTES = 5;
const RUNS = 30;

/** What one large picture costs in processor time, beside the least that it can cost. */
export const processor: Benchmark = {
	name: 'processor',
	what: `sends a picture of ${MEGABYTES} MB ${RUNS} times by the node, and ${RUNS} times by plain undici`,
	run: async () => {
		const url = await startStandin('--answers', 'echo');
		const pictureBytes = MEGABYTES * 1024 * 1024;
		const apiKey = 'sk-test-processor';
		const node = await runInProcess<LoadReport>('loadRun.ts', {
			url,
			apiKey,
			count: 1,
			executions: RUNS,
			pictureBytes,
			options: { requestsPerMinute: 0 },
		} satisfies LoadTask);
		const plain = await runInProcess<PlainReport>('plainRun.ts', {
			url,
			apiKey,
			count: RUNS,
			pictureBytes,
		} satisfies PlainTask);
		const ofNode = median(node.processor);
		const ofPlain = median(plain.processor);
		return [
			{
				figure: `processor time of a ${MEGABYTES} MB picture, plain undici`,
				target: '',
				measured: `${ofPlain.toFixed(1)} ms`,
			},
			{
				figure: 'the same by the node, in n8n',
				target: 'at most 2 ×',
				measured: `${ofNode.toFixed(1)} ms, ${(ofNode / ofPlain).toFixed(2)} ×`,
			},
		];
	},
};
