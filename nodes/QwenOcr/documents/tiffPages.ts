/**
 * Counts the pages of a TIFF file: its directories, without those of reduced pictures (TIFF 6.0, section 2
 * and tag 254). Gives 1 for a file whose directories cannot be followed.
 */
export function countTiffPages(bytes: Buffer): number {
	const isLittle = bytes.toString('latin1', 0, 2) === 'II';
	const short = (at: number) => (isLittle ? bytes.readUInt16LE(at) : bytes.readUInt16BE(at));
	const long = (at: number) => (isLittle ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at));
	const seen = new Set<number>();
	let pages = 0;
	let offset = bytes.length >= 8 ? long(4) : 0;
	while (offset !== 0 && !seen.has(offset) && seen.size < MOST_DIRECTORIES) {
		seen.add(offset);
		if (offset + 2 > bytes.length) break;
		const end = offset + 2 + short(offset) * ENTRY_BYTES;
		if (end + 4 > bytes.length) break;
		if (!isReduced(offset + 2, end, short, long)) pages++;
		offset = long(end);
	}
	return Math.max(1, pages);
}

const ENTRY_BYTES = 12;
const MOST_DIRECTORIES = 10_000;
const NEW_SUBFILE_TYPE = 254;

type ReadAt = (at: number) => number;

/** Entries stand in the order of their tags, so that this one is the first where there is one. */
function isReduced(first: number, end: number, short: ReadAt, long: ReadAt): boolean {
	return first < end && short(first) === NEW_SUBFILE_TYPE && long(first + 8) % 2 === 1;
}
