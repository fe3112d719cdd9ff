import sharp from 'sharp';
import { makePdf, type PdfPage } from '../../pages/pdfFile';
import { invoicePage } from '../../pages/pdfInvoicePage';
import { makeOverflowingPdf } from '../../pages/pdfOverflow';
import { createRandom } from '../../pages/random';
import { renderTextLines } from '../../pages/textLines';

/** A whole PDF that broken ones are made of. */
export interface BaseFile {
	name: string;
	bytes: Buffer;
	password: string;
}

/** One broken PDF: cut off, with flipped bytes, or made to break PDFium. */
export interface BrokenCase {
	name: string;
	base: BaseFile;
	damage: { kind: 'cut'; length: number } | { kind: 'flip'; seed: number } | { kind: 'overflow' };
}

const CUT_STEP = 1024;
/** Among so many other cases one breaks PDFium. */
const OVERFLOW_STEP = 150;
/** How many bytes are flipped, from a single one to a file in shreds. */
const FLIP_COUNTS = [1, 2, 4, 8, 16, 64, 256];

/** Makes small files of every kind: texts, a digital invoice, a scan, encrypted, with attachments. */
export async function makeBaseFiles(): Promise<BaseFile[]> {
	const text: PdfPage = { kind: 'text', lines: ['Invoice Number: INV-77120', 'Total: 1,280.50'] };
	const scan = await smallScan();
	const attachments = [{ name: 'factur-x.xml', content: Buffer.from('<Invoice>'.repeat(500)) }];
	const passwords = { user: 'open', owner: 'all' };
	const file = (name: string, bytes: Buffer, password = '') => ({ name, bytes, password });
	return [
		file('text', makePdf([text, { ...text, rotate: 90 }])),
		file('digital', makePdf([invoicePage(1)])),
		file('scan', makePdf([scan, scan])),
		file('encrypted', makePdf([text, scan], { passwords, attachments }), passwords.user),
		file('attachments', makePdf([text, scan], { attachments })),
	];
}

/**
 * Gives that many broken files: every base cut at each 1 kB, the others with flipped bytes, and among
 * them a few that break PDFium, which flipped bytes hardly ever do.
 */
export function listBrokenCases(bases: readonly BaseFile[], count: number): BrokenCase[] {
	const cuts = bases.flatMap((base) =>
		Array.from({ length: Math.ceil(base.bytes.length / CUT_STEP) }, (_, index): BrokenCase => {
			const length = index * CUT_STEP;
			return { name: `${base.name} cut at ${length}`, base, damage: { kind: 'cut', length } };
		}),
	);
	const others = Array.from({ length: count - cuts.length }, (_, seed): BrokenCase => {
		const base = bases[seed % bases.length];
		return seed % OVERFLOW_STEP === 0
			? { name: `overflow ${seed}`, base, damage: { kind: 'overflow' } }
			: { name: `${base.name} flipped by seed ${seed}`, base, damage: { kind: 'flip', seed } };
	});
	return [...cuts, ...others];
}

/** Gives the bytes of a broken file; the same case gives the same bytes. */
export function breakFile({ base, damage }: BrokenCase): Buffer {
	if (damage.kind === 'overflow') return makeOverflowingPdf();
	if (damage.kind === 'cut') return base.bytes.subarray(0, damage.length);
	const random = createRandom(damage.seed);
	const broken = Buffer.from(base.bytes);
	const count = random.pick(FLIP_COUNTS);
	for (let flipped = 0; flipped < count; flipped++) {
		broken[random.integer(0, broken.length - 1)] ^= random.integer(1, 255);
	}
	return broken;
}

async function smallScan(): Promise<PdfPage> {
	const [width, height] = [420, 594];
	const lines = ['Delivery note 4711', '12 pcs Ball bearing 6204', 'Received: 14 March 2024'];
	const picture = await renderTextLines(lines, { width, height });
	const jpeg = await sharp(picture).tint('#f4f0e6').jpeg({ quality: 80 }).toBuffer();
	return { kind: 'scan', jpeg, width, height };
}
