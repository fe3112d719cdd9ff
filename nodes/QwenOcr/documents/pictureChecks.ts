import { Fault } from '../fault';
import type { FileType } from './fileType';

const MIN_SIDE = 10;
const MAX_RATIO = 200;
/** Beyond this area only JPEG and PNG are read (service's guide: 3840 × 2160). */
const AREA_OF_4K = 3840 * 2160;
const AREA_OF_8K = 7680 * 4320;
/** The service recommends at most this many pixels, but reads more (recorded: 18 million). */
const RECOMMENDED_AREA = 15_680_000;

/** Every type but PDF, which has limits of its own. */
export type PictureType = Exclude<FileType, { kind: 'pdf' }>;

export type KnownPicture = Extract<FileType, { kind: 'picture' }>;

/**
 * Checks that the service will read a file of this type and size, before anything is paid.
 * `name` is how the file is called in messages, `maxFileBytes` the model's own limit.
 * @returns the picture's type, and warnings when it will be read, but perhaps not well
 * @throws Fault with a code of its own for each limit
 */
export function checkPicture(
	name: string,
	type: PictureType,
	byteLength: number,
	maxFileBytes: number,
): { picture: KnownPicture; warnings: string[] } {
	if (type.kind === 'other') throw notAPicture(name, type.name);
	if (type.kind === 'damaged') {
		throw new Fault(
			'picture_unreadable',
			`${name} begins like a picture (${type.mimeType}), but its size cannot be read`,
			'The file may be damaged or incomplete. Save it again as JPEG or PNG.',
		);
	}
	checkSides(name, type);
	checkArea(name, type);
	checkByteLength(name, byteLength, maxFileBytes);
	const area = type.width * type.height;
	const warnings =
		area > RECOMMENDED_AREA
			? [
					`${name} has ${million(area)} million pixels; the service recommends at most ${million(RECOMMENDED_AREA)}. A smaller picture may be read better.`,
				]
			: [];
	return { picture: type, warnings };
}

function notAPicture(name: string, what: string): Fault {
	if (what === 'empty') {
		return new Fault(
			'empty_file',
			`${name} is empty`,
			'Check the node that made the file: it has no content.',
		);
	}
	return new Fault('unsupported_file', `${name} cannot be read: it is ${what}`, adviceFor(what));
}

function adviceFor(what: string): string {
	if (what.startsWith('an OFD')) {
		return 'Save it as PDF in an OFD reader first, or ask the sender for the PDF of the invoice.';
	}
	if (/GIF|AVIF|SVG/.test(what)) return 'Save it as PNG or JPEG first.';
	return 'Send a PDF, or a JPEG, PNG, BMP, TIFF, WEBP or HEIC picture. Other documents must be saved as PDF first.';
}

function checkSides(name: string, { width, height }: KnownPicture): void {
	const size = `${width} × ${height} pixels`;
	if (Math.min(width, height) < MIN_SIDE) {
		throw new Fault(
			'picture_too_small',
			`${name} is only ${size}`,
			`The service reads pictures from ${MIN_SIDE} pixels a side. Use a larger picture.`,
		);
	}
	if (Math.max(width, height) > MAX_RATIO * Math.min(width, height)) {
		throw new Fault(
			'picture_too_narrow',
			`${name} is ${size}, more than ${MAX_RATIO} times as long as wide`,
			'Cut the picture into shorter pieces.',
		);
	}
}

function checkArea(name: string, { mimeType, width, height }: KnownPicture): void {
	const area = width * height;
	const size = `${width} × ${height} pixels`;
	if (area > AREA_OF_8K) {
		throw new Fault(
			'picture_too_many_pixels',
			`${name} is ${size}, more than the 8K size (7680 × 4320) that the service reads`,
			'Make the picture smaller; 200 to 300 dots per inch are enough for a page.',
		);
	}
	if (area > AREA_OF_4K && mimeType !== 'image/jpeg' && mimeType !== 'image/png') {
		throw new Fault(
			'picture_format_too_large',
			`${name} is ${size}; above 4K (3840 × 2160) the service reads only JPEG and PNG`,
			`Save the picture as JPEG or PNG instead of ${mimeType.slice('image/'.length).toUpperCase()}, or make it smaller.`,
		);
	}
}

function checkByteLength(name: string, byteLength: number, maxFileBytes: number): void {
	if (byteLength <= maxFileBytes) return;
	throw new Fault(
		'file_too_large',
		`${name} has ${megabytes(byteLength)} MB; the model reads files up to ${megabytes(maxFileBytes)} MB`,
		'Make the picture smaller or save it as JPEG.',
	);
}

/** The fault of a picture that the model would read, but that n8n cannot send. */
export function tooLargeToSend(name: string, byteLength: number, maxBytes: number): Fault {
	return new Fault(
		'file_too_large_to_send',
		`${name} has ${megabytes(byteLength)} MB; a file sent from n8n may have ${megabytes(maxBytes)} MB`,
		'Use a public URL or a smaller picture.',
	);
}

function megabytes(bytes: number): string {
	return (bytes / (1024 * 1024)).toFixed(1).replace(/\.0$/, '');
}

function million(pixels: number): string {
	return (pixels / 1e6).toFixed(1);
}
