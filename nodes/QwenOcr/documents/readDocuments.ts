import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { Fault } from '../fault';
import { selectBinaryFields } from './binaryFields';
import type { Document, OpenDocument, Source } from './document';
import { download } from './download';
import { fileDocument } from './fileDocument';
import type { FileSettings } from './fileDocument';
import { readPictureUrl } from './pictureUrl';

/** Where an item's pictures are, as its parameters say. */
export type Input =
	| { type: 'binary'; fields: unknown }
	| { type: 'url'; url: string; handling: 'pass' | 'download' };

/** How the documents of one item are read. */
export interface DocumentSettings extends FileSettings {
	timeoutMilliseconds: number;
}

/**
 * Gives the documents of one item, in the order of the item's fields; none is loaded yet.
 * @throws Fault when a field is missing or a URL is no URL
 */
export function listDocuments(
	context: IExecuteFunctions,
	itemIndex: number,
	input: Input,
	settings: DocumentSettings,
): Document[] {
	if (input.type === 'url') return [urlDocument(context, input, settings)];

	const item = context.getInputData()[itemIndex];
	return selectBinaryFields(item, input.fields).map(({ field, binary }) =>
		fileDocument(
			{
				name: binary.fileName ? `The file ${binary.fileName}` : `The file in '${field}'`,
				source: {
					field,
					...(binary.fileName && { fileName: binary.fileName }),
					page: 1,
					pageCount: 1,
				},
				readBytes: async () => await readBinary(context, itemIndex, field, binary),
			},
			settings,
		),
	);
}

function urlDocument(
	context: IExecuteFunctions,
	{ url, handling }: Extract<Input, { type: 'url' }>,
	settings: DocumentSettings,
): Document {
	const target = readPictureUrl(url);
	if (target.kind === 'data') {
		const file = {
			name: 'The data URL',
			source: { page: 1, pageCount: 1 },
			readBytes: async () => target.bytes,
		};
		return fileDocument(file, settings);
	}

	const source = { ...(target.fileName && { fileName: target.fileName }), page: 1, pageCount: 1 };
	const isPdf = /\.pdf$/i.test(target.fileName ?? '');
	if (handling === 'pass' && !isPdf) {
		return { source, open: async () => passedPage(target.url, source) };
	}
	const limits = { ...settings, ...(isPdf && { maxFileBytes: MAX_PDF_BYTES }) };
	const document = fileDocument(
		{
			name: `The file ${target.fileName ?? 'of the URL'}`,
			source,
			readBytes: async () => await download(context, target.url, limits),
		},
		settings,
	);
	return handling === 'pass' ? withWarning(document, DOWNLOADED) : document;
}

/** Largest PDF that is fetched from a URL; it is in memory as a whole while its pages are drawn. */
const MAX_PDF_BYTES = 100 * 1024 * 1024;

const DOWNLOADED =
	'The service reads no PDF by its URL with this operation, so n8n downloaded it and drew its pages.';

/** Puts a warning on the first page that is read. */
function withWarning(document: Document, warning: string): Document {
	return {
		...document,
		open: async () => {
			const opened = await document.open();
			const [first, ...others] = opened.pages;
			const read = async () => {
				const picture = await first.read();
				return { ...picture, warnings: [warning, ...picture.warnings] };
			};
			return { ...opened, pages: [{ ...first, read }, ...others] };
		},
	};
}

/** A URL that the service fetches: nothing is known of it but its address. */
function passedPage(image: string, source: Source): OpenDocument {
	return {
		pages: [{ source, read: async () => ({ image, source, warnings: [] }) }],
		close: () => {},
	};
}

async function readBinary(
	context: IExecuteFunctions,
	itemIndex: number,
	field: string,
	binary: IBinaryData,
): Promise<Buffer> {
	try {
		return await context.helpers.getBinaryDataBuffer(itemIndex, binary);
	} catch {
		throw fileUnavailable(field);
	}
}

function fileUnavailable(field: string): Fault {
	return new Fault(
		'file_unavailable',
		`The file in '${field}' is no longer in n8n's storage`,
		'Run the workflow again from the node that made the file.',
	);
}
