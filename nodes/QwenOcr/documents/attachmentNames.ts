import type { Pdfium } from './pdfium';

/** More would be a broken table, and each costs a walk through it. */
const MOST_ATTACHMENTS = 100;
const LONGEST_NAME_BYTES = 2048;

/** Gives the names of the files that are embedded in a loaded PDF; those without a name are left out. */
export function readAttachmentNames(pdfium: Pdfium, document: number): string[] {
	const count = Math.min(pdfium._FPDFDoc_GetAttachmentCount(document), MOST_ATTACHMENTS);
	if (count < 1) return [];
	const address = pdfium.wasmExports.malloc(LONGEST_NAME_BYTES);
	if (!address) return [];

	const names: string[] = [];
	for (let index = 0; index < count; index++) {
		const attachment = pdfium._FPDFDoc_GetAttachment(document, index);
		const name = attachment ? readName(pdfium, attachment, address) : '';
		if (name) names.push(name);
	}
	pdfium.wasmExports.free(address);
	return names;
}

function readName(pdfium: Pdfium, attachment: number, address: number): string {
	const byteLength = pdfium._FPDFAttachment_GetName(attachment, address, LONGEST_NAME_BYTES);
	if (byteLength < 2 || byteLength > LONGEST_NAME_BYTES) return '';
	const withoutNull = pdfium.HEAPU8.subarray(address, address + byteLength - 2);
	return Buffer.from(withoutNull).toString('utf16le');
}
