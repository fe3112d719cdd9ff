import { recognizeFile } from '../dashscope/client';
import { mostPages } from '../dashscope/fileRequest';
import type { Answer, Layout, Usage } from '../dashscope/nativeAnswer';
import type { RemotePdf } from '../documents/document';
import { Fault } from '../fault';
import type { Reading } from '../items/reading';
import { askInPace } from './askInPace';
import type { Job } from './job';
import type { Run } from './run';
import { withinBudget } from './spending';
import type { Spending } from './spending';
import { toReading } from './toReading';

/** What a PDF by its URL gave, or why its pages must be drawn, as it stands in a sentence. */
export type RemoteOutcome = { readings: Reading[] } | Refusal;

interface Refusal {
	refusal: string;
	/** What to tell where the file cannot be fetched either; absent where that tells itself. */
	fault?: Fault;
}

/**
 * Has a PDF read by its URL and gives its readings: one for the whole file, or one for each page
 * where the output asks for pages and the answer tells them apart. Its pages must be drawn when the
 * service does not take the file this way (more pages than it reads, an address it cannot reach), or
 * when its price, of which nothing tells the pages, does not fit into Max Cost.
 * @throws Fault for everything else
 */
export async function readRemotePdf(run: Run, job: Job, pdf: RemotePdf): Promise<RemoteOutcome> {
	const { service, settings, operation, request } = job;
	const { model, parameters } = settings;
	const { task } = operation;
	const question = { ...request, model, url: pdf.url, task, parameters };
	const expected = { pictures: [], pdfPages: mostPages(task) };
	let isSent = false;
	const send = async () => {
		isSent = true;
		return await recognizeFile(service, question);
	};
	const ask = async (spending: Spending) => await askInPace(run, job, spending, send);
	const answer = await withinBudget(run, job, expected, ask).catch((error: unknown) => {
		const refusal = refusalOf(error, isSent);
		if (refusal) return refusal;
		throw error;
	});
	return 'refusal' in answer ? answer : { readings: toReadings(job, pdf, answer) };
}

function refusalOf(error: unknown, isSent: boolean): Refusal | undefined {
	if (!(error instanceof Fault)) return undefined;
	if (REFUSALS.has(error.code)) return { refusal: 'as it refused the file' };
	if (error.code !== 'max_cost' || isSent) return undefined;
	return { refusal: 'as the whole file may cost more than is left of Max Cost', fault: error };
}

function toReadings(job: Job, pdf: RemotePdf, answer: Answer): Reading[] {
	const { settings, operation } = job;
	const pageCount = answer.layouts?.reduce((most, { page }) => Math.max(most, page), 1);
	const source = { ...pdf.source, pageCount };
	const limits = limitWarnings(job, pageCount);
	if (settings.outputMode !== 'perPage' || !pageCount || !answer.layouts?.length) {
		return [toReading(job, answer, { ...source, page: 1 }, limits)];
	}
	return splitByPage(answer, Math.min(pageCount, mostPages(operation.task))).map(
		({ page, part }) => {
			const isBlank = part.layouts?.length === 0;
			const blank = `The service tells of nothing on page ${page}; it may be blank.`;
			return toReading(job, part, { ...source, page }, isBlank ? [...limits, blank] : limits);
		},
	);
}

/** Faults of the file or its way, not of the account or the content. */
const REFUSALS: ReadonlySet<string> = new Set([
	'refused',
	'picture_too_large',
	'picture_unreadable',
	'url_not_reachable',
	'url_not_usable',
]);

/** The service may stop at its limit without a word; only `layouts` tell how many pages it read. */
function limitWarnings({ operation }: Job, pageCount: number | undefined): string[] {
	const most = mostPages(operation.task);
	return pageCount === undefined || pageCount >= most
		? [`The service reads at most ${most} pages of a PDF by its URL; later pages may be missing.`]
		: [];
}

/**
 * Each page's part of the answer; one of the first `pageCount` without a layout has an empty part.
 * The tokens are counted with the first, as they are known only in all.
 */
function splitByPage(answer: Answer, pageCount: number): Array<{ page: number; part: Answer }> {
	const byPage = new Map<number, Layout[]>();
	for (let page = 1; page <= pageCount; page++) byPage.set(page, []);
	for (const layout of answer.layouts ?? []) {
		byPage.set(layout.page, [...(byPage.get(layout.page) ?? []), layout]);
	}
	return [...byPage.entries()]
		.sort(([one], [other]) => one - other)
		.map(([page, layouts], index) => {
			const text = layouts.map(({ markdown }) => markdown).join('\n\n');
			const usage = index === 0 ? answer.usage : NO_USAGE;
			return { page, part: { ...answer, processedText: undefined, text, layouts, usage } };
		});
}

const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, imageTokens: 0, totalTokens: 0 };
