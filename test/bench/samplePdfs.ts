import { readPicture } from '../engine/pictures';
import { makePdf, type PdfPage } from '../pages/pdfFile';
import { invoicePage } from '../pages/pdfInvoicePage';
import { scannedPage } from '../pages/pdfScannedPage';

/** Scans that differ in their noise; making one takes a second. */
const SCAN_COUNT = 4;

/** Makes a PDF of digital invoices. */
export function digitalPdf(pageCount: number): Buffer {
	return makePdf(Array.from({ length: pageCount }, (_, seed) => invoicePage(seed)));
}

/** Makes a PDF of pages from an office scanner; each page holds a picture of its own. */
export async function scannedPdf(pageCount: number): Promise<Buffer> {
	const { bytes } = readPicture('invoice-en');
	const scans: PdfPage[] = [];
	while (scans.length < SCAN_COUNT) scans.push(await scannedPage(bytes, scans.length));
	return makePdf(Array.from({ length: pageCount }, (_, index) => scans[index % SCAN_COUNT]));
}

/** Makes a PDF as it comes by mail: digital invoices, and a scanned page as the last. */
export async function mixedPdf(pageCount: number): Promise<Buffer> {
	const digital = Array.from({ length: pageCount - 1 }, (_, seed) => invoicePage(seed));
	return makePdf([...digital, await scannedPage(readPicture('invoice-en').bytes, 0)]);
}
