/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a process of its own, so that a hang can be ended */
import { once } from 'node:events';
import { loadBuilt } from './builtNode';
import { breakFile, listBrokenCases, type BaseFile } from './cases';
import { readFile, type Outcome } from './readCase';

/** As little as the cases need, so that a file which takes all there is takes it soon. */
const MEMORY_BYTES = 128 * 1024 * 1024;

/** What the worker is told first: the files that the cases are made of. */
export interface WorkerStart {
	bases: BaseFile[];
	caseCount: number;
}

/** What the worker tells of a case. */
export interface CaseReport {
	index: number;
	outcome: Outcome;
	/** Whether a whole file, read after it by the same reader, still gives the same picture. */
	isGoodFileRead: boolean;
	/** How many instances of PDFium this worker has started so far. */
	instances: number;
}

/** Reads broken files, one for each index that it is sent, all with one reader as an execution has it. */
async function main(): Promise<void> {
	const [{ bases, caseCount }] = (await once(process, 'message')) as [WorkerStart];
	const cases = listBrokenCases(bases, caseCount);
	const { PdfReader } = loadBuilt('pdfReader');
	const { startPdfium } = loadBuilt('pdfium');
	let instances = 0;
	const reader = new PdfReader(async () => {
		instances++;
		return await startPdfium(MEMORY_BYTES);
	});

	const [good] = bases;
	const expected = await readFile(good.bytes, good.password, reader);
	process.on('message', (index: number) => void read(index));
	process.once('disconnect', () => process.exit());
	process.send?.({ isReady: true });

	async function read(index: number): Promise<void> {
		const { base } = cases[index];
		const { outcome } = await readFile(Buffer.from(breakFile(cases[index])), base.password, reader);
		const { pictures } = await readFile(good.bytes, good.password, reader);
		const isGoodFileRead =
			pictures.length === expected.pictures.length &&
			pictures.every((picture, page) => picture.equals(expected.pictures[page]));
		const report: CaseReport = { index, outcome, isGoodFileRead, instances };
		process.send?.(report);
	}
}

main().catch((error: Error) => {
	process.stderr.write(`${error.stack}\n`);
	process.exit(1);
});
