/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import type { Benchmark } from './benchmark';
import { runInProcess } from './loadProcess';
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
	const { peak, pages } = await runInProcess<MemoryReport>('memoryRun.ts', task);
	if (pages !== task.fileCount * PAGES) throw new Error(`Only ${pages} pages were read`);
	process.stdout.write(`  ${task.fileCount} PDFs: ${megabytes(peak)}\n`);
	return peak;
}

function megabytes(bytes: number): string {
	return `${Math.round(bytes / 1e6)} MB`;
}
