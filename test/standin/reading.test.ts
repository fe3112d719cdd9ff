/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- these tests run the reader as a process of its own */
import { execFile } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import sharp from 'sharp';
import {
	decodePicture,
	extractFields,
	readTables,
	readingText,
	tableToHtml,
	type ReadLine,
} from './reading';

const folder = join(__dirname, '../fixtures/pictures');
const kept = (name: string) => join(folder, name);
const text = async (name: string) => await readFile(kept(name), 'utf8');
const squeezed = (value: unknown) => String(value).normalize('NFKC').replace(/\s+/g, '');
const folded = (value: unknown) => String(value).normalize('NFKC').replace(/\s+/g, ' ').trim();

/** Pages whose fields are known; a photo has the fields of the page it shows. */
const fieldPages = [
	['invoice-en.webp', 'invoice-en'],
	['invoice-zh.webp', 'invoice-zh'],
	['receipt-en.webp', 'receipt-en'],
	['form-en.webp', 'form-en'],
	['ticket-zh.webp', 'ticket-zh'],
	['receipt-zh-photo.jpg', 'receipt-zh'],
] as const;

let pages: Record<string, ReadLine[]>;

beforeAll(async () => {
	const files = [...fieldPages.map(([file]) => file), 'table-en.webp'].map(kept);
	const command = ['--import', 'tsx', join(__dirname, 'reading/readPictures.ts'), ...files];
	const { stdout } = await promisify(execFile)(process.execPath, command, {
		cwd: join(__dirname, '../..'),
		maxBuffer: 64 * 2 ** 20,
	});
	pages = JSON.parse(stdout) as Record<string, ReadLine[]>;
}, 60_000);

type Fields = { [key: string]: string | Fields };

const emptied = (fields: Fields): Fields =>
	Object.fromEntries(
		Object.entries(fields).map(([key, value]) => [
			key,
			typeof value === 'string' ? '' : emptied(value),
		]),
	);

function leavesOf(fields: object): unknown[] {
	return Object.values(fields).flatMap((value: unknown) =>
		typeof value === 'object' && value !== null ? leavesOf(value) : [value],
	);
}

describe('reading pictures', () => {
	it('reads the lines of a Chinese page', async () => {
		const found = squeezed(readingText(pages[kept('invoice-zh.webp')]));
		const printedLines = (await text('invoice-zh.txt')).split('\n').map(squeezed).filter(Boolean);
		const read = printedLines.filter((line) => found.includes(line));
		expect(read.length / printedLines.length).toBeGreaterThan(0.95);
	});

	it('gives certainties, sizes and levels that fit the print', () => {
		const title = pages[kept('invoice-en.webp')].find((line) => line.text === 'INVOICE');
		expect(title?.confidence).toBeGreaterThan(0.9);
		expect(title?.thickness).toBeGreaterThan(25);
		expect(title?.length).toBeGreaterThan(4 * (title?.thickness ?? 0));
		expect(Math.abs(title?.angle ?? 90)).toBeLessThan(1);
	});

	it('reads a ruled table with its merged cells', async () => {
		const pixels = await decodePicture(await readFile(kept('table-en.webp')));
		const [table] = readTables(pages[kept('table-en.webp')], pixels);
		const rows = JSON.parse(await text('table-en.table.json')) as Array<
			Array<{ text: string; colspan: number; rowspan: number }>
		>;
		const shapeOf = ({ colspan, rowspan }: { colspan: number; rowspan: number }) => [
			colspan,
			rowspan,
		];
		expect(table.cells.map(shapeOf)).toEqual(rows.flat().map(shapeOf));
		const right = table.cells.filter((cell, index) => cell.text === rows.flat()[index].text);
		expect(right.length / table.cells.length).toBeGreaterThan(0.95);
		expect(tableToHtml(table).split('\n')[1]).toBe(
			'  <tr><td rowspan="2">Region</td><td colspan="2">First half</td><td colspan="2">Second half</td><td rowspan="2">Total</td></tr>',
		);
	});

	it.each(fieldPages)('finds 90 % of the fields of %s and invents none', async (file, name) => {
		const truth = JSON.parse(await text(`${name}.kv.json`)) as Fields;
		const { colour_of_sky: colour, ...found } = extractFields(pages[kept(file)], {
			...emptied(truth),
			colour_of_sky: '',
		});
		const values = leavesOf(found);
		const wanted = leavesOf(truth);
		const right = wanted.filter((value, index) => folded(value) === folded(values[index]));
		expect(right.length / wanted.length).toBeGreaterThanOrEqual(0.9);
		expect(colour).toBeNull();
	});

	it('starts the polygons of a turned photo where the reading starts', () => {
		const lines = pages[kept('receipt-zh-photo.jpg')].filter((line) => line.length > 100);
		expect(lines.length).toBeGreaterThan(5);
		for (const { polygon, angle } of lines) {
			const [start, end, endBelow, startBelow] = polygon;
			expect(angle).toBeGreaterThan(3);
			expect(angle).toBeLessThan(10);
			expect(end.x).toBeGreaterThan(start.x);
			expect(end.y).toBeGreaterThan(start.y);
			expect(endBelow.y).toBeGreaterThan(end.y);
			expect(startBelow.y).toBeGreaterThan(start.y);
		}
	});
});

describe('decodePicture', () => {
	const made = (alpha: number) =>
		sharp({
			create: { width: 3, height: 2, channels: 4, background: { r: 200, g: 0, b: 0, alpha } },
		});

	it('puts transparency on white', async () => {
		const { data, width, height } = await decodePicture(await made(0).png().toBuffer());
		expect([width, height]).toEqual([3, 2]);
		expect([...data]).toEqual(Array.from({ length: 18 }, () => 255));
	});

	it('applies the EXIF orientation', async () => {
		const turned = await made(1).withMetadata({ orientation: 6 }).jpeg().toBuffer();
		const { width, height } = await decodePicture(turned);
		expect([width, height]).toEqual([2, 3]);
	});

	it('says so when the bytes are no picture', async () => {
		await expect(decodePicture(Buffer.from('no picture'))).rejects.toThrow(
			'The picture cannot be decoded',
		);
	});
});
