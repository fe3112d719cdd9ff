import type { IExecuteFunctions } from 'n8n-workflow';
import type { Document, OpenDocument, PagedDocument, Source } from './document';
import { MAX_PDF_BYTES, download } from './download';
import { fileDocument } from './fileDocument';
import { probeUrl } from './probeUrl';
import type { UrlFacts } from './probeUrl';
import type { DocumentSettings } from './readDocuments';

/** A file at an http(s) address. */
export interface WebFile {
	url: string;
	fileName?: string;
	/** Who fetches it: the service, or this n8n. */
	handling: 'pass' | 'download';
	isOptional: boolean;
}

/**
 * Gives the document of a web address. The service fetches pictures itself, and PDFs where it can;
 * a PDF that it cannot read by URL is fetched by n8n and its pages are drawn.
 */
export function webDocument(
	context: IExecuteFunctions,
	file: WebFile,
	settings: DocumentSettings,
): Document {
	const source = { ...(file.fileName && { fileName: file.fileName }), page: 1, pageCount: 1 };
	const fetched = async (reason = '') => {
		const opened = await openFetched(context, file, source, settings);
		return reason
			? { ...opened, warnings: [downloadedBecause(reason), ...opened.warnings] }
			: opened;
	};
	const open = async (): Promise<OpenDocument> => {
		const named = kindByName(file.fileName ?? '');
		if (file.handling === 'download') {
			return await fetched();
		}
		if (named === 'picture') return passedPicture(file.url, source);

		const facts = await probeUrl(context, file.url, settings);
		if (named !== 'pdf' && !facts?.isPdf) return passedPicture(file.url, source);

		const reason = settings.whyNoPdfByUrl || tooLarge(facts);
		if (reason) return await fetched(reason);
		return {
			kind: 'remote',
			url: file.url,
			source: { ...source, mimeType: 'application/pdf' },
			download: async (refusal) => await fetched(refusal),
		};
	};
	return { source, isOptional: file.isOptional, isRemote: true, open };
}

async function openFetched(
	context: IExecuteFunctions,
	file: WebFile,
	source: Source,
	settings: DocumentSettings,
): Promise<PagedDocument> {
	const document = fileDocument(
		{
			name: `The file ${file.fileName ?? 'of the URL'}`,
			source,
			isOptional: file.isOptional,
			readBytes: async () => await download(context, file.url, settings),
		},
		settings,
	);
	return await document.open();
}

/** A URL that the service fetches: nothing is known of it but its address. */
function passedPicture(url: string, source: Source): PagedDocument {
	const read = async () => ({ content: { kind: 'url', url } as const, source, warnings: [] });
	return {
		kind: 'pages',
		pages: [{ source, canShrink: false, read }],
		warnings: [],
		close: () => {},
	};
}

function kindByName(fileName: string): 'pdf' | 'picture' | undefined {
	if (/\.pdf$/i.test(fileName)) return 'pdf';
	return /\.(jpe?g?|png|bmp|tiff?|webp|heic)$/i.test(fileName) ? 'picture' : undefined;
}

function tooLarge(facts: UrlFacts | undefined): string {
	return (facts?.byteLength ?? 0) > MAX_PDF_BYTES ? 'as it is larger than 100 MB' : '';
}

function downloadedBecause(reason: string): string {
	return `The service does not read this PDF by its URL ${reason}, so n8n downloaded it and drew its pages.`;
}
