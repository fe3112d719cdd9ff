/** Where a result comes from; the facts that are known, the others absent. */
export interface Source {
	/** Binary field, for files of the item. */
	field?: string;
	fileName?: string;
	/** By the file's bytes, not by what was declared. */
	mimeType?: string;
	page: number;
	/** Absent where the service read the file and does not say. */
	pageCount?: number;
	/** Pixels of the picture that was sent. */
	width?: number;
	height?: number;
	/** EXIF orientation, 1 to 8. */
	orientation?: number;
	/** Hash of the file, in hex: equal for copies of the same file. */
	sha256?: string;
}

/** A picture as it goes to the service. */
export type PictureContent =
	| { kind: 'bytes'; mimeType: string; bytes: Buffer }
	/** An http(s) address that the service fetches itself. */
	| { kind: 'url'; url: string };

/** One picture that is ready to be sent. */
export interface Picture {
	content: PictureContent;
	source: Source;
	warnings: string[];
}

/** One page, not yet drawn. */
export interface Page {
	source: Source;
	/** Whether a smaller picture can be drawn where a large one cannot be sent. */
	canShrink: boolean;
	/**
	 * Gives the page's picture, of at most `maxBytes` where that can be chosen.
	 * @throws Fault when the page cannot be drawn, or its picture stays too large
	 */
	read(maxBytes: number): Promise<Picture>;
}

/** A loaded file with its pages; a picture has one. */
export interface PagedDocument {
	kind: 'pages';
	pages: Page[];
	/** About the file as a whole. */
	warnings: string[];
	/** Gives back what the file holds in memory; its pages cannot be read any more. */
	close(): void;
}

/** A PDF that the service fetches and reads as a whole. */
export interface RemotePdf {
	kind: 'remote';
	url: string;
	source: Source;
	/** The other way, where the service refuses it: fetched by n8n, its pages drawn. */
	download(reason: string): Promise<PagedDocument>;
}

export type OpenDocument = PagedDocument | RemotePdf;

/** A file of the item or a URL, not yet loaded. */
export interface Document {
	source: Source;
	/** Whether a file that cannot be read is passed over with a warning. */
	isOptional: boolean;
	/** Whether opening it waits for another host. */
	isRemote: boolean;
	/** @throws Fault when the file cannot be loaded, or is none that can be read */
	open(): Promise<OpenDocument>;
}

/** A document whose bytes pass through n8n. */
export interface LocalDocument extends Document {
	open(): Promise<PagedDocument>;
}
