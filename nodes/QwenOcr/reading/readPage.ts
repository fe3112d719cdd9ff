import { recognize } from '../dashscope/client';
import type { PictureSize } from '../dashscope/cost/tokens';
import { MAX_INLINE_BYTES, toDataUrl } from '../dashscope/dataUrl';
import type { Answer } from '../dashscope/nativeAnswer';
import { storePicture } from '../dashscope/storage';
import type { Page, Picture, Source } from '../documents/document';
import { Fault } from '../fault';
import type { Reading } from '../items/reading';
import { markIncomplete } from '../results/completeness';
import { askInPace } from './askInPace';
import type { Job } from './job';
import type { Run } from './run';

/**
 * Has one page read.
 * @throws Fault when it cannot be drawn, sent or read
 */
export async function readPage(run: Run, job: Job, page: Page): Promise<Reading> {
	const { image, picture } = await prepare(run, job, page);
	const answer = await ask(run, job, [image], [picture.source]);
	return toReading(job, answer, picture.source, picture.warnings);
}

/**
 * Has several pages read in one request, such as front and back of a card.
 * @throws Fault as `readPage` does, for any of them
 */
export async function readTogether(run: Run, job: Job, pages: readonly Page[]): Promise<Reading> {
	const prepared: Array<{ image: string; picture: Picture }> = [];
	for (const page of pages) prepared.push(await prepare(run, job, page));
	const images = prepared.map(({ image }) => image);
	const sources = prepared.map(({ picture }) => picture.source);
	const answer = await ask(run, job, images, sources);
	const warnings = prepared.flatMap(({ picture }) => picture.warnings);
	return toReading(job, answer, sourceOfAll(sources), warnings);
}

/** Makes a reading of an answer, with all that is doubtful about it. */
export function toReading(
	{ operation, settings, request }: Job,
	answer: Answer,
	source: Source,
	warnings: readonly string[],
): Reading {
	const { model, enableRotate, values } = settings;
	const question = { source, model, enableRotate, request, values };
	const result = markIncomplete(operation.readResult(answer, question), answer.finishReason);
	return {
		source,
		result: { ...result, warnings: [...warnings, ...result.warnings] },
		answers: [answer],
	};
}

/** Completes a reading whose pages have been put together. */
export function finishReading({ operation, settings, request }: Job, reading: Reading): Reading {
	const { source, result } = reading;
	const { model, enableRotate, values } = settings;
	const question = { source, model, enableRotate, request, values };
	return operation.finishResult
		? { ...reading, result: operation.finishResult(result, question) }
		: reading;
}

async function ask(
	run: Run,
	job: Job,
	images: string[],
	sources: readonly Source[],
): Promise<Answer> {
	const { service, settings, operation, request } = job;
	const { model, pixels, parameters, enableRotate } = settings;
	const { task } = operation;
	const question = { ...request, model, images, task, pixels, parameters, enableRotate };
	return await askInPace(
		run,
		job,
		{ pictures: sources.map(sizeOf) },
		async () => await recognize(service, question),
	);
}

function sizeOf({ width, height }: Source): PictureSize | undefined {
	return width !== undefined && height !== undefined ? { width, height } : undefined;
}

/** A picture that is too large for a data URL goes by the storage; a page is else drawn smaller. */
async function prepare(
	run: Run,
	job: Job,
	page: Page,
): Promise<{ image: string; picture: Picture }> {
	const picture = await page.read(job.hasStorage ? job.maxFileBytes : MAX_INLINE_BYTES);
	const image = await toImage(run, job, picture).catch((error: unknown) => {
		if (page.canShrink && error instanceof Fault && error.code === 'upload_refused') return '';
		throw error;
	});
	if (image) return { image, picture };

	const smaller = await page.read(MAX_INLINE_BYTES);
	return { image: await toImage(run, job, smaller), picture: smaller };
}

async function toImage(
	run: Run,
	{ service, settings }: Job,
	{ content }: Picture,
): Promise<string> {
	if (content.kind === 'url') return content.url;
	const { mimeType, bytes } = content;
	if (bytes.length <= MAX_INLINE_BYTES) return toDataUrl(mimeType, bytes);
	return await run.inTurn(
		async () => await storePicture(service, settings.model, { mimeType, bytes }),
	);
}

/** Pictures that were read together have no page or size in common, only their names. */
function sourceOfAll(sources: readonly Source[]): Source {
	const [first, ...others] = sources;
	if (others.length === 0) return first;
	const names = (name: 'field' | 'fileName') => [
		...new Set(sources.flatMap((source) => source[name] ?? [])),
	];
	const fields = names('field').join(', ');
	const fileNames = names('fileName').join(', ');
	return {
		...(fields && { field: fields }),
		...(fileNames && { fileName: fileNames }),
		page: 1,
		pageCount: sources.length,
	};
}
