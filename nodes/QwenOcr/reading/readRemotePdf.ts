import { recognizeFile } from '../dashscope/client';
import { mostPages } from '../dashscope/fileRequest';
import type { Answer, Layout, Usage } from '../dashscope/nativeAnswer';
import type { RemotePdf } from '../documents/document';
import { Fault } from '../fault';
import type { Reading } from '../items/reading';
import { askInPace } from './askInPace';
import type { Job } from './job';
import { toReading } from './readPage';
import type { Run } from './run';

/**
 * Has a PDF read by its URL and gives its readings: one for the whole file, or one for each page
 * where the output asks for pages and the answer tells them apart. Undefined when the service does
 * not take the file this way (more pages than it reads, an address it cannot reach): its pages must
 * then be drawn.
 * @throws Fault for everything else
 */
export async function readRemotePdf(
	run: Run,
	job: Job,
	pdf: RemotePdf,
): Promise<Reading[] | undefined> {
	const { service, settings, operation, request } = job;
	const { model, parameters } = settings;
	const { task } = operation;
	const question = { ...request, model, url: pdf.url, task, parameters };
	const answer = await askInPace(
		run,
		job,
		{ pictures: [], pdfPages: mostPages(task) },
		async () => await recognizeFile(service, question),
	).catch((error: unknown) => {
		if (error instanceof Fault && REFUSALS.has(error.code)) return undefined;
		throw error;
	});
	if (!answer) return undefined;

	const pages = answer.layouts?.map(({ page }) => page);
	const pageCount = pages && Math.max(1, ...pages);
	const answers = settings.outputMode === 'perPage' ? splitByPage(answer) : [{ page: 1, answer }];
	return answers.map(({ page, answer: part }) =>
		toReading(job, part, { ...pdf.source, page, pageCount }, limitWarnings(job, pageCount)),
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

/** Each page's part of the answer; the tokens are counted with the first, as they are known only in all. */
function splitByPage(answer: Answer): Array<{ page: number; answer: Answer }> {
	const byPage = new Map<number, Layout[]>();
	for (const layout of answer.layouts ?? []) {
		byPage.set(layout.page, [...(byPage.get(layout.page) ?? []), layout]);
	}
	if (byPage.size === 0) return [{ page: 1, answer }];
	return [...byPage.entries()]
		.sort(([one], [other]) => one - other)
		.map(([page, layouts], index) => {
			const text = layouts.map(({ markdown }) => markdown).join('\n\n');
			const usage = index === 0 ? answer.usage : NO_USAGE;
			return { page, answer: { ...answer, processedText: undefined, text, layouts, usage } };
		});
}

const NO_USAGE: Usage = { inputTokens: 0, outputTokens: 0, imageTokens: 0, totalTokens: 0 };
