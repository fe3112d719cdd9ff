import { imageSize } from '../vendor/imageSize';

/** What the first bytes of a file say about it. */
export type FileType =
	| { kind: 'picture'; mimeType: string; width: number; height: number; orientation: number }
	| { kind: 'damaged'; mimeType: string }
	| { kind: 'pdf' }
	| { kind: 'other'; name: string };

/**
 * Tells a file's true type and, for a picture, its size in pixels and EXIF orientation (1 to 8).
 * The declared type plays no part: mail programs and forms get it wrong. The file's name only helps
 * to name a file that cannot be read.
 */
export function detectFileType(bytes: Buffer, fileName = ''): FileType {
	if (isPdf(bytes)) return { kind: 'pdf' };
	const mimeType = pictureMimeType(bytes);
	if (!mimeType) return { kind: 'other', name: nameOther(bytes, fileName) };
	try {
		const { width, height, orientation } = imageSize(ownMemory(bytes));
		return { kind: 'picture', mimeType, width, height, orientation: orientation ?? 1 };
	} catch {
		return { kind: 'damaged', mimeType };
	}
}

/** How many first bytes tell whether a file is a PDF. */
export const START_BYTES = 1024;

/** Whether these first bytes are a PDF's: its readers accept the mark anywhere in the first kilobyte. */
export function isPdf(bytes: Buffer): boolean {
	return bytes.subarray(0, START_BYTES).includes('%PDF-');
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
	[/<svg[\s>]/i, 'an SVG drawing'],
	[/^\s*(<!doctype html|<html)/i, 'a web page'],
];

/** What a ZIP container holds, by a name inside it. */
const ZIP_CONTENTS: ReadonlyArray<[string, string]> = [
	['OFD.xml', 'an OFD document'],
	['word/', 'a Word document'],
	['xl/', 'an Excel workbook'],
	['ppt/', 'a PowerPoint presentation'],
	['application/vnd.oasis.opendocument', 'an OpenDocument file'],
];

const ZIP_BY_EXTENSION: Readonly<Record<string, string>> = {
	ofd: 'an OFD document',
	docx: 'a Word document',
	xlsx: 'an Excel workbook',
	pptx: 'a PowerPoint presentation',
};

function nameOther(bytes: Buffer, fileName: string): string {
	if (bytes.length === 0) return 'empty';
	const start = bytes.toString('latin1', 0, 1024);
	if (start.startsWith('PK\x03\x04')) return nameZip(bytes, fileName);
	const known = OTHER_SIGNATURES.find(([signature]) =>
		typeof signature === 'string' ? start.startsWith(signature) : signature.test(start),
	);
	return known?.[1] ?? 'neither a picture nor a PDF';
}

function nameZip(bytes: Buffer, fileName: string): string {
	const extension = fileName.toLowerCase().split('.').pop() ?? '';
	const byExtension = Object.hasOwn(ZIP_BY_EXTENSION, extension) && ZIP_BY_EXTENSION[extension];
	if (byExtension) return byExtension;
	// A ZIP file lists its contents at its end.
	const listing =
		bytes.subarray(0, 1024).toString('latin1') + bytes.subarray(-65_536).toString('latin1');
	return ZIP_CONTENTS.find(([name]) => listing.includes(name))?.[1] ?? 'a ZIP file';
}
