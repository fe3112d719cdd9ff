/** Where a result comes from; the facts that are known, the others absent. */
export interface Source {
	/** Binary field, for files of the item. */
	field?: string;
	fileName?: string;
	/** By the file's bytes, not by what was declared. */
	mimeType?: string;
	page: number;
	pageCount: number;
	/** Pixels of the picture that was sent. */
	width?: number;
	height?: number;
	/** EXIF orientation, 1 to 8. */
	orientation?: number;
	/** Hash of the file, in hex: equal for copies of the same file. */
	sha256?: string;
}

/** One picture that is ready to be sent. */
export interface Picture {
	/** Data URL, or an http(s) URL that the service fetches itself. */
	image: string;
	source: Source;
	warnings: string[];
}

/** One page, not yet rendered or encoded; `read` gives its picture or throws a Fault. */
export interface Page {
	source: Source;
	read(): Promise<Picture>;
}

/** A loaded file with its pages; a picture has one. */
export interface OpenDocument {
	pages: Page[];
	/** Gives back what the file holds in memory; its pages cannot be read any more. */
	close(): void;
}

/** A file of the item or a URL, not yet loaded; `open` loads it or throws a Fault. */
export interface Document {
	source: Source;
	open(): Promise<OpenDocument>;
}
