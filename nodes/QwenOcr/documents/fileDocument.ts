import { createHash } from 'node:crypto';
import { Fault } from '../fault';
import type { LocalDocument, PagedDocument, Source } from './document';
import { detectFileType } from './fileType';
import { openPdfPages } from './pdfDocument';
import type { PdfSettings } from './pdfDocument';
import type { PdfReader } from './pdfReader';
import { checkPicture, tooLargeToSend } from './pictureChecks';
import type { KnownPicture, PictureType } from './pictureChecks';
import { countTiffPages } from './tiffPages';

/** A file whose bytes pass through n8n. */
export interface File {
	/** How the file is called in messages. */
	name: string;
	source: Source;
	isOptional: boolean;
	readBytes(): Promise<Buffer>;
}

/** How files are read, the same for all files of one item. */
export interface FileSettings {
	maxFileBytes: number;
	/** Pixels of the shorter side below which a picture is passed over; 0 reads all. */
	minimumSize: number;
	pdf: PdfSettings;
	pdfReader: PdfReader;
}

/**
 * Gives the document of a file whose bytes pass through n8n. They are loaded only when it is opened,
 * and every limit of the service is checked then.
 */
export function fileDocument(file: File, settings: FileSettings): LocalDocument {
	return {
		source: file.source,
		isOptional: file.isOptional,
		isRemote: false,
		open: async () => {
			const bytes = await file.readBytes();
			const sha256 = createHash('sha256').update(bytes).digest('hex');
			const type = detectFileType(bytes, file.source.fileName);
			if (type.kind !== 'pdf') return openPicture(file, bytes, type, sha256, settings);

			const source = { ...file.source, mimeType: 'application/pdf', sha256 };
			const pdf = await settings.pdfReader.open(file.name, bytes, settings.pdf.password);
			return openPdfPages(pdf, file.name, source, settings.pdf);
		},
	};
}

function openPicture(
	{ name, source: fileSource, readBytes }: File,
	loaded: Buffer,
	type: PictureType,
	sha256: string,
	{ maxFileBytes, minimumSize }: FileSettings,
): PagedDocument {
	const { picture, warnings: ofSize } = checkPicture(name, type, loaded.length, maxFileBytes);
	const { mimeType, width, height, orientation } = picture;
	const warnings = [...ofSize, ...furtherPages(name, mimeType, loaded)];
	checkMinimumSize(name, picture, minimumSize);
	const source = { ...fileSource, mimeType, width, height, orientation, sha256 };
	// What has been sent need not stay in memory until the answer comes.
	let waiting: Buffer | undefined = loaded;
	const read = async (maxBytes: number) => {
		const bytes = waiting ?? (await readBytes());
		waiting = undefined;
		if (bytes.length > maxBytes) throw tooLargeToSend(name, bytes.length, maxBytes);
		return { content: { kind: 'bytes', mimeType, bytes } as const, source, warnings };
	};
	return {
		kind: 'pages',
		pages: [{ source, canShrink: false, read }],
		warnings: [],
		close: () => {},
	};
}

/** The service gives one answer for a picture, and says nothing of further pages in it. */
function furtherPages(name: string, mimeType: string, bytes: Buffer): string[] {
	const pageCount = mimeType === 'image/tiff' ? countTiffPages(bytes) : 1;
	if (pageCount === 1) return [];
	return [`${name} has ${pageCount} pages, of which only the first may be read. Save it as PDF.`];
}

function checkMinimumSize(name: string, { width, height }: KnownPicture, minimum: number): void {
	if (Math.min(width, height) >= minimum) return;
	throw new Fault(
		'below_minimum_size',
		`${name} is ${width} × ${height} pixels, below Minimum Picture Size (${minimum})`,
		'Lower the option Minimum Picture Size to read it.',
	);
}
