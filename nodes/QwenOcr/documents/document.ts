/** Where a result comes from; the facts that are known, the others absent. */
export interface Source {
	/** Binary field, for files of the item. */
	field?: string;
	fileName?: string;
	/** By the file's bytes, not by what was declared. */
	mimeType?: string;
	page: number;
	pageCount: number;
	/** Pixels. */
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

/** A file of the item or a URL, not yet read; `read` gives its picture or throws a Fault. */
export interface Document {
	source: Source;
	read(): Promise<Picture>;
}
