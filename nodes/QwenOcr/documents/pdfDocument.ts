import type { Page, PagedDocument, Picture, Source } from './document';
import { embeddedInvoiceWarning } from './embeddedInvoice';
import { selectPages } from './pageRange';
import type { Pdf } from './pdfReader';
import { tooLargeToSend } from './pictureChecks';
import { encodePng } from './pngEncoder';

/** How the pages of a PDF are read. */
export interface PdfSettings {
	/** As in `selectPages`. */
	pages: string;
	password: string;
	dotsPerInch: number;
	/** Largest picture of a page, width × height. */
	maxPixels: number;
}

/** A page that is too large to send is drawn again at this part of its resolution. */
const STEP_DOWN = 0.75;
const LOWEST_DOTS_PER_INCH = 36;

/**
 * Gives the chosen pages of a PDF as pictures to read, each drawn only when it is asked for. `name`
 * is how the file is called in messages.
 * @throws Fault as `selectPages` does
 */
export function openPdfPages(
	pdf: Pdf,
	name: string,
	source: Source,
	settings: PdfSettings,
): PagedDocument {
	const { pageCount } = pdf;
	const pages = selectOrClose(pdf, settings.pages).map((page): Page => {
		const pageSource = { ...source, page, pageCount };
		return {
			source: pageSource,
			canShrink: true,
			read: async (maxBytes) => await readPage(pdf, name, pageSource, settings, maxBytes),
		};
	});
	const warning = embeddedInvoiceWarning(pdf.attachments);
	return { kind: 'pages', pages, warnings: warning ? [warning] : [], close: () => pdf.close() };
}

/** A PDF none of whose pages will be read must not stay in memory until the execution ends. */
function selectOrClose(pdf: Pdf, wanted: string): number[] {
	let isSelected = false;
	try {
		const numbers = selectPages(wanted, pdf.pageCount);
		isSelected = true;
		return numbers;
	} finally {
		if (!isSelected) pdf.close();
	}
}

async function readPage(
	pdf: Pdf,
	name: string,
	source: Source,
	settings: PdfSettings,
	maxBytes: number,
): Promise<Picture> {
	for (let dotsPerInch = settings.dotsPerInch; ; dotsPerInch *= STEP_DOWN) {
		const bitmap = await pdf.render(source.page, dotsPerInch, settings.maxPixels);
		const bytes = await encodePng(bitmap);
		if (bytes.length > maxBytes) {
			if (dotsPerInch > LOWEST_DOTS_PER_INCH) continue;
			throw tooLargeToSend(`Page ${source.page} of ${name}`, bytes.length, maxBytes);
		}
		const isLower = dotsPerInch < settings.dotsPerInch;
		const warning = `Page ${source.page} was sent at ${Math.round(dotsPerInch)} dots per inch, as a larger picture cannot be sent.`;
		const { width, height } = bitmap;
		return {
			content: { kind: 'bytes', mimeType: 'image/png', bytes },
			source: { ...source, width, height },
			warnings: isLower ? [warning] : [],
		};
	}
}
