import { dataInspection, MEDIA_FORMAT } from './dataInspection';
import { download, INVALID_URL } from './downloads';
import { invalidParameter } from './serviceErrors';

/** A picture's bytes with what its source said of them. */
export interface PictureFile {
	bytes: Buffer;
	/** The media type named by the data URL, the Content-Type header or the extension; lower case. */
	mediaType: string;
}

/** Longest data URL in characters: the text of the service's own refusal names it. */
const LONGEST_DATA_URL = 10_485_760;

/** What decides whether a picture may be had. */
export interface SourceRules {
	/** Largest picture behind a URL, bytes. */
	maxFileBytes: number;
	/** Opens an `oss://` address; absent unless the request asked for that by its header. */
	openStored?: (address: string) => PictureFile;
}

/**
 * The picture behind the address in an image part: a data URL, a file of the temporary storage, or
 * a URL of this machine. Throws the service's refusal.
 */
export async function loadPicture(address: string, rules: SourceRules): Promise<PictureFile> {
	if (/^data:/i.test(address)) return fromDataUrl(address);
	if (/^oss:/i.test(address)) {
		if (!rules.openStored) throw dataInspection(MEDIA_FORMAT);
		return rules.openStored(address);
	}
	return await download(address, { maxFileBytes: rules.maxFileBytes, mediaType: 'image/' });
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
