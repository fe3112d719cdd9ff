import { dataInspection, MEDIA_FORMAT } from './dataInspection';
import { download, INVALID_URL } from './downloads';
import type { RequestBody } from './requestBody';
import { invalidParameter } from './serviceErrors';

/** A picture's bytes with what its source said of them. */
export interface PictureFile {
	bytes: Buffer;
	/** The media type named by the data URL, the Content-Type header or the extension; lower case. */
	mediaType: string;
	/** SHA-256 of the bytes, hexadecimal, where it is known already. */
	sha256?: string;
}

/** Longest data URL in characters: the text of the service's own refusal names it. */
const LONGEST_DATA_URL = 10_485_760;

/** What decides whether a picture may be had. */
export interface SourceRules {
	/** Largest picture behind a URL, bytes. */
	maxFileBytes: number;
	/** The request, which holds the payloads of its data URLs. */
	body: RequestBody;
	/** Opens an `oss://` address; absent unless the request asked for that by its header. */
	openStored?: (address: string) => PictureFile;
}

/**
 * The picture behind the address in an image part: a data URL, a file of the temporary storage, or
 * a URL of this machine. Throws the service's refusal.
 */
export async function loadPicture(address: string, rules: SourceRules): Promise<PictureFile> {
	if (/^data:/i.test(address)) return fromDataUrl(address, rules.body);
	if (/^oss:/i.test(address)) {
		if (!rules.openStored) throw dataInspection(MEDIA_FORMAT);
		return rules.openStored(address);
	}
	return await download(address, { maxFileBytes: rules.maxFileBytes, mediaType: 'image/' });
}

function fromDataUrl(address: string, body: RequestBody): PictureFile {
	const begin = address.indexOf(',') + 1;
	const payload = body.payloadOf(address.slice(begin));
	if (begin + payload.length > LONGEST_DATA_URL) {
		// The stray quotation mark is the service's own.
		throw invalidParameter(`Exceeded limit on max bytes per data-uri item : ${LONGEST_DATA_URL}'.`);
	}
	const match = /^data:([^;,]*);base64,$/i.exec(address.slice(0, begin));
	if (!match || !payload.isValid) throw invalidParameter(INVALID_URL);
	const { bytes, sha256 } = payload;
	return { bytes, sha256, mediaType: match[1].toLowerCase() };
}
