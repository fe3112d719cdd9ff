import type { IExecuteFunctions } from 'n8n-workflow';
import { downloadRefused, explainDownload } from './downloadFaults';
import { isPdf } from './fileType';
import { readBody } from './readBody';
import type { StreamedAnswer } from './readBody';

/** Largest PDF that is read by its URL (contract, section 4), by the service or by n8n. */
export const MAX_PDF_BYTES = 100 * 1024 * 1024;

/** Bounds of one download. */
export interface DownloadLimits {
	maxFileBytes: number;
	timeoutMilliseconds: number;
	signal: AbortSignal;
	again: Again;
}

/** Does a work, and does it again as long as its fault may pass and the item's settings allow it. */
export type Again = <Value>(work: () => Promise<Value>) => Promise<Value>;

/**
 * Fetches a picture for URL Handling: Download, through n8n's HTTP client and without any
 * credential, and again where its fault may pass; stops as soon as it is larger than the service
 * reads.
 * @throws Fault `download_refused`, `file_too_large`, `timeout` or `not_reachable`
 */
export async function download(
	context: IExecuteFunctions,
	url: string,
	limits: DownloadLimits,
): Promise<Buffer> {
	return await limits.again(async () => {
		try {
			return await fetchFile(context, url, limits);
		} catch (error) {
			throw explainDownload(error, limits.timeoutMilliseconds);
		}
	});
}

async function fetchFile(
	context: IExecuteFunctions,
	url: string,
	{ maxFileBytes, timeoutMilliseconds, signal }: DownloadLimits,
): Promise<Buffer> {
	const deadline = Date.now() + timeoutMilliseconds;
	const { statusCode, headers, body } = (await context.helpers.httpRequest({
		method: 'GET',
		url,
		encoding: 'stream',
		timeout: timeoutMilliseconds,
		abortSignal: signal,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	})) as StreamedAnswer;
	if (statusCode >= 200 && statusCode < 300) {
		const limitOf = (start: Buffer) => (isPdf(start) ? MAX_PDF_BYTES : maxFileBytes);
		return await readBody(body, limitOf, deadline);
	}

	body.destroy();
	throw downloadRefused(statusCode, headers);
}
