import { explainConnection } from '../dashscope/connectionFault';
import { readRetryAfter } from '../dashscope/pace/retryAfter';
import { createSecretHider } from '../dashscope/secrets';
import { Fault } from '../fault';
import { BodyTooLarge } from './readBody';

/** Gives Fault `download_refused` for an answer that is not the file. */
export function downloadRefused(statusCode: number, headers: Record<string, unknown>): Fault {
	const message = `The picture's URL answered with HTTP ${statusCode}`;
	if (!isPassing(statusCode)) {
		const advice =
			'Check the address in URL. Pages that need a sign-in must be fetched with the HTTP Request node first.';
		return new Fault('download_refused', message, advice, { httpCode: statusCode });
	}
	const retryAfterMilliseconds = readRetryAfter(headers ?? {});
	return new Fault('download_refused', message, 'This may pass: run the item again later.', {
		httpCode: statusCode,
		retryable: true,
		...(retryAfterMilliseconds !== undefined && { retry: { retryAfterMilliseconds } }),
	});
}

/** Too slow, too many requests, or a fault of the server itself. */
function isPassing(statusCode: number): boolean {
	return statusCode === 408 || statusCode === 429 || statusCode >= 500;
}

/** Tells why a file of a URL was not read to its end: its size, or the connection. */
export function explainDownload(error: unknown, timeoutMilliseconds: number): Fault {
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
		timeoutMilliseconds,
		hideSecrets: createSecretHider(''),
	});
}
