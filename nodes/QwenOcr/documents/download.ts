import type { IExecuteFunctions } from 'n8n-workflow';
import { Fault } from '../fault';

/**
 * Fetches a picture for URL Handling: Download, through n8n's HTTP client and without any
 * credential.
 * @throws Fault `download_refused` or `download_unreachable`
 */
export async function download(
	context: IExecuteFunctions,
	url: string,
	timeoutMilliseconds: number,
): Promise<Buffer> {
	const { statusCode, body } = await fetchOrExplain(context, url, timeoutMilliseconds);
	if (statusCode >= 200 && statusCode < 300) return Buffer.from(body);
	throw new Fault(
		'download_refused',
		`The picture's URL answered with HTTP ${statusCode}`,
		'Check the address in URL. Pages that need a sign-in must be fetched with the HTTP Request node first.',
		{ httpCode: statusCode, retryable: statusCode >= 500 },
	);
}

async function fetchOrExplain(
	context: IExecuteFunctions,
	url: string,
	timeoutMilliseconds: number,
): Promise<{ statusCode: number; body: ArrayBuffer }> {
	try {
		return (await context.helpers.httpRequest({
			method: 'GET',
			url,
			encoding: 'arraybuffer',
			timeout: timeoutMilliseconds,
			abortSignal: context.getExecutionCancelSignal(),
			returnFullResponse: true,
			ignoreHttpStatusErrors: true,
		})) as { statusCode: number; body: ArrayBuffer };
	} catch {
		throw unreachable();
	}
}

function unreachable(): Fault {
	return new Fault(
		'download_unreachable',
		"The picture's URL could not be reached",
		'Check the address in URL, and that this n8n may connect to it.',
		{ retryable: true },
	);
}
