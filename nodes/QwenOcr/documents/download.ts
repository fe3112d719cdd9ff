import type { IExecuteFunctions } from 'n8n-workflow';
import { createSecretHider } from '../dashscope/secrets';
import { explainConnection } from '../dashscope/connectionFault';
import { Fault } from '../fault';
import { BodyTooLarge, readBody } from './readBody';
import type { StreamedAnswer } from './readBody';

/** Largest PDF that is read by its URL (contract, section 4), by the service or by n8n. */
export const MAX_PDF_BYTES = 100 * 1024 * 1024;

/** Bounds of one download. */
export interface DownloadLimits {
	maxFileBytes: number;
	timeoutMilliseconds: number;
	signal: AbortSignal;
}

/**
 * Fetches a picture for URL Handling: Download, through n8n's HTTP client and without any
 * credential; stops as soon as it is larger than the service reads.
 * @throws Fault `download_refused`, `file_too_large`, `timeout` or `not_reachable`
 */
export async function download(
	context: IExecuteFunctions,
	url: string,
	limits: DownloadLimits,
): Promise<Buffer> {
	try {
		return await fetchFile(context, url, limits);
	} catch (error) {
		throw explainDownload(error, limits);
	}
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
		const limit = isPdfByName(url, headers) ? MAX_PDF_BYTES : maxFileBytes;
		return await readBody(body, limit, deadline);
	}

	body.destroy();
	throw new Fault(
		'download_refused',
		`The picture's URL answered with HTTP ${statusCode}`,
		'Check the address in URL. Pages that need a sign-in must be fetched with the HTTP Request node first.',
		{ httpCode: statusCode, retryable: statusCode >= 500 },
	);
}

function isPdfByName(url: string, headers: Record<string, unknown>): boolean {
	return /\.pdf$/i.test(new URL(url).pathname) || /pdf/i.test(String(headers?.['content-type']));
}

function explainDownload(error: unknown, limits: DownloadLimits): Fault {
	if (error instanceof Fault) return error;
	if (error instanceof BodyTooLarge) {
		const megabytes = (error.maxBytes / (1024 * 1024)).toFixed(0);
		return new Fault(
			'file_too_large',
			`The file of the URL is larger than the ${megabytes} MB that can be read`,
			'Make the picture smaller or save it as JPEG.',
		);
	}
	return explainConnection(error, {
		target: "the picture's URL",
		advice: 'Check the address in URL, and that this n8n may connect to it.',
		timeoutMilliseconds: limits.timeoutMilliseconds,
		hideSecrets: createSecretHider(''),
	});
}
