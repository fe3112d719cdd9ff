import { createHash } from 'node:crypto';
import type { Document, OpenDocument, Source } from './document';
import { detectFileType } from './fileType';
import { openPdfPages } from './pdfDocument';
import type { PdfSettings } from './pdfDocument';
import type { PdfReader } from './pdfReader';
import { checkPicture } from './pictureChecks';
import type { PictureType } from './pictureChecks';

interface File {
	/** How the file is called in messages. */
	name: string;
	source: Source;
	readBytes(): Promise<Buffer>;
}

/** How files are read, the same for all files of one item. */
export interface FileSettings {
	maxFileBytes: number;
	pdf: PdfSettings;
	pdfReader: PdfReader;
}

/**
 * Gives the document of a file whose bytes pass through n8n. They are loaded only when it is opened,
 * and every limit of the service is checked then.
 */
export function fileDocument(file: File, settings: FileSettings): Document {
	return {
		source: file.source,
		open: async () => {
			const bytes = await file.readBytes();
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			const type = detectFileType(bytes);
			if (type.kind !== 'pdf') {
				return openPicture(file, bytes, type, sha256, settings.maxFileBytes);
			}

			const source = { ...file.source, mimeType: 'application/pdf', sha256 };
			const pdf = await settings.pdfReader.open(file.name, bytes, settings.pdf.password);
			return openPdfPages(pdf, source, settings.pdf);
		},
	};
}

function openPicture(
	file: File,
	bytes: Buffer,
	type: PictureType,
	sha256: string,
	maxFileBytes: number,
): OpenDocument {
	const { picture, warnings } = checkPicture(file.name, type, bytes.length, maxFileBytes);
	const { mimeType, width, height, orientation } = picture;
	const source = { ...file.source, mimeType, width, height, orientation, sha256 };
	const read = async () => {
		const image = `data:${mimeType};base64,${bytes.toString('base64')}`;
		return { image, source, warnings };
	};
	return { pages: [{ source, read }], close: () => {} };
}
