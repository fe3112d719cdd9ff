import { imageSize } from '../vendor/imageSize';

/** What the first bytes of a file say about it. */
export type FileType =
	| { kind: 'picture'; mimeType: string; width: number; height: number; orientation: number }
	| { kind: 'damaged'; mimeType: string }
	| { kind: 'pdf' }
	| { kind: 'other'; name: string };

/**
 * Tells a file's true type and, for a picture, its size in pixels and EXIF orientation (1 to 8).
 * The declared type plays no part: mail programs and forms get it wrong.
 */
export function detectFileType(bytes: Buffer): FileType {
	if (isPdf(bytes)) return { kind: 'pdf' };
	const mimeType = pictureMimeType(bytes);
	if (!mimeType) return { kind: 'other', name: nameOther(bytes) };
	try {
		const { width, height, orientation } = imageSize(ownMemory(bytes));
		return { kind: 'picture', mimeType, width, height, orientation: orientation ?? 1 };
	} catch {
		return { kind: 'damaged', mimeType };
	}
}

/** Readers of PDFs accept its mark anywhere in the first kilobyte. */
function isPdf(bytes: Buffer): boolean {
	return bytes.subarray(0, 1024).includes('%PDF-');
}

/** The formats that the service reads (its guide), by their signatures. */
function pictureMimeType(bytes: Buffer): string | undefined {
	const start = bytes.toString('latin1', 0, 16);
	if (start.startsWith('\xff\xd8\xff')) return 'image/jpeg';
	if (start.startsWith('\x89PNG\r\n\x1a\n')) return 'image/png';
	if (start.startsWith('BM') && hasBitmapHeader(bytes)) return 'image/bmp';
	if (/^(II\*\0|MM\0\*)/.test(start)) return 'image/tiff';
	if (/^RIFF[\s\S]{4}WEBP/.test(start)) return 'image/webp';
	if (isHeic(bytes)) return 'image/heic';
	return undefined;
}

/** The reader of headers looks past the end of a Buffer that shares its memory with others. */
function ownMemory(bytes: Buffer): Uint8Array {
	return bytes.byteLength === bytes.buffer.byteLength ? bytes : new Uint8Array(bytes);
}

/** A bitmap's second header begins with its own length, one of these. */
function hasBitmapHeader(bytes: Buffer): boolean {
	return bytes.length >= 26 && [12, 40, 52, 56, 64, 108, 124].includes(bytes.readUInt32LE(14));
}

/** HEIC and AVIF are the same container; the brands in its first box tell them apart. */
function isHeic(bytes: Buffer): boolean {
	if (bytes.length < 12 || bytes.toString('latin1', 4, 8) !== 'ftyp') return false;
	const brands = bytes.toString('latin1', 8, Math.min(bytes.readUInt32BE(0), 256)).match(/.{4}/gs);
	return brands?.some((brand) => /^he(ic|ix|im|is|vc|vx)$/.test(brand)) ?? false;
}

const OTHER_SIGNATURES: ReadonlyArray<[string | RegExp, string]> = [
	['GIF87a', 'a GIF picture'],
	['GIF89a', 'a GIF picture'],
	[/^[\s\S]{4}ftyp(avi[fs]|mif1|msf1)/, 'an AVIF picture'],
	['\xd0\xcf\x11\xe0', 'an old Office file'],
	['PK\x03\x04', 'a ZIP or Office file'],
	[/<svg[\s>]/i, 'an SVG drawing'],
	[/^\s*(<!doctype html|<html)/i, 'a web page'],
];

function nameOther(bytes: Buffer): string {
	if (bytes.length === 0) return 'empty';
	const start = bytes.toString('latin1', 0, 1024);
	const known = OTHER_SIGNATURES.find(([signature]) =>
		typeof signature === 'string' ? start.startsWith(signature) : signature.test(start),
	);
	return known?.[1] ?? 'no picture';
}
