/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Benchmark } from './benchmark';
import { median } from './median';
import type { MemoryReport, MemoryTask } from './memoryRun';
import { mixedPdf } from './samplePdfs';

const PAGES = 10;
const FEW = 10;
const MANY = 100;
const RUNS = 3;

/** Memory that one execution takes for many PDFs, beside what it takes for few. */
export const memory: Benchmark = {
	name: 'memory',
	what: `has Recognize Text read ${FEW} and ${MANY} PDFs of ${PAGES} pages in n8n, ${RUNS} times`,
	run: async () => {
		const bytes = await mixedPdf(PAGES);
		const few: number[] = [];
		const many: number[] = [];
		while (many.length < RUNS) {
			few.push(await peakOf({ bytes, fileCount: FEW }));
			many.push(await peakOf({ bytes, fileCount: MANY }));
		}
		const growth = median(many) / median(few) - 1;
		return [
			{
				figure: `peak of the resident set, ${FEW} PDFs`,
				target: '',
				measured: megabytes(median(few)),
			},
			{
				figure: `peak of the resident set, ${MANY} PDFs`,
				target: `at most 25 % above: ${megabytes(median(few) * 1.25)}`,
				measured: `${megabytes(median(many))}, ${(growth * 100).toFixed(0)} % above`,
			},
		];
	},
};

async function peakOf(task: MemoryTask): Promise<number> {
	const child = fork(join(__dirname, 'memoryRun.ts'), [], {
		execArgv: ['--import', 'tsx'],
		serialization: 'advanced',
	});
	child.send(task);
	const ended = once(child, 'exit');
	const lost = ended.then(([code]): never => {
		throw new Error(`The run of ${task.fileCount} PDFs ended with ${code}`);
	});
	const told = once(child, 'message').then(([report]) => report as MemoryReport);
	const { peak, pages } = await Promise.race([told, lost]);
	await ended;
	if (pages !== task.fileCount * PAGES) throw new Error(`Only ${pages} pages were read`);
	process.stdout.write(`  ${task.fileCount} PDFs: ${megabytes(peak)}\n`);
	return peak;
}

function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1e6)} MB`;
}
