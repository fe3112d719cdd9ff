import type { IExecuteFunctions } from 'n8n-workflow';
import { Fault } from '../fault';
import type { DownloadLimits } from './download';
import { downloadRefused, explainDownload } from './downloadFaults';
import { START_BYTES, isPdf } from './fileType';
import { readStart } from './readBody';
import type { StreamedAnswer } from './readBody';

/** What the beginning of a file at a web address tells. */
export interface UrlFacts {
	isPdf: boolean;
	/** Absent when the server does not say. */
	byteLength?: number;
}

const LONGEST_WAIT_MILLISECONDS = 15_000;

/**
 * Looks at the first kilobyte of a file at a web address with one ranged GET, without any
 * credential, and once more where its fault may pass. Gives undefined when n8n cannot reach it; the
 * service perhaps can.
 */
export async function probeUrl(
	context: IExecuteFunctions,
	url: string,
	{ timeoutMilliseconds, signal, again }: Omit<DownloadLimits, 'maxFileBytes'>,
): Promise<UrlFacts | undefined> {
	const timeout = Math.min(timeoutMilliseconds, LONGEST_WAIT_MILLISECONDS);
	const look = async () => {
		try {
			return await fetchStart(context, url, timeout, signal);
		} catch (error) {
			throw onceMore(explainDownload(error, timeout));
		}
	};
	return await again(look).catch(() => undefined);
}

async function fetchStart(
	context: IExecuteFunctions,
	url: string,
	timeout: number,
	signal: AbortSignal,
): Promise<UrlFacts> {
	const { statusCode, headers, body } = (await context.helpers.httpRequest({
		method: 'GET',
		url,
		headers: { Range: `bytes=0-${START_BYTES - 1}` },
		encoding: 'stream',
		timeout,
		abortSignal: signal,
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
	})) as StreamedAnswer;
	const start = await readStart(body, START_BYTES, Date.now() + timeout);
	if (statusCode < 200 || statusCode >= 300) throw downloadRefused(statusCode, headers);
	return { isPdf: isPdf(start), ...readLength(statusCode, headers) };
}

/** The service may reach what n8n does not: no host is waited for as long as it asks, or often. */
function onceMore({ code, message, description, details }: Fault): Fault {
	return new Fault(code, message, description, { ...details, retry: { mostRetries: 1 } });
}

/** `content-range: bytes 0-1023/48213`, or the whole length where the server ignores ranges. */
function readLength(
	statusCode: number,
	headers: Record<string, unknown>,
): Pick<UrlFacts, 'byteLength'> {
	const ranged = /\/(\d+)\s*$/.exec(String(headers['content-range'] ?? ''))?.[1];
	const whole = statusCode === 200 ? headers['content-length'] : undefined;
	const byteLength = Number(ranged ?? whole);
	return Number.isFinite(byteLength) ? { byteLength } : {};
}
