import { createHash } from 'node:crypto';
import { imageSize } from 'image-size';
import type { PicturePart } from './nativeRequest';
import type { PictureFile } from './pictureSources';
import type { Pixels } from './reading/shapes';
import { invalidParameter } from './serviceErrors';

/** A picture that passed the service's checks, not decoded yet. */
export interface Picture extends PicturePart {
	/** The file, or what draws a page of a PDF. */
	content: Buffer | (() => Promise<Pixels>);
	/** Fits the content. */
	mediaType: string;
	/** Pixels, as stored in the file. */
	width: number;
	height: number;
	/** SHA-256 of the file's bytes, hexadecimal; for a page of a PDF with `#page=` and its number. */
	sha256: string;
}

/** The media types of the OCR guide by the file's true format. */
const MEDIA_TYPES: Record<string, readonly string[]> = {
	bmp: ['image/bmp'],
	jpg: ['image/jpeg'],
	png: ['image/png'],
	tiff: ['image/tiff'],
	webp: ['image/webp'],
	heif: ['image/heic'],
	// image-size tells some HEIC files by their brand.
	heic: ['image/heic'],
};

const ALL_MEDIA_TYPES = Object.values(MEDIA_TYPES).flat();

/** Live calls pass with 10 pixels and fail with 9, whatever the guide says. */
const LEAST_SIDE = 10;
const GREATEST_RATIO = 200;

/**
 * Checks a picture's size, media type and format against the OCR guide; only the file's header is
 * looked at. Throws the service's refusal.
 */
export function checkPicture(part: PicturePart, file: PictureFile, maxFileBytes: number): Picture {
	const { bytes, mediaType } = file;
	if (bytes.length > maxFileBytes) throw invalidParameter('Multimodal file size is too large');
	if (!ALL_MEDIA_TYPES.includes(mediaType)) {
		throw invalidParameter('Input files format not supported.');
	}
	const fitting = mediaTypesOf(bytes);
	const { width, height } = readHeader(bytes);
	if (!fitting.includes(mediaType)) throw invalidParameter('Wrong Content-Type of multimodal url');
	const ratio = Math.max(width, height) / Math.min(width, height);
	if (Math.min(width, height) < LEAST_SIDE) {
		throw invalidParameter(
			`The image length and width do not meet the model restrictions. [height:${height} or width:${width} must be larger than ${LEAST_SIDE}]`,
		);
	}
	if (ratio > GREATEST_RATIO) {
		throw invalidParameter(
			`The image length and width do not meet the model restrictions. [absolute aspect ratio must be smaller than ${GREATEST_RATIO}, got ${height} / ${width}]`,
		);
	}
	const sha256 = file.sha256 ?? createHash('sha256').update(bytes).digest('hex');
	return { ...part, content: bytes, mediaType, width, height, sha256 };
}

/** The media types that fit a picture's content. Throws the service's refusal of anything else. */
export function mediaTypesOf(bytes: Buffer): readonly string[] {
	const fitting = MEDIA_TYPES[readHeader(bytes).type ?? ''];
	if (fitting) return fitting;
	throw invalidParameter('The image format is illegal and cannot be opened');
}

function readHeader(bytes: Buffer): { width: number; height: number; type?: string } {
	try {
		return imageSize(bytes);
	} catch {
		throw invalidParameter('The image format is illegal and cannot be opened');
	}
}
