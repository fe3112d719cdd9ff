import type { IBinaryData, IDataObject } from 'n8n-workflow';
import { emptySchema, pictureInMemory, readTrueFields } from '../engine/pictures';
import { renderPage } from '../pages/renderPage';

/** A picture to read, with the fields that are printed on it. */
export interface DemoDocument {
	name: string;
	picture: IBinaryData;
	schema: IDataObject;
	printed: IDataObject;
}

/** Pages that are scored one by one: invoices, a receipt, a form and a ticket. */
export const KNOWN_PAGES = [
	'invoice-en',
	'invoice-zh',
	'receipt-en',
	'form-en',
	'ticket-zh',
] as const;

/** Phone photos, whose fields are those of the page that was photographed. */
const PHOTOS = [
	['invoice-en-photo', 'invoice-en'],
	['receipt-en-photo', 'receipt-en'],
	['receipt-zh-photo', 'receipt-zh'],
] as const;

/** Seeds of the pages with random content; the reader's rules were made without looking at them. */
export const UNSEEN_SEEDS = Array.from({ length: 20 }, (_, index) => 5001 + index);

/** Gives the scored pages. */
export function knownDocuments(): DemoDocument[] {
	return KNOWN_PAGES.map((name) => fixture(name, name));
}

/** Gives the phone photos. */
export function photoDocuments(): DemoDocument[] {
	return PHOTOS.map(([name, page]) => fixture(name, page));
}

/** Renders one page with random content. */
export async function unseenDocument(seed: number): Promise<DemoDocument> {
	const page = await renderPage(seed);
	const picture = {
		data: page.picture.toString('base64'),
		fileName: `${page.name}.png`,
		mimeType: 'image/png',
	};
	return { name: page.name, picture, schema: page.schema, printed: page.fields };
}

function fixture(name: string, page: string): DemoDocument {
	const printed = readTrueFields(page);
	return { name, picture: pictureInMemory(name), schema: emptySchema(printed), printed };
}
