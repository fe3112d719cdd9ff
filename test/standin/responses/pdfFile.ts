import { PDFiumLibrary, type PDFiumPage } from '@hyzyla/pdfium';
import type { Pixels } from '../reading/shapes';
import { invalidParameter, type ServiceError } from '../serviceErrors';
import type { Size } from '../tokens';

/** A PDF in memory; its pages count from 0. */
export interface PdfFile {
	pageCount: number;
	/** The pixels that a page is drawn in. Rejects with a ServiceError when it is damaged. */
	pageSize(index: number): Promise<Size>;
	/** Draws a page as a viewer shows it. Rejects with a ServiceError when it cannot be drawn. */
	drawPage(index: number): Promise<Pixels>;
}

const DOTS_PER_INCH = 200;
const POINTS_PER_INCH = 72;

/** Larger pages are drawn less finely; the default `max_pixels` of the model. */
const MOST_PIXELS = 8_388_608;

/** Whether bytes begin as a PDF does; viewers allow some bytes before its mark. */
export function isPdf(bytes: Buffer): boolean {
	return bytes.subarray(0, 1024).includes('%PDF-');
}

/**
 * Opens a PDF with a PDFium instance of its own (70 ms): a damaged file may break one, and only with
 * the instance does its memory go; nothing need be closed.
 * Rejects with a ServiceError when it is damaged, encrypted or empty.
 */
export async function openPdf(bytes: Buffer): Promise<PdfFile> {
	const library = await PDFiumLibrary.init();
	const document = await refusing(async () => await library.loadDocument(bytes));
	const pageCount = document.getPageCount();
	if (pageCount < 1) throw illegalFile();
	return {
		pageCount,
		pageSize: async (index) => await refusing(async () => sizeOf(document.getPage(index))),
		drawPage: async (index) => await refusing(async () => await draw(document.getPage(index))),
	};
}

/** Whatever PDFium stumbles over is the file's fault. */
async function refusing<Result>(work: () => Promise<Result>): Promise<Result> {
	try {
		return await work();
	} catch {
		throw illegalFile();
	}
}

function sizeOf(page: PDFiumPage): Size {
	const { originalWidth, originalHeight } = page.getOriginalSize();
	const scale = scaleOf(page);
	const width = Math.floor(originalWidth * scale);
	const height = Math.floor(originalHeight * scale);
	// PDFium says nothing of a page that it cannot load but that it has no size.
	if (width < 1 || height < 1) throw illegalFile();
	return { width, height };
}

async function draw(page: PDFiumPage): Promise<Pixels> {
	const { data, width, height } = await page.render({
		scale: scaleOf(page),
		render: 'bitmap',
		renderFormFields: true,
	});
	return { data: withoutAlpha(data), width, height };
}

/** Pixels a point. */
function scaleOf(page: PDFiumPage): number {
	const { originalWidth, originalHeight } = page.getOriginalSize();
	const most = Math.sqrt(MOST_PIXELS / (originalWidth * originalHeight));
	return Math.min(DOTS_PER_INCH / POINTS_PER_INCH, most);
}

function withoutAlpha(rgba: Uint8Array): Uint8Array {
	const rgb = new Uint8Array((rgba.length / 4) * 3);
	for (let source = 0, target = 0; target < rgb.length; source += 4) {
		rgb[target++] = rgba[source];
		rgb[target++] = rgba[source + 1];
		rgb[target++] = rgba[source + 2];
	}
	return rgb;
}

function illegalFile(): ServiceError {
	return invalidParameter('The file format is illegal and cannot be opened.');
}
