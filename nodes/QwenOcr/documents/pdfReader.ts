import { loadPdf } from './loadedPdf';
import type { LoadedPdf, PdfRefusal } from './loadedPdf';
import { pageUnreadable, pdfRefused, pdfUnreadable, readerUnavailable } from './pdfFaults';
import { startPdfium } from './pdfium';
import type { Pdfium } from './pdfium';
import type { Bitmap } from './pngEncoder';

/** A PDF in memory. */
export interface Pdf {
	pageCount: number;
	/** Names of the files that are embedded in it. */
	attachments: string[];
	/**
	 * Draws a page (numbers from 1), turned as its viewer would show it.
	 * @param dotsPerInch wanted resolution; lowered where the page would exceed `maxPixels`
	 * @throws Fault `pdf_page_unreadable`
	 */
	render(page: number, dotsPerInch: number, maxPixels: number): Promise<Bitmap>;
	close(): void;
}

interface Instance {
	starting: Promise<Pdfium>;
	openFiles: number;
}

/** A file as it is loaded into one instance. */
interface Place {
	instance: Instance;
	pdfium: Pdfium;
	loaded: LoadedPdf;
}

/** The memory of an instance never shrinks: one that is larger than this takes no further file. */
const LARGEST_IDLE_BYTES = 256 * 1024 * 1024;

/**
 * Opens PDFs with one PDFium instance, which starts with the first of them. A damaged file may break
 * it: then it is thrown away, and what is read next, of this file or another, gets a new one.
 */
export class PdfReader {
	private current: Instance | undefined;

	/** `start` gives a PDFium of its own each time. */
	constructor(private readonly start: () => Promise<Pdfium> = startPdfium) {}

	/**
	 * `name` is how the file is called in messages; an empty password means none.
	 * @throws Fault as `pdfRefused` gives it, `pdf_unreadable` or `pdf_reader_unavailable`
	 */
	async open(name: string, bytes: Buffer, password: string): Promise<Pdf> {
		const load = async () => await this.load(name, bytes, password);
		let place = await load();
		const places = [place];
		const { pageCount } = place.loaded;
		if (pageCount < 1) {
			this.free(place);
			throw pdfUnreadable(name, 'has no pages');
		}
		const attachments = this.attempt(place.instance, () => place.loaded.readAttachmentNames());
		return {
			pageCount,
			attachments: attachments ?? [],
			render: async (page, dotsPerInch, maxPixels) => {
				if (place.instance !== this.current) {
					place = await load();
					places.push(place);
				}
				const { instance, loaded } = place;
				const bitmap = this.attempt(instance, () => loaded.draw(page, dotsPerInch, maxPixels));
				if (!bitmap) throw pageUnreadable(name, page);
				return bitmap;
			},
			close: () => {
				for (const taken of places.splice(0)) this.free(taken);
			},
		};
	}

	/** Lets go of the instance, whose memory is then free. */
	async close(): Promise<void> {
		this.current = undefined;
	}

	private async load(name: string, bytes: Buffer, password: string): Promise<Place> {
		const instance = (this.current ??= { starting: this.start(), openFiles: 0 });
		const pdfium = await this.started(instance, name);
		// Another file may have broken it in the meantime.
		if (this.current !== instance) return await this.load(name, bytes, password);

		const loaded = this.attempt(instance, () => loadAtAll(pdfium, bytes, password)) ?? 'damaged';
		if (typeof loaded === 'string') throw pdfRefused(name, loaded, password);
		instance.openFiles++;
		return { instance, pdfium, loaded };
	}

	/** An instance that did not start is not kept: the next file tries again. */
	private async started(instance: Instance, name: string): Promise<Pdfium> {
		try {
			return await instance.starting;
		} catch (error) {
			this.discard(instance);
			throw readerUnavailable(name, error);
		}
	}

	/** Whatever PDFium throws leaves it in an unknown state, so its instance goes; gives `undefined`. */
	private attempt<T>(instance: Instance, work: () => T): T | undefined {
		try {
			return work();
		} catch {
			this.discard(instance);
			return undefined;
		}
	}

	private free({ instance, pdfium, loaded }: Place): void {
		if (instance !== this.current) return;
		this.attempt(instance, () => loaded.free());
		instance.openFiles--;
		const isOvergrown = pdfium.HEAPU8.length > LARGEST_IDLE_BYTES;
		if (isOvergrown && instance.openFiles === 0) this.discard(instance);
	}

	private discard(instance: Instance): void {
		if (this.current === instance) this.current = undefined;
	}
}

/** One password may be given for many files, of which some open without any. */
function loadAtAll(pdfium: Pdfium, bytes: Buffer, password: string): LoadedPdf | PdfRefusal {
	const loaded = loadPdf(pdfium, bytes, password);
	return loaded === 'password' && password ? loadPdf(pdfium, bytes, '') : loaded;
}
