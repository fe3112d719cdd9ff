import type { Entry } from './entries';
import type { TableRow } from './itemTable';
import type { Sheet } from './sheet';

/** A drawn page before fields are chosen and the sheet becomes a picture. */
export interface Draft {
	sheet: Sheet;
	/** All labelled values on the sheet that a user could ask for, in printed order. */
	entries: Entry[];
	/** The document's kind as a schema key, e.g. `invoice`. */
	document: string;
	rows?: TableRow[];
}
