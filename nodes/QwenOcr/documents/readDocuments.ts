import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';
import { Fault } from '../fault';
import { selectBinaryFields } from './binaryFields';
import type { Document } from './document';
import type { Again } from './download';
import { fileDocument } from './fileDocument';
import type { FileSettings } from './fileDocument';
import { readPictureUrl } from './pictureUrl';
import { webDocument } from './webDocument';

/** Where an item's pictures are, as its parameters say. */
export type Input =
	| { type: 'binary'; fields: unknown }
	| { type: 'url'; url: string; handling: 'pass' | 'download' };

/** How the documents of one item are read. */
export interface DocumentSettings extends FileSettings {
	timeoutMilliseconds: number;
	/** Ends downloads when the run ends. */
	signal: AbortSignal;
	/** How downloads are tried again. */
	again: Again;
	/** What to do with files that cannot be read; unless set, a pattern passes over them. */
	onUnsupportedFile?: 'skip' | 'stop';
	/** Why the service cannot read a PDF by its URL for this item; empty when it can. */
	whyNoPdfByUrl: string;
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
	const { onUnsupportedFile } = settings;
	if (input.type === 'url') return [urlDocument(context, input, settings)];

	const item = context.getInputData()[itemIndex];
	const expression = String(context.getNode().parameters.binaryPropertyName ?? '');
	return selectBinaryFields(item, input.fields, expression).map(({ field, binary, isByPattern }) =>
		fileDocument(
			{
				name: binary.fileName ? `The file ${binary.fileName}` : `The file in '${field}'`,
				source: {
					field,
					...(binary.fileName && { fileName: binary.fileName }),
					page: 1,
					pageCount: 1,
				},
				isOptional: onUnsupportedFile ? onUnsupportedFile === 'skip' : isByPattern,
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
	const isOptional = settings.onUnsupportedFile === 'skip';
	if (target.kind === 'web') {
		return webDocument(context, { ...target, handling, isOptional }, settings);
	}
	const file = {
		name: 'The data URL',
		source: { page: 1, pageCount: 1 },
		isOptional,
		readBytes: async () => target.bytes,
	};
	return fileDocument(file, settings);
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
