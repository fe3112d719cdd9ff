import { Fault } from '../fault';
import { PDFiumLibrary } from '../vendor/pdfium';
import type { PDFiumDocument, PDFiumPage } from '../vendor/pdfium';
import type { Bitmap } from './pngEncoder';

/** A PDF in memory. */
export interface Pdf {
	pageCount: number;
	/**
	 * Draws a page (numbers from 1), turned as its viewer would show it.
	 * @param dotsPerInch wanted resolution; lowered where the page would exceed `maxPixels`
	 * @throws Fault `pdf_page_unreadable`
	 */
	render(page: number, dotsPerInch: number, maxPixels: number): Promise<Bitmap>;
	close(): void;
}

/**
 * Opens PDFs with one PDFium instance, which starts with the first of them. A damaged file may trap
 * inside it: then the instance is thrown away and the next PDF gets a new one.
 */
export class PdfReader {
	private library: Promise<PDFiumLibrary> | undefined;

	/**
	 * `name` is how the file is called in messages; an empty password means none.
	 * @throws Fault `pdf_password_needed`, `pdf_password_wrong` or `pdf_unreadable`
	 */
	async open(name: string, bytes: Buffer, password: string): Promise<Pdf> {
		const document = await this.load(name, bytes, password);
		const pageCount = document.getPageCount();
		if (pageCount < 1) {
			document.destroy();
			throw unreadable(name, 'has no pages');
		}
		return {
			pageCount,
			render: async (page, dotsPerInch, maxPixels) =>
				await this.guard(
					async () => await renderPage(document.getPage(page - 1), dotsPerInch, maxPixels),
					() => pageUnreadable(name, page),
				),
			close: () => {
				if (this.library) document.destroy();
			},
		};
	}

	/** Gives back the memory of the instance. */
	async close(): Promise<void> {
		const library = await this.library;
		this.library = undefined;
		library?.destroy();
	}

	private async load(name: string, bytes: Buffer, password: string): Promise<PDFiumDocument> {
		this.library ??= PDFiumLibrary.init({ disableBase64Warning: true });
		const library = await this.library;
		return await this.guard(
			async () => await library.loadDocument(bytes, password),
			(error) => explainLoading(name, password, error),
		);
	}

	private async guard<T>(work: () => Promise<T>, explain: (error: unknown) => Fault): Promise<T> {
		try {
			return await work();
		} catch (error) {
			if (error instanceof WebAssembly.RuntimeError) this.library = undefined;
			throw explain(error);
		}
	}
}

async function renderPage(
	page: PDFiumPage,
	dotsPerInch: number,
	maxPixels: number,
): Promise<Bitmap> {
	const { originalWidth, originalHeight } = page.getOriginalSize();
	const scale = Math.min(dotsPerInch / 72, Math.sqrt(maxPixels / (originalWidth * originalHeight)));
	const { width, height, data } = await page.render({
		scale,
		render: 'bitmap',
		renderFormFields: true,
	});
	if (width < 1 || height < 1) throw new Error('The page has no size');
	return isGrey(data) ? pick(data, width, height, 1) : pick(data, width, height, 3);
}

/** Whether red, green and blue are equal everywhere; `data` has four bytes a pixel. */
function isGrey(data: Uint8Array): boolean {
	for (let index = 0; index < data.length; index += 4) {
		if (data[index] !== data[index + 1] || data[index] !== data[index + 2]) return false;
	}
	return true;
}

function pick(rgba: Uint8Array, width: number, height: number, channels: 1 | 3): Bitmap {
	const data = new Uint8Array(width * height * channels);
	for (let source = 0, target = 0; target < data.length; source += 4) {
		for (let channel = 0; channel < channels; channel++) data[target++] = rgba[source + channel];
	}
	return { width, height, channels, data };
}

function explainLoading(name: string, password: string, error: unknown): Fault {
	const message = error instanceof Error ? error.message : '';
	if (!/password/i.test(message)) return unreadable(name, 'is damaged or not a complete PDF');
	return password
		? new Fault(
				'pdf_password_wrong',
				`${name} does not open with this password`,
				'Check the option PDF Password.',
			)
		: new Fault(
				'pdf_password_needed',
				`${name} is protected by a password`,
				'Enter it in the option PDF Password.',
			);
}

function unreadable(name: string, what: string): Fault {
	return new Fault(
		'pdf_unreadable',
		`${name} ${what}`,
		'Open it in a PDF viewer and save it again.',
	);
}

function pageUnreadable(name: string, page: number): Fault {
	return new Fault(
		'pdf_page_unreadable',
		`Page ${page} of ${name.replace(/^The/, 'the')} cannot be drawn`,
		'Open the file in a PDF viewer and save it again, or leave the page out with the option Pages.',
	);
}
