import sharp from 'sharp';
import { countTiffPages } from '../../nodes/QwenOcr/documents/tiffPages';

async function tiff(): Promise<Buffer> {
	const create = { width: 40, height: 30, channels: 3, background: 'white' } as const;
	return await sharp({ create }).tiff({ compression: 'none' }).toBuffer();
}

/** Copies the first directory of a TIFF in little-endian order behind its last one. */
function withPage(bytes: Buffer, change: (directory: Buffer) => void = () => {}): Buffer {
	const first = bytes.readUInt32LE(4);
	const link = (at: number) => at + 2 + bytes.readUInt16LE(at) * 12;
	const directory = Buffer.from(bytes.subarray(first, link(first) + 4));
	directory.writeUInt32LE(0, directory.length - 4);
	change(directory);
	let last = first;
	while (bytes.readUInt32LE(link(last)) !== 0) last = bytes.readUInt32LE(link(last));
	const linked = Buffer.from(bytes);
	linked.writeUInt32LE(bytes.length, link(last));
	return Buffer.concat([linked, directory]);
}

/** Makes the first entry of a directory the mark of a reduced picture. */
function reduce(directory: Buffer): void {
	directory.writeUInt16LE(254, 2);
	directory.writeUInt16LE(4, 4);
	directory.writeUInt32LE(1, 6);
	directory.writeUInt32LE(1, 10);
}

describe('the pages of a TIFF', () => {
	it('are one for each directory', async () => {
		const one = await tiff();
		expect(countTiffPages(one)).toBe(1);
		expect(countTiffPages(withPage(withPage(one)))).toBe(3);
	});

	it('are not those of reduced pictures', async () => {
		expect(countTiffPages(withPage(await tiff(), reduce))).toBe(1);
	});

	it('end where directories lead in a circle or out of the file', async () => {
		const two = withPage(await tiff());
		two.writeUInt32LE(two.readUInt32LE(4), two.length - 4);
		expect(countTiffPages(two)).toBe(2);
		two.writeUInt32LE(0xffffffff, two.length - 4);
		expect(countTiffPages(two)).toBe(2);
		for (let length = 0; length < two.length; length += 7) {
			expect(() => countTiffPages(two.subarray(0, length))).not.toThrow();
		}
	});
});
