import { invalidParameter, ServiceError, standinMark } from './serviceErrors';

/** A picture's bytes with what its source said of them. */
export interface PictureFile {
	bytes: Buffer;
	/** The media type named by the data URL or the Content-Type header, in lower case. */
	mediaType: string;
}

/** Longest data URL in characters: the text of the service's own refusal names it. */
const LONGEST_DATA_URL = 10_485_760;

const DOWNLOAD_TIMEOUT_MS = 10_000;

const UNABLE_TO_DOWNLOAD =
	'Unable to download the media resource during the data inspection process.';
const INVALID_URL =
	'The provided URL does not appear to be valid. Ensure it is correctly formatted.';

/** What decides whether a picture may be had. */
export interface SourceRules {
	/** Whether the request carried `X-DashScope-OssResourceResolve: enable`. */
	resolveOss: boolean;
	/** Largest picture behind a URL, bytes. */
	maxFileBytes: number;
}

/**
 * The picture behind the address in an image part: a data URL, or a URL of this machine, as the
 * stand-in reaches nothing else. Throws the service's refusal.
 */
export async function loadPicture(address: string, rules: SourceRules): Promise<PictureFile> {
	if (/^data:/i.test(address)) return fromDataUrl(address);
	if (/^oss:/i.test(address)) throw ossRefusal(rules);
	if (!/^https?:/i.test(address) || !URL.canParse(address)) throw invalidParameter(INVALID_URL);
	return await download(new URL(address), rules.maxFileBytes);
}

function fromDataUrl(address: string): PictureFile {
	if (address.length > LONGEST_DATA_URL) {
		// The stray quotation mark is the service's own.
		throw invalidParameter(`Exceeded limit on max bytes per data-uri item : ${LONGEST_DATA_URL}'.`);
	}
	const comma = address.indexOf(',');
	const match = /^data:([^;,]*);base64$/i.exec(address.slice(0, Math.max(comma, 0)));
	const payload = address.slice(comma + 1);
	if (!match || !/^[A-Za-z0-9+/]+={0,2}$/.test(payload)) throw invalidParameter(INVALID_URL);
	return { bytes: Buffer.from(payload, 'base64'), mediaType: match[1].toLowerCase() };
}

function ossRefusal({ resolveOss }: SourceRules): ServiceError {
	if (resolveOss) {
		return invalidParameter(standinMark('it has no upload storage yet, oss:// has no file'));
	}
	return new ServiceError(
		400,
		'InvalidParameter.DataInspection',
		'The media format is not supported or incorrect for the data inspection.',
	);
}

async function download(url: URL, maxFileBytes: number): Promise<PictureFile> {
	if (!isLoopback(url.hostname)) throw downloadRefusal(UNABLE_TO_DOWNLOAD);
	const response = await request(url);
	if (!response.ok) throw downloadRefusal(UNABLE_TO_DOWNLOAD);
	const length = response.headers.get('content-length');
	if (length === null) {
		throw new ServiceError(500, 'InternalError.Algo', 'Missing Content-Length of multimodal url.');
	}
	if (Number(length) > maxFileBytes) throw invalidParameter('Multimodal file size is too large');
	const mediaType = (response.headers.get('content-type') ?? '').split(';')[0].trim().toLowerCase();
	if (!mediaType.startsWith('image/')) {
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
	return downloadRefusal(
		timedOut
			? 'Download the media resource timed out during the data inspection process.'
			: UNABLE_TO_DOWNLOAD,
	);
}

function downloadRefusal(message: string): ServiceError {
	return new ServiceError(400, 'InvalidParameter.DataInspection', message);
}

function isLoopback(host: string): boolean {
	return host === 'localhost' || host === '[::1]' || /^127(\.\d{1,3}){3}$/.test(host);
}
