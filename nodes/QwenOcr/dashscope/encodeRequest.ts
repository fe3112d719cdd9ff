import { randomUUID } from 'node:crypto';
import { toNativeRequest } from './nativeRequest';
import type { RecognitionRequest } from './nativeRequest';

/** A picture that goes into the request itself, or the address of one. */
export type SentPicture = string | { mimeType: string; bytes: Buffer };

/** A request that is ready to be sent, as often as needed. */
export interface EncodedRequest {
	model: string;
	body: Buffer;
	/** Whether a picture lies in the service's temporary storage. */
	isStored: boolean;
}

/** Base64 is written in pieces of so many bytes, a multiple of three. */
const PIECE = 3 * 256 * 1024;

/**
 * Writes the body for the native endpoint, pictures as data URLs. Large ones are written straight
 * into it: as texts in JSON they would stand in memory several times.
 */
export function encodeRequest(
	request: Omit<RecognitionRequest, 'images'>,
	pictures: readonly SentPicture[],
): EncodedRequest {
	const mark = randomUUID();
	const images = pictures.map((picture) =>
		typeof picture === 'string' ? picture : `data:${picture.mimeType};base64,${mark}`,
	);
	const texts = JSON.stringify(toNativeRequest({ ...request, images })).split(mark);
	const inline = pictures.flatMap((picture) =>
		typeof picture === 'string' ? [] : [picture.bytes],
	);
	return {
		model: request.model,
		body: interleave(texts, inline),
		isStored: images.some((image) => image.startsWith('oss://')),
	};
}

function interleave(texts: readonly string[], pictures: readonly Buffer[]): Buffer {
	const textBytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text), 0);
	const pictureBytes = pictures.reduce((sum, { length }) => sum + Math.ceil(length / 3) * 4, 0);
	const body = Buffer.allocUnsafe(textBytes + pictureBytes);
	let offset = 0;
	texts.forEach((text, index) => {
		offset += body.write(text, offset, 'utf8');
		if (index < pictures.length) offset = writeBase64(body, offset, pictures[index]);
	});
	return body;
}

function writeBase64(body: Buffer, start: number, bytes: Buffer): number {
	let offset = start;
	for (let from = 0; from < bytes.length; from += PIECE) {
		offset += body.write(bytes.toString('base64', from, from + PIECE), offset, 'latin1');
	}
	return offset;
}
