import { mostPages } from '../dashscope/fileRequest';
import type { Page, RemotePdf, Source } from '../documents/document';
import type { PageOutcome } from '../items/documentItems';
import { drawPages, pictureSize } from './drawPages';
import { estimateRequest } from './estimateRequest';
import type { Expected } from './estimateRequest';
import type { Job } from './job';
import { joinedSource } from './joinedSource';
import type { Run } from './run';

/**
 * Estimates the request that would have one page read, or several together.
 * @throws Fault when one of them cannot be drawn, or would not be sent
 */
export async function estimatePages(
	run: Run,
	job: Job,
	pages: readonly Page[],
): Promise<PageOutcome> {
	const pictures = (await drawPages(job, pages)).map(({ picture }) => picture);
	const source = joinedSource(pictures.map((picture) => picture.source));
	const warnings = pictures.flatMap((picture) => picture.warnings);
	return toOutcome(run, job, { pictures: pictures.map(pictureSize) }, source, warnings);
}

/** Estimates the request that would have a PDF read by its URL, with as many pages as it may have. */
export function estimateRemotePdf(run: Run, job: Job, { source }: RemotePdf): PageOutcome {
	return toOutcome(run, job, { pictures: [], pdfPages: mostPages(job.operation.task) }, source);
}

function toOutcome(
	run: Run,
	job: Job,
	expected: Expected,
	source: Source,
	warnings: readonly string[] = [],
): PageOutcome {
	const estimate = estimateRequest(job, expected);
	run.estimated.add(estimate, job.facts.price);
	return { kind: 'estimated', request: { estimate, source, warnings } };
}
