/* eslint-disable @n8n/community-nodes/no-restricted-globals -- prints what became of the files */
import { listBrokenCases, makeBaseFiles, type BrokenCase } from './pdfCorpus/cases';
import type { CaseReport } from './pdfCorpus/worker';
import { readAllCases } from './pdfCorpus/workers';

const CASE_COUNT = 1000;
const WORKER_COUNT = 2;

describe('broken PDFs', () => {
	let cases: BrokenCase[];
	let reports: CaseReport[];
	let problems: string[];

	beforeAll(async () => {
		const bases = await makeBaseFiles();
		cases = listBrokenCases(bases, CASE_COUNT);
		const all = await readAllCases({ bases, caseCount: CASE_COUNT }, WORKER_COUNT);
		reports = all.reports;
		problems = [
			...all.lost.map(({ index, why }) => `${cases[index].name} ${why}`),
			...reports.flatMap(({ index, outcome }) =>
				outcome.kind === 'failed' ? [`${cases[index].name} failed: ${outcome.error}`] : [],
			),
		];
	}, 240_000);

	it('each give pages or a message, within five seconds', () => {
		const count = (kind: string) => reports.filter(({ outcome }) => outcome.kind === kind).length;
		process.stdout.write(
			`\n${CASE_COUNT} broken PDFs: ${count('pages')} with pages, ${count('refused')} refused with a message, ${problems.length} neither\n`,
		);
		expect(problems).toEqual([]);
		expect(reports).toHaveLength(CASE_COUNT);
	});

	it('leave the reader able to read the next file, even those that broke PDFium', () => {
		const unread = reports.filter(({ isGoodFileRead }) => !isGoodFileRead);
		expect(unread.map(({ index }) => cases[index].name)).toEqual([]);
		expect(Math.max(...reports.map(({ instances }) => instances))).toBeGreaterThan(1);
	});

	it('are both files that open and files that do not', () => {
		const kinds = new Set(reports.map(({ outcome }) => outcome.kind));
		expect(kinds).toEqual(new Set(['pages', 'refused']));
	});
});
