/** Pixels of a picture, row by row from the top: one byte each for grey, or red, green and blue. */
export interface Bitmap {
	width: number;
	height: number;
	channels: 1 | 3;
	data: Uint8Array;
}

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
const COLOR_TYPE = { 1: 0, 3: 2 } as const;

/**
 * Writes a bitmap as PNG (8 bits a channel, PNG specification, second edition). Each row is stored as
 * its difference from the row above it, which suits the flat areas of a page.
 */
export async function encodePng(bitmap: Bitmap): Promise<Buffer> {
	const header = Buffer.alloc(13);
	header.writeUInt32BE(bitmap.width, 0);
	header.writeUInt32BE(bitmap.height, 4);
	header.set([8, COLOR_TYPE[bitmap.channels]], 8);
	const rows = await deflate(filterRows(bitmap));
	return Buffer.concat([
		SIGNATURE,
		chunk('IHDR', header),
		chunk('IDAT', rows),
		chunk('IEND', Buffer.alloc(0)),
	]);
}

const FILTER_UP = 2;

function filterRows({ width, height, channels, data }: Bitmap): Uint8Array<ArrayBuffer> {
	const stride = width * channels;
	const filtered = new Uint8Array(height * (stride + 1));
	filtered[0] = FILTER_UP;
	filtered.set(data.subarray(0, stride), 1);
	for (let source = stride, target = stride + 1; source < data.length; ) {
		filtered[target++] = FILTER_UP;
		const end = source + stride;
		for (; source < end; source++) filtered[target++] = data[source] - data[source - stride];
	}
	return filtered;
}

/** Written at once: through a Blob it would cost a copy and a step for every 64 kB. */
async function deflate(bytes: Uint8Array<ArrayBuffer>): Promise<Buffer> {
	const { readable, writable } = new CompressionStream('deflate');
	const writer = writable.getWriter();
	const [compressed] = await Promise.all([
		new Response(readable).arrayBuffer(),
		writer.write(bytes),
		writer.close(),
	]);
	return Buffer.from(compressed);
}

function chunk(type: string, content: Buffer): Buffer {
	const named = Buffer.concat([Buffer.from(type, 'latin1'), content]);
	const framed = Buffer.alloc(named.length + 8);
	framed.writeUInt32BE(content.length, 0);
	named.copy(framed, 4);
	framed.writeUInt32BE(crc32(named), named.length + 4);
	return framed;
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, value) => {
	let crc = value;
	for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? 0xedb88320 ^ (crc >>> 1) : crc >>> 1;
	return crc;
});

function crc32(bytes: Buffer): number {
	let crc = 0xffffffff;
	for (let index = 0; index < bytes.length; index++) {
		crc = CRC_TABLE[(crc ^ bytes[index]) & 0xff] ^ (crc >>> 8);
	}
	return (crc ^ 0xffffffff) >>> 0;
}
