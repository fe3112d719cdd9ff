import { readAttachmentNames } from './attachmentNames';
import { drawBitmap } from './pageBitmap';
import type { Pdfium } from './pdfium';
import type { Bitmap } from './pngEncoder';

/** Why PDFium does not load a file. */
export type PdfRefusal = 'password' | 'protection' | 'damaged' | 'memory';

/**
 * A PDF in the memory of one PDFium. What a file is refused for is told in the returned value: an
 * exception from here is always PDFium's own failure, after which its instance is good for nothing.
 */
export interface LoadedPdf {
	pageCount: number;
	readAttachmentNames(): string[];
	/** Draws a page (numbers from 1) as `drawBitmap` does; `undefined` when it cannot be drawn. */
	draw(page: number, dotsPerInch: number, maxPixels: number): Bitmap | undefined;
	free(): void;
}

/** Copies a file into PDFium's memory and reads its structure; an empty password means none. */
export function loadPdf(pdfium: Pdfium, bytes: Buffer, password: string): LoadedPdf | PdfRefusal {
	const address = copyIn(pdfium, bytes);
	if (!address) return 'memory';
	const passwordAddress = password ? copyIn(pdfium, Buffer.from(`${password}\0`)) : 0;
	const document = pdfium._FPDF_LoadMemDocument(address, bytes.length, passwordAddress);
	const refusal = document ? undefined : toRefusal(pdfium._FPDF_GetLastError());
	pdfium.wasmExports.free(passwordAddress);
	if (refusal) {
		pdfium.wasmExports.free(address);
		return refusal;
	}

	const form = openForm(pdfium, document);
	return {
		pageCount: pdfium._FPDF_GetPageCount(document),
		readAttachmentNames: () => readAttachmentNames(pdfium, document),
		draw: (page, dotsPerInch, maxPixels) => {
			const handle = pdfium._FPDF_LoadPage(document, page - 1);
			if (!handle) return undefined;
			if (form) pdfium._FORM_OnAfterLoadPage(handle, form.handle);
			const shown = { page: handle, form: form?.handle ?? 0 };
			const bitmap = drawBitmap(pdfium, shown, dotsPerInch, maxPixels);
			if (form) pdfium._FORM_OnBeforeClosePage(handle, form.handle);
			pdfium._FPDF_ClosePage(handle);
			return bitmap;
		},
		free: () => {
			form?.free();
			pdfium._FPDF_CloseDocument(document);
			pdfium.wasmExports.free(address);
		},
	};
}

/** Gives the address of a copy in PDFium's memory, 0 where that is full. */
function copyIn(pdfium: Pdfium, bytes: Buffer): number {
	const address = pdfium.wasmExports.malloc(bytes.length);
	if (address) pdfium.HEAPU8.set(bytes, address);
	return address;
}

/** The error numbers of fpdfview.h that stand for more than a damaged file. */
function toRefusal(error: number): PdfRefusal {
	if (error === 4) return 'password';
	return error === 5 ? 'protection' : 'damaged';
}

/** Form fields are drawn by an environment of their own, which keeps this structure of callbacks. */
const FORM_INFO_BYTES = 256;
const FORM_INFO_VERSION = 2;

function openForm(
	pdfium: Pdfium,
	document: number,
): { handle: number; free: () => void } | undefined {
	if (!pdfium._FPDF_GetFormType(document)) return undefined;
	const info = Buffer.alloc(FORM_INFO_BYTES);
	info.writeInt32LE(FORM_INFO_VERSION, 0);
	const address = copyIn(pdfium, info);
	if (!address) return undefined;
	const handle = pdfium._FPDFDOC_InitFormFillEnvironment(document, address);
	const free = () => {
		if (handle) pdfium._FPDFDOC_ExitFormFillEnvironment(handle);
		pdfium.wasmExports.free(address);
	};
	return { handle, free };
}
