import { PDFiumLibrary, PDFiumModule } from '../vendor/pdfium';

/**
 * A running PDFium: a WebAssembly instance with the functions of PDFium's public headers (fpdfview.h,
 * fpdf_formfill.h, fpdf_attachment.h). Handles and addresses are numbers, 0 stands for none. What a
 * function writes is found in `HEAPU8`, which is another one after the memory has grown.
 */
export type Pdfium = Awaited<ReturnType<typeof PDFiumModule>> & UntypedFunctions;

/** What is there, although the library's types leave them out. */
interface UntypedFunctions {
	wasmExports: { memory: WebAssembly.Memory };
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

/** Enough for a sheet of A0 in colour; a few hundred bytes of a malicious file would take all there is. */
const LARGEST_MEMORY = 1024 * 1024 * 1024;

/**
 * Starts a PDFium with a memory of its own, which is freed when nothing refers to it any more. A file
 * that takes more than `largestMemory` bytes breaks it.
 * @throws Error where there is no memory for it
 */
export async function startPdfium(largestMemory = LARGEST_MEMORY): Promise<Pdfium> {
	await takeGlobalScope();
	const library = await PDFiumLibrary.init({ disableBase64Warning: true });
	// The library's own classes know no attachments and copy every drawn page.
	const instance: unknown = Reflect.get(library, 'module');
	if (!isPdfium(instance)) throw new Error('This PDFium lacks functions');
	limitMemory(instance.wasmExports.memory, largestMemory);
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

const BYTES_PER_MEMORY_PAGE = 65_536;

/** PDFium's loader asks for more memory through this method, and takes an error as "there is none". */
function limitMemory(memory: WebAssembly.Memory, largestBytes: number): void {
	const grow = memory.grow.bind(memory);
	memory.grow = (pages) => {
		const byteLength = memory.buffer.byteLength + pages * BYTES_PER_MEMORY_PAGE;
		if (byteLength > largestBytes) throw new RangeError('PDFium has all the memory it may have');
		return grow(pages);
	};
}
