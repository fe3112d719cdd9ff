import type { OpenDocument, Page, Picture, Source } from './document';
import { selectPages } from './pageRange';
import type { Pdf } from './pdfReader';
import { MAX_DATA_URL_LENGTH } from './pictureChecks';
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
 * Gives the chosen pages of a PDF as pictures to read, each drawn only when it is asked for.
 * @throws Fault as `selectPages` does
 */
export function openPdfPages(pdf: Pdf, source: Source, settings: PdfSettings): OpenDocument {
	const { pageCount } = pdf;
	const numbers = selectOrClose(pdf, settings.pages);
	const pages = numbers.map((page): Page => {
		const pageSource = { ...source, page, pageCount };
		return { source: pageSource, read: async () => await readPage(pdf, pageSource, settings) };
	});
	return { pages, close: () => pdf.close() };
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

async function readPage(pdf: Pdf, source: Source, settings: PdfSettings): Promise<Picture> {
	for (let dotsPerInch = settings.dotsPerInch; ; dotsPerInch *= STEP_DOWN) {
		const bitmap = await pdf.render(source.page, dotsPerInch, settings.maxPixels);
		const image = `data:image/png;base64,${(await encodePng(bitmap)).toString('base64')}`;
		if (image.length > MAX_DATA_URL_LENGTH && dotsPerInch > LOWEST_DOTS_PER_INCH) continue;
		const isLower = dotsPerInch < settings.dotsPerInch;
		const warning = `Page ${source.page} was sent at ${Math.round(dotsPerInch)} dots per inch, as a larger picture cannot be sent.`;
		const { width, height } = bitmap;
		return { image, source: { ...source, width, height }, warnings: isLower ? [warning] : [] };
	}
}
