/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test pages are drawn from font files */
import { inflateSync } from 'node:zlib';

const HEADER_BYTES = { woff: 44, sfnt: 12 } as const;
const RECORD_BYTES = { woff: 20, sfnt: 16 } as const;

/**
 * Unpacks a WOFF 1.0 font into the plain SFNT that it wraps (W3C, WOFF File Format 1.0, sections 3
 * to 5). fontkit inflates the whole outline table of a WOFF again for every glyph, which takes
 * seconds a page for a Chinese font. Throws if the bytes are no WOFF font.
 */
export function unpackWoff(woff: Buffer): Buffer {
	if (woff.toString('latin1', 0, 4) !== 'wOFF') throw new Error('Not a WOFF font');
	const tables = readTables(woff);
	const directory = Buffer.alloc(HEADER_BYTES.sfnt + tables.length * RECORD_BYTES.sfnt);
	woff.copy(directory, 0, 4, 8);
	directory.writeUInt16BE(tables.length, 4);

	const parts: Buffer[] = [directory];
	let offset = directory.length;
	tables.forEach(({ tag, checksum, data }, index) => {
		const record = HEADER_BYTES.sfnt + index * RECORD_BYTES.sfnt;
		directory.write(tag, record, 'latin1');
		directory.writeUInt32BE(checksum, record + 4);
		directory.writeUInt32BE(offset, record + 8);
		directory.writeUInt32BE(data.length, record + 12);
		// Every table starts at a multiple of four bytes.
		const padding = Buffer.alloc((4 - (data.length % 4)) % 4);
		parts.push(data, padding);
		offset += data.length + padding.length;
	});
	return Buffer.concat(parts);
}

function readTables(woff: Buffer) {
	const count = woff.readUInt16BE(12);
	return Array.from({ length: count }, (_, index) => {
		const record = HEADER_BYTES.woff + index * RECORD_BYTES.woff;
		const offset = woff.readUInt32BE(record + 4);
		const packedLength = woff.readUInt32BE(record + 8);
		const length = woff.readUInt32BE(record + 12);
		const packed = woff.subarray(offset, offset + packedLength);
		return {
			tag: woff.toString('latin1', record, record + 4),
			checksum: woff.readUInt32BE(record + 16),
			data: packedLength < length ? inflateSync(packed) : packed,
		};
	});
}
