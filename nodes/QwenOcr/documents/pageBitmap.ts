import type { Pdfium } from './pdfium';
import type { Bitmap } from './pngEncoder';

/** A page as PDFium's handles name it; `form` is 0 for a document without form fields. */
export interface PdfiumPage {
	page: number;
	form: number;
}

/**
 * From fpdfview.h: four bytes a pixel, blue, green, red and how opaque it is. Without the last, PDFium
 * draws form fields with coloured edges, as for a screen.
 */
const FORMAT_BGRA = 4;
const BYTES_PER_PIXEL = 4;
const WHITE = 0xffffffff;
const WITH_ANNOTATIONS = 1;
const POINTS_PER_INCH = 72;

/**
 * Draws a page on white. The bitmap is grey where the page has no colour.
 * @param dotsPerInch wanted resolution; lowered where the page would exceed `maxPixels`
 * @returns `undefined` for a page without size, or when there is no memory to draw it
 */
export function drawBitmap(
	pdfium: Pdfium,
	drawn: PdfiumPage,
	dotsPerInch: number,
	maxPixels: number,
): Bitmap | undefined {
	const points = {
		width: pdfium._FPDF_GetPageWidth(drawn.page),
		height: pdfium._FPDF_GetPageHeight(drawn.page),
	};
	const mostScale = Math.sqrt(maxPixels / (points.width * points.height));
	const scale = Math.min(dotsPerInch / POINTS_PER_INCH, mostScale);
	const width = Math.floor(points.width * scale);
	const height = Math.floor(points.height * scale);
	if (!(width >= 1 && height >= 1)) return undefined;

	const address = pdfium.wasmExports.malloc(width * height * BYTES_PER_PIXEL);
	if (!address) return undefined;
	const isDrawn = drawAt(pdfium, drawn, { address, width, height });
	// The memory may have grown, and so moved, while the page was drawn.
	const pixels = new Uint32Array(pdfium.HEAPU8.buffer, address, width * height);
	const bitmap = isDrawn ? toBitmap(pixels, width, height) : undefined;
	pdfium.wasmExports.free(address);
	return bitmap;
}

function drawAt(
	pdfium: Pdfium,
	{ page, form }: PdfiumPage,
	{ address, width, height }: { address: number; width: number; height: number },
): boolean {
	const stride = width * BYTES_PER_PIXEL;
	const bitmap = pdfium._FPDFBitmap_CreateEx(width, height, FORMAT_BGRA, address, stride);
	if (!bitmap) return false;
	pdfium._FPDFBitmap_FillRect(bitmap, 0, 0, width, height, WHITE);
	pdfium._FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, WITH_ANNOTATIONS);
	if (form) pdfium._FPDF_FFLDraw(form, bitmap, page, 0, 0, width, height, 0, 0);
	pdfium._FPDFBitmap_Destroy(bitmap);
	return true;
}

/** `pixels` lie in PDFium's memory: what is given is a copy. */
function toBitmap(pixels: Uint32Array, width: number, height: number): Bitmap {
	if (!isGrey(pixels)) return { width, height, channels: 3, data: coloursOf(pixels) };
	// Each number is cut to its lowest byte.
	return { width, height, channels: 1, data: new Uint8Array(pixels) };
}

/** Whether blue, green and red are equal in every pixel: then a pixel equals itself a byte further. */
function isGrey(pixels: Uint32Array): boolean {
	for (let index = 0; index < pixels.length; index++) {
		const pixel = pixels[index];
		if ((pixel ^ (pixel >>> 8)) & 0xffff) return false;
	}
	return true;
}

function coloursOf(pixels: Uint32Array): Uint8Array {
	const data = new Uint8Array(pixels.length * 3);
	for (let index = 0, target = 0; index < pixels.length; index++, target += 3) {
		const pixel = pixels[index];
		data[target] = pixel >>> 16;
		data[target + 1] = pixel >>> 8;
		data[target + 2] = pixel;
	}
	return data;
}
