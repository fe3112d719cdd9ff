import { PDFiumLibrary, PDFiumModule } from '../vendor/pdfium';

/**
 * A running PDFium: a WebAssembly instance with the functions of PDFium's public headers (fpdfview.h,
 * fpdf_formfill.h, fpdf_attachment.h). Handles and addresses are numbers, 0 stands for none. What a
 * function writes is found in `HEAPU8`, which is another one after the memory has grown.
 */
export type Pdfium = Awaited<ReturnType<typeof PDFiumModule>> & UntypedFunctions;

/** Functions that are there, although the library's types leave them out. */
interface UntypedFunctions {
	_FPDF_GetFormType(document: number): number;
	_FPDFDoc_GetAttachmentCount(document: number): number;
	_FPDFDoc_GetAttachment(document: number, index: number): number;
	/** Writes the name as UTF-16 with a final null, and gives the bytes that this takes. */
	_FPDFAttachment_GetName(attachment: number, address: number, byteLength: number): number;
}

const UNTYPED_FUNCTIONS = [
	'_FPDF_GetFormType',
	'_FPDFDoc_GetAttachmentCount',
	'_FPDFDoc_GetAttachment',
	'_FPDFAttachment_GetName',
] as const satisfies Array<keyof UntypedFunctions>;

/**
 * Starts a PDFium with a memory of its own, which is freed when nothing refers to it any more.
 * @throws Error where there is no memory for it
 */
export async function startPdfium(): Promise<Pdfium> {
	await takeGlobalScope();
	const library = await PDFiumLibrary.init({ disableBase64Warning: true });
	// The library's own classes know no attachments and copy every drawn page.
	const instance: unknown = Reflect.get(library, 'module');
	if (!isPdfium(instance)) throw new Error('This PDFium lacks functions');
	return instance;
}

let isGlobalScopeTaken = false;

/**
 * PDFium's loader hangs warnings on the global scope, and these keep the first instance of a process
 * in memory for ever. So the first one is empty: it is stopped before it gets any WebAssembly.
 */
async function takeGlobalScope(): Promise<void> {
	if (isGlobalScopeTaken) return;
	isGlobalScopeTaken = true;
	const stop = () => {
		throw new Error('It is not meant to start');
	};
	await Promise.allSettled([PDFiumModule({ instantiateWasm: stop })]);
}

function isPdfium(value: unknown): value is Pdfium {
	if (typeof value !== 'object' || value === null) return false;
	return UNTYPED_FUNCTIONS.every((name) => typeof Reflect.get(value, name) === 'function');
}
