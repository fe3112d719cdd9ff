import type { Document, Page, PagedDocument, RemotePdf } from '../documents/document';
import { documentItems } from '../items/documentItems';
import type { DocumentOutcome, OutputItem, PageOutcome } from '../items/documentItems';
import { failedItem } from '../items/errorPolicy';
import { estimatePages, estimateRemotePdf } from './estimatePages';
import { ItemOutcomes } from './itemOutcomes';
import { planItem } from './job';
import type { ItemPlan, Job } from './job';
import { joinedSource } from './joinedSource';
import { readPages } from './readPages';
import { readRemotePdf } from './readRemotePdf';
import type { RemoteOutcome } from './readRemotePdf';
import type { Run } from './run';
import type { Task } from './runTasks';
import { finishReading, plainReading } from './toReading';

/** Takes the items that came of an input item. */
export type Deliver = (itemIndex: number, items: OutputItem[]) => void;

/**
 * Gives one task for each request, in the order of items, documents and pages. A document is loaded
 * only when its first task is asked for, and given back when its last one has ended.
 * @throws NodeApiError or NodeOperationError where the node is set to stop
 */
export async function* itemTasks(run: Run, deliver: Deliver): AsyncGenerator<Task, void, void> {
	const { context } = run;
	for (let itemIndex = 0; itemIndex < context.getInputData().length; itemIndex++) {
		let plan: ItemPlan;
		try {
			plan = await planItem(run, itemIndex);
		} catch (error) {
			deliver(itemIndex, [{ item: failedItem(context, error, itemIndex), isDoubtful: false }]);
			continue;
		}
		const { job } = plan;
		const outcomes = new ItemOutcomes(context, itemIndex, (documents) =>
			deliver(itemIndex, itemsOf(run, job, documents)),
		);
		yield* tasksOf(run, plan, outcomes);
		outcomes.seal();
	}
}

/** Something unforeseen in one item must not take the others with it. */
function itemsOf({ context }: Run, job: Job, documents: readonly DocumentOutcome[]): OutputItem[] {
	const { facts, settings, request } = job;
	const layout = { ...settings, fields: request.fields ?? [] };
	try {
		return documentItems(documents, facts, layout, {
			finish: (reading) => finishReading(job, reading),
			rescue: plainReading,
		});
	} catch (error) {
		return [{ item: failedItem(context, error, facts.itemIndex), isDoubtful: false }];
	}
}

async function* tasksOf(
	run: Run,
	{ job, documents, noFile }: ItemPlan,
	outcomes: ItemOutcomes,
): AsyncGenerator<Task, void, void> {
	if (noFile) outcomes.addDocument().skipped = noFile;
	if (job.settings.requestMode === 'perItem' && documents.length > 0) {
		yield togetherTask(run, job, documents, outcomes);
		return;
	}
	for (const document of documents) {
		const outcome = outcomes.addDocument();
		if (document.isRemote) {
			yield outcomes.task(async () => await openRemote(run, job, document, outcome, outcomes));
			continue;
		}
		const opened = await outcomes.open(document, outcome);
		if (opened?.kind === 'pages') yield* pageTasks(run, job, opened, outcome, outcomes);
	}
}

/** A slow host must not hold up the other items: its answer is waited for in a task of its own. */
async function openRemote(
	run: Run,
	job: Job,
	document: Document,
	outcome: DocumentOutcome,
	outcomes: ItemOutcomes,
): Promise<Iterable<Task> | void> {
	const opened = await outcomes.open(document, outcome);
	if (opened?.kind === 'pages') return pageTasks(run, job, opened, outcome, outcomes);
	if (opened?.kind === 'remote') {
		return await readRemote(run, job, document, opened, outcome, outcomes);
	}
}

function* pageTasks(
	run: Run,
	job: Job,
	opened: PagedDocument,
	outcome: DocumentOutcome,
	outcomes: ItemOutcomes,
): Generator<Task, void, void> {
	outcome.warnings.push(...opened.warnings);
	let left = opened.pages.length;
	for (const [index, page] of opened.pages.entries()) {
		yield outcomes.task(async () => {
			try {
				outcome.pages[index] = await outcomes.outcomeOf(pageOutcome(run, job, [page]), page.source);
			} finally {
				if (--left === 0) opened.close();
			}
		});
	}
}

/** A PDF that the service does not read by its URL is fetched, and its pages are drawn. */
async function readRemote(
	run: Run,
	job: Job,
	{ isOptional }: Document,
	pdf: RemotePdf,
	outcome: DocumentOutcome,
	outcomes: ItemOutcomes,
): Promise<Iterable<Task> | void> {
	if (job.settings.estimateOnly) {
		outcome.pages.push(estimateRemotePdf(run, job, pdf));
		return;
	}
	let remote: RemoteOutcome;
	try {
		remote = await readRemotePdf(run, job, pdf);
	} catch (error) {
		outcome.pages.push(outcomes.failed(error, pdf.source));
		return;
	}
	if ('readings' in remote) {
		outcome.pages = remote.readings.map((reading) => ({ kind: 'read', reading }));
		return;
	}
	const { refusal, fault } = remote;
	const open = async () =>
		await pdf.download(refusal).catch((error: unknown) => {
			throw fault ?? error;
		});
	const opened = await outcomes.open({ source: pdf.source, isOptional, open }, outcome);
	if (opened) return pageTasks(run, job, opened, outcome, outcomes);
}

async function pageOutcome(run: Run, job: Job, pages: readonly Page[]): Promise<PageOutcome> {
	if (job.settings.estimateOnly) return await estimatePages(run, job, pages);
	return { kind: 'read', reading: await readPages(run, job, pages) };
}

function togetherTask(
	run: Run,
	job: Job,
	documents: readonly Document[],
	outcomes: ItemOutcomes,
): Task {
	return outcomes.task(async () => {
		const together = outcomes.addDocument();
		const opened: PagedDocument[] = [];
		let isIncomplete = false;
		try {
			for (const document of documents) {
				const outcome = outcomes.addDocument();
				const next = await outcomes.open(document, outcome);
				if (next?.kind === 'pages') opened.push(next);
				isIncomplete ||= outcome.pages.length > 0;
			}
			const pages = opened.flatMap((document) => document.pages);
			together.warnings = opened.flatMap(({ warnings }) => warnings);
			// A card of which one side is missing must not pass for a whole one.
			if (pages.length === 0 || isIncomplete) return;
			together.pages = [
				await outcomes.outcomeOf(
					pageOutcome(run, job, pages),
					joinedSource(pages.map((page) => page.source)),
				),
			];
		} finally {
			for (const document of opened) document.close();
		}
	});
}
