import type { PagedDocument } from '../../../nodes/QwenOcr/documents/document';
import type { PdfReader } from '../../../nodes/QwenOcr/documents/pdfReader';
import { loadBuilt } from './builtNode';

/** What became of a file: pages, or messages in their place; `failed` is neither. */
export type Outcome =
	| { kind: 'pages'; drawn: number; refused: number }
	| { kind: 'refused'; code: string }
	| { kind: 'failed'; error: string };

export interface ReadFile {
	outcome: Outcome;
	/** PNG, one for each page that was drawn. */
	pictures: Buffer[];
}

const MAX_PICTURE_BYTES = 7_000_000;

/** Reads a file as the built node does, at a low resolution. */
export async function readFile(
	bytes: Buffer,
	password: string,
	pdfReader: PdfReader,
): Promise<ReadFile> {
	const pictures: Buffer[] = [];
	const faults: unknown[] = [];
	let document: PagedDocument;
	try {
		document = await openFile(bytes, password, pdfReader);
	} catch (error) {
		return { outcome: told(error) ?? failed(error), pictures };
	}
	for (const page of document.pages) {
		try {
			const { content } = await page.read(MAX_PICTURE_BYTES);
			if (content.kind === 'bytes') pictures.push(content.bytes);
		} catch (error) {
			faults.push(error);
		}
	}
	document.close();
	const untold = faults.filter((error) => !told(error));
	if (untold.length > 0) return { outcome: failed(untold[0]), pictures };
	const [fault] = faults;
	const outcome = pictures.length === 0 && told(fault);
	if (outcome) return { outcome, pictures };
	return { outcome: { kind: 'pages', drawn: pictures.length, refused: faults.length }, pictures };
}

async function openFile(
	bytes: Buffer,
	password: string,
	pdfReader: PdfReader,
): Promise<PagedDocument> {
	const { fileDocument } = loadBuilt('fileDocument');
	const file = {
		name: 'The file x.pdf',
		source: { fileName: 'x.pdf', page: 1, pageCount: 1 },
		isOptional: false,
		readBytes: async () => bytes,
	};
	const pdf = { pages: '', password, dotsPerInch: 48, maxPixels: 1_000_000 };
	const settings = { maxFileBytes: 20_000_000, minimumSize: 0, pdf, pdfReader };
	return await fileDocument(file, settings).open();
}

/** Takes only a Fault that says what happened and what to do. */
function told(error: unknown): Outcome | undefined {
	const isTold = error instanceof loadBuilt('../fault').Fault && error.message && error.description;
	return isTold ? { kind: 'refused', code: error.code } : undefined;
}

function failed(error: unknown): Outcome {
	const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
	return { kind: 'failed', error: text };
}
