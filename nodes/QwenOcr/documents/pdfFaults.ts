import { Fault } from '../fault';
import type { PdfRefusal } from './loadedPdf';

/**
 * Gives what to tell about a PDF that PDFium does not load: Fault `pdf_password_needed`,
 * `pdf_password_wrong`, `pdf_protected` or `pdf_unreadable`. `name` is how the file is called in
 * messages.
 */
export function pdfRefused(name: string, refusal: PdfRefusal, password: string): Fault {
	if (refusal === 'damaged') return pdfUnreadable(name, 'is damaged or not a complete PDF');
	if (refusal === 'memory') {
		return new Fault(
			'pdf_unreadable',
			`${name} is larger than the memory that a PDF may take`,
			'Split it into smaller files.',
		);
	}
	if (refusal === 'protection') {
		return new Fault(
			'pdf_protected',
			`${name} is protected in another way than by a password`,
			'Open it in a program that has its key, and save or print it as an unprotected PDF.',
		);
	}
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

/** Gives Fault `pdf_unreadable`; `what` completes the sentence that `name` begins. */
export function pdfUnreadable(name: string, what: string): Fault {
	return new Fault(
		'pdf_unreadable',
		`${name} ${what}`,
		'Open it in a PDF viewer and save it again.',
	);
}

/** Gives Fault `pdf_page_unreadable` for one page (numbers from 1). */
export function pageUnreadable(name: string, page: number): Fault {
	return new Fault(
		'pdf_page_unreadable',
		`Page ${page} of ${name.replace(/^The/, 'the')} cannot be drawn`,
		'Open the file in a PDF viewer and save it again, or leave the page out with the option Pages.',
	);
}

/** Gives Fault `pdf_reader_unavailable` for when PDFium does not start, and what it told. */
export function readerUnavailable(name: string, error: unknown): Fault {
	const told = error instanceof Error ? ` (${error.message})` : '';
	return new Fault(
		'pdf_reader_unavailable',
		`${name} cannot be read, as PDFium, which draws PDFs, does not start${told}`,
		'n8n may be short of memory: run fewer workflows at a time or give it more.',
		{ retryable: true },
	);
}
