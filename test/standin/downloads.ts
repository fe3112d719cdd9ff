import { dataInspection, UNABLE_TO_DOWNLOAD } from './dataInspection';
import { invalidParameter, ServiceError } from './serviceErrors';

/** A file with what its server said of it. */
export interface DownloadedFile {
	bytes: Buffer;
	/** From the Content-Type header, in lower case; empty without one. */
	mediaType: string;
}

/** What a download may be. */
export interface DownloadRules {
	/** Largest file. */
	maxFileBytes: number;
	/** How the media type must begin; empty for any. */
	mediaType: string;
}

/** The text of the service for an address that is no URL. */
export const INVALID_URL =
	'The provided URL does not appear to be valid. Ensure it is correctly formatted.';

const DOWNLOAD_TIMEOUT_MS = 10_000;

/**
 * The file behind a web address of this machine, as the stand-in reaches nothing else.
 * Throws the service's refusal.
 */
export async function download(address: string, rules: DownloadRules): Promise<DownloadedFile> {
	if (!/^https?:/i.test(address) || !URL.canParse(address)) throw invalidParameter(INVALID_URL);
	const url = new URL(address);
	if (!isLoopback(url.hostname)) throw dataInspection(UNABLE_TO_DOWNLOAD);
	const response = await request(url);
	if (!response.ok) throw dataInspection(UNABLE_TO_DOWNLOAD);
	const length = response.headers.get('content-length');
	if (length === null) {
		throw new ServiceError(500, 'InternalError.Algo', 'Missing Content-Length of multimodal url.');
	}
	if (Number(length) > rules.maxFileBytes) {
		throw invalidParameter('Multimodal file size is too large');
	}
	const mediaType = (response.headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase();
	if (!mediaType.startsWith(rules.mediaType)) {
		throw invalidParameter('Wrong Content-Type of multimodal url');
	}
	return { bytes: await readBytes(response), mediaType };
}

async function request(url: URL): Promise<Response> {
	try {
		// The service follows no redirects; following one could also lead off this machine.
		return await fetch(url, {
			redirect: 'manual',
			headers: { 'accept-encoding': 'identity' },
			signal: AbortSignal.timeout(DOWNLOAD_TIMEOUT_MS),
		});
	} catch (error) {
		throw downloadFailure(error);
	}
}

async function readBytes(response: Response): Promise<Buffer> {
	try {
		return Buffer.from(await response.arrayBuffer());
	} catch (error) {
		throw downloadFailure(error);
	}
}

function downloadFailure(error: unknown): ServiceError {
	const timedOut = error instanceof Error && error.name === 'TimeoutError';
	return dataInspection(
		timedOut
			? 'Download the media resource timed out during the data inspection process.'
			: UNABLE_TO_DOWNLOAD,
	);
}

function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
