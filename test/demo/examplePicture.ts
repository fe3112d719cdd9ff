import type { IDataObject } from 'n8n-workflow';
import { format } from 'prettier';
import sharp from 'sharp';
import { renderTextLines } from '../pages/textLines';
import { shorten } from './examples';

const INPUT_WIDTH = 460;
const MAX_HEIGHT = 620;
const GAP = 28;
const COLUMNS = 70;
const MAX_LINES = 34;

interface PlacedLine {
	polygon: Array<{ x: number; y: number }>;
}

/**
 * Draws a picture of input and output side by side, as lossy WebP: the document at the left, with
 * the lines that were found drawn on it, and the item's JSON at the right.
 */
export async function drawExample(document: Buffer, item: IDataObject): Promise<Buffer> {
	const input = await shrink(
		await drawPolygons(document, (item.lines ?? []) as object as PlacedLine[]),
	);
	const output = await renderTextLines(await wrap(item), {
		family: 'courierPrime',
		size: 13,
		margin: 20,
	});
	const [left, right] = await Promise.all([sharp(input).metadata(), sharp(output).metadata()]);
	const width = GAP + left.width + GAP + right.width + GAP;
	const height = Math.max(left.height, right.height) + 2 * GAP;
	return await sharp({ create: { width, height, channels: 3, background: '#e9e8f4' } })
		.composite([
			{ input, left: GAP, top: GAP },
			{ input: output, left: 2 * GAP + left.width, top: GAP },
		])
		.webp({ quality: 80, effort: 6 })
		.toBuffer();
}

async function shrink(picture: Buffer): Promise<Buffer> {
	const size = {
		width: INPUT_WIDTH,
		height: MAX_HEIGHT,
		fit: 'inside',
		withoutEnlargement: true,
	} as const;
	return await sharp(picture).resize(size).png().toBuffer();
}

async function drawPolygons(picture: Buffer, lines: PlacedLine[]): Promise<Buffer> {
	if (lines.length === 0) return picture;
	const { width, height } = await sharp(picture).metadata();
	const polygons = lines.map(({ polygon }) => {
		const points = polygon.map(({ x, y }) => `${x},${y}`).join(' ');
		const [start] = polygon;
		return `<polygon points="${points}"/><circle cx="${start.x}" cy="${start.y}" r="5" fill="#d6336c" stroke="none"/>`;
	});
	const overlay = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><g fill="none" stroke="#4b3fd6" stroke-width="3">${polygons.join('')}</g></svg>`;
	return await sharp(picture)
		.composite([{ input: Buffer.from(overlay) }])
		.png()
		.toBuffer();
}

async function wrap(item: IDataObject): Promise<string[]> {
	const json = await format(JSON.stringify(shorten(item, 240)), {
		parser: 'json',
		printWidth: COLUMNS,
	});
	const lines = json
		.trimEnd()
		.split('\n')
		.flatMap((line) => line.match(new RegExp(`.{1,${COLUMNS}}`, 'g')) ?? ['']);
	return lines.length > MAX_LINES ? [...lines.slice(0, MAX_LINES - 1), '…'] : lines;
}
