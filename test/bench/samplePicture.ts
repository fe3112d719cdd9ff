/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const PHOTO = join(__dirname, '../fixtures/pictures/receipt-en-photo.jpg');

/** Gives a JPEG of that many bytes: a photo, and behind its end what readers of pictures pass over. */
export function samplePicture(byteLength: number): Buffer {
	const photo = readFileSync(PHOTO);
	if (byteLength <= photo.length) return photo;
	const padding = Buffer.alloc(byteLength - photo.length);
	// Zeros would be easier for every step than a picture is.
	for (let index = 0; index < padding.length; index++) padding[index] = (index * 2654435761) >>> 11;
	return Buffer.concat([photo, padding]);
}
