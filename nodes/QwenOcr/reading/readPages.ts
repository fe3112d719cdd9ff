import { recognize } from '../dashscope/client';
import { MAX_INLINE_BYTES } from '../dashscope/dataUrl';
import { encodeRequest } from '../dashscope/encodeRequest';
import type { EncodedRequest, SentPicture } from '../dashscope/encodeRequest';
import { storePicture } from '../dashscope/storage';
import type { Page, Picture, Source } from '../documents/document';
import { Fault } from '../fault';
import type { Reading } from '../items/reading';
import { askInPace, sendAgain } from './askInPace';
import { drawPages, pictureSize } from './drawPages';
import type { DrawnPage } from './drawPages';
import type { Job } from './job';
import { joinedSource } from './joinedSource';
import type { Run } from './run';
import { withinBudget } from './spending';
import { toReading } from './toReading';

/**
 * Has a page read, or several in one request, such as front and back of a card.
 * @throws Fault when one of them cannot be drawn, sent or read
 */
export async function readPages(run: Run, job: Job, pages: readonly Page[]): Promise<Reading> {
	const drawn = await drawPages(job, pages);
	const expected = { pictures: drawn.map(({ picture }) => pictureSize(picture)) };
	return await withinBudget(run, job, expected, async (spending) => {
		// Taken out of the list, as they need not stay in memory beside the request that holds them.
		const { request, sources, warnings } = await prepareRequest(run, job, drawn.splice(0));
		const send = async () => await recognize(job.service, request);
		const answer = await askInPace(run, job, spending, send);
		return toReading(job, answer, joinedSource(sources), warnings);
	});
}

/** A request with all that is to be known of its pictures; they themselves are in its body only. */
interface PreparedRequest {
	request: EncodedRequest;
	sources: Source[];
	warnings: string[];
}

async function prepareRequest(
	run: Run,
	job: Job,
	drawn: readonly DrawnPage[],
): Promise<PreparedRequest> {
	const { settings, operation } = job;
	const { model, pixels, parameters, enableRotate } = settings;
	const prepared: PreparedPage[] = [];
	for (const page of drawn) prepared.push(await preparePage(run, job, page));
	const question = {
		...job.request,
		model,
		task: operation.task,
		pixels,
		parameters,
		enableRotate,
	};
	return {
		request: encodeRequest(
			question,
			prepared.map(({ sent }) => sent),
		),
		sources: prepared.map(({ picture }) => picture.source),
		warnings: prepared.flatMap(({ picture }) => picture.warnings),
	};
}

interface PreparedPage {
	sent: SentPicture;
	picture: Picture;
}

/**
 * A picture that is too large for a data URL goes by the storage. Where that takes none or cannot be
 * reached, a page is drawn smaller.
 */
async function preparePage(
	run: Run,
	job: Job,
	{ page, picture }: DrawnPage,
): Promise<PreparedPage> {
	const sent = await toSent(run, job, picture).catch((error: unknown) => {
		if (page.canShrink && error instanceof Fault && NO_STORAGE.has(error.code)) return '';
		throw error;
	});
	if (sent !== '') return { sent, picture };

	const smaller = await page.read(MAX_INLINE_BYTES);
	return { sent: await toSent(run, job, smaller), picture: smaller };
}

const NO_STORAGE: ReadonlySet<string> = new Set(['not_reachable', 'timeout', 'upload_refused']);

async function toSent(run: Run, job: Job, { content }: Picture): Promise<SentPicture> {
	const { service, settings } = job;
	if (content.kind === 'url') return content.url;
	const { mimeType, bytes } = content;
	if (bytes.length <= MAX_INLINE_BYTES) return { mimeType, bytes };
	const store = async () => await storePicture(service, settings.model, { mimeType, bytes });
	// A wait between two attempts is no reason for other uploads to wait.
	return await sendAgain(run, job, async () => await run.fewUploads(store));
}
