import { readPicture } from '../../engine/pictures';

/** A JPEG whose bytes, and so whose hash, no other number has. */
export interface NumberedPicture {
	number: number;
	bytes: Buffer;
}

/** As many copies of one photo, each with its own number in a JPEG comment. */
export function numberedPictures(count: number): NumberedPicture[] {
	const { bytes } = readPicture('receipt-en-photo');
	return Array.from({ length: count }, (_nothing, index) => ({
		number: index + 1,
		bytes: withComment(bytes, `picture ${index + 1}`),
	}));
}

/** Puts a comment segment after the start marker of a JPEG. */
function withComment(jpeg: Buffer, comment: string): Buffer {
	const text = Buffer.from(comment, 'latin1');
	const head = Buffer.from([0xff, 0xfe, 0, 0]);
	head.writeUInt16BE(text.length + 2, 2);
	return Buffer.concat([jpeg.subarray(0, 2), head, text, jpeg.subarray(2)]);
}
