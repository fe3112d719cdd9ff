import { readLines } from './lines';
import type { Line } from './lines';

/** A block of a page of a PDF that the service read by its URL. */
export interface PlacedBlock {
	/** From 1. */
	page: number;
	text: string;
	/** Corners: x1, y1, x2, y2 … */
	location: number[];
}

/**
 * Gives the blocks of document_parsing's `layouts` as lines with their page. Their positions stand in
 * the service's own drawing of the page, whose size it does not say (contract, section 4.2); blocks
 * without four corners are left out.
 */
export function readLayoutLines(blocks: readonly PlacedBlock[]): {
	lines: Line[];
	warnings: string[];
} {
	const lines = blocks
		.filter(({ text }) => text !== '')
		.flatMap(({ page, text, location }) =>
			readLines([{ text, location, rotateRect: [] }]).map((line) => ({ ...line, page })),
		);
	const warnings =
		lines.length > 0
			? ["Positions belong to the service's own drawing of each page, whose size it does not say."]
			: [];
	return { lines, warnings };
}
