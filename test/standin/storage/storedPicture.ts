import { dataInspection, MEDIA_FORMAT, UNABLE_TO_DOWNLOAD } from '../dataInspection';
import { mediaTypesOf } from '../pictureChecks';
import type { PictureFile } from '../pictureSources';
import { ServiceError } from '../serviceErrors';
import { accountOf } from './account';
import type { TemporaryStorage } from './temporaryStorage';

/** Who asks for a stored file, and when. */
export interface Reader {
	/** The API key of the request. */
	key: string;
	/** The model of the request, by its full name. */
	model: string;
	/** Milliseconds since 1970. */
	now: number;
	/** How long a file can be read after its upload. */
	fileHours: number;
}

const SCHEME = 'oss://';
const HOUR_MS = 3_600_000;

/** Media types by the extension of a key. */
const EXTENSIONS: Record<string, string> = {
	bmp: 'image/bmp',
	heic: 'image/heic',
	jpe: 'image/jpeg',
	jpeg: 'image/jpeg',
	jpg: 'image/jpeg',
	png: 'image/png',
	tif: 'image/tiff',
	tiff: 'image/tiff',
	webp: 'image/webp',
};

/**
 * The picture behind an `oss://` address: of the same account, for the same model, not too old, and
 * with an extension that fits its content. Throws the service's refusal, its true reason in a note,
 * as the service's documents name the rules but not the words.
 */
export function openStoredPicture(
	address: string,
	reader: Reader,
	storage: TemporaryStorage,
): PictureFile {
	const key = address.slice(SCHEME.length);
	const file = storage.get(key);
	if (!file) throw unreachable('there is no such file in the storage, or it was dropped');
	if (file.account !== accountOf(reader.key)) throw unreachable('another key uploaded the file');
	if (reader.now - file.storedAt >= reader.fileHours * HOUR_MS) {
		throw unreachable('the file is too old');
	}
	if (file.model !== reader.model) {
		const note = `the file was uploaded for the model ${file.model}`;
		throw new ServiceError(403, 'AccessDenied', 'Access denied.', note);
	}
	const extension = /\.([^./]+)$/.exec(key)?.[1].toLowerCase() ?? '';
	const mediaType = EXTENSIONS[extension] ?? '';
	if (!mediaTypesOf(file.bytes).includes(mediaType)) {
		throw dataInspection(MEDIA_FORMAT, `the extension "${extension}" does not fit the content`);
	}
	return { bytes: file.bytes, mediaType };
}

function unreachable(note: string): ServiceError {
	return dataInspection(UNABLE_TO_DOWNLOAD, note);
}
