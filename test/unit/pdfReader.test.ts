import { createHash } from 'node:crypto';
import { startPdfium } from '../../nodes/QwenOcr/documents/pdfium';
import type { Pdfium } from '../../nodes/QwenOcr/documents/pdfium';
import { PdfReader } from '../../nodes/QwenOcr/documents/pdfReader';
import type { Pdf } from '../../nodes/QwenOcr/documents/pdfReader';
import { makePdf } from '../pages/pdfFile';
import { makeOverflowingPdf } from '../pages/pdfOverflow';

const MEGABYTE = 1024 * 1024;

const twoPages = makePdf([
	{ kind: 'text', lines: ['Page one'] },
	{ kind: 'text', lines: ['Page two'] },
]);

/** A reader whose PDFium has little memory, and the instances that it has started. */
function smallReader(): { reader: PdfReader; instances: Pdfium[] } {
	const instances: Pdfium[] = [];
	const reader = new PdfReader(async () => {
		const instance = await startPdfium(64 * MEGABYTE);
		instances.push(instance);
		return instance;
	});
	return { reader, instances };
}

/** Gives a hash of the drawn page: Jest takes seconds to compare its pixels. */
async function draw(pdf: Pdf, page: number): Promise<string> {
	const { data } = await pdf.render(page, 72, 1e6);
	return createHash('sha256').update(data).digest('hex');
}

describe('a file that breaks PDFium', () => {
	it('is refused with a message, and the next file is read by a new instance', async () => {
		const { reader, instances } = smallReader();
		const broken = await reader.open('The file a', makeOverflowingPdf(), '');
		await expect(broken.render(1, 72, 1e6)).rejects.toMatchObject({
			name: 'Fault',
			code: 'pdf_page_unreadable',
			message: 'Page 1 of the file a cannot be drawn',
		});
		expect(instances).toHaveLength(1);
		broken.close();

		const next = await reader.open('The file b', twoPages, '');
		const fresh = await new PdfReader().open('The file b', twoPages, '');
		expect(await draw(next, 2)).toBe(await draw(fresh, 2));
		expect(instances).toHaveLength(2);
	});

	it('takes nothing from a file that was open beside it', async () => {
		const { reader, instances } = smallReader();
		const beside = await reader.open('The file b', twoPages, '');
		const first = await draw(beside, 1);
		const broken = await reader.open('The file a', makeOverflowingPdf(), '');
		await expect(broken.render(1, 72, 1e6)).rejects.toThrow('cannot be drawn');

		const [second, again] = await Promise.all([draw(beside, 2), draw(beside, 1)]);
		expect(again).toBe(first);
		expect(second).not.toBe(first);
		expect(instances).toHaveLength(2);
		broken.close();
		beside.close();
	});

	it('while it is loaded is called damaged', async () => {
		const { reader, instances } = smallReader();
		await reader.open('The file b', twoPages, '');
		instances[0]._FPDF_LoadMemDocument = trap;
		await expect(reader.open('The file a', twoPages, '')).rejects.toMatchObject({
			code: 'pdf_unreadable',
		});
		expect((await reader.open('The file b', twoPages, '')).pageCount).toBe(2);
	});

	it('while it is closed does no harm', async () => {
		const { reader, instances } = smallReader();
		const pdf = await reader.open('The file a', twoPages, '');
		instances[0]._FPDF_CloseDocument = trap;
		pdf.close();
		expect((await reader.open('The file b', twoPages, '')).pageCount).toBe(2);
		expect(instances).toHaveLength(2);
	});
});

it('says of a file that PDFium has no memory for, what to do', async () => {
	const { reader } = smallReader();
	const large = Buffer.concat([twoPages, Buffer.alloc(70 * MEGABYTE)]);
	await expect(reader.open('The file a', large, '')).rejects.toMatchObject({
		code: 'pdf_unreadable',
		description: 'Split it into smaller files.',
	});
	expect((await reader.open('The file b', twoPages, '')).pageCount).toBe(2);
});

describe('an instance', () => {
	it('is the same for one file after another', async () => {
		const { reader, instances } = smallReader();
		for (let count = 0; count < 5; count++) {
			const pdf = await reader.open('The file b', twoPages, '');
			await draw(pdf, 1);
			pdf.close();
		}
		expect(instances).toHaveLength(1);
	});

	it('keeps the size of its memory, however many files it reads', async () => {
		const { reader, instances } = smallReader();
		const sizes: number[] = [];
		for (let count = 0; count < 40; count++) {
			const pdf = await reader.open('The file b', twoPages, '');
			for (const page of [1, 2]) await pdf.render(page, 150, 1e7);
			pdf.close();
			sizes.push(instances[0].HEAPU8.length);
		}
		expect(sizes.at(-1)).toBe(sizes[4]);
	});

	it('that has grown large is replaced when no file is open in it', async () => {
		const instances: Pdfium[] = [];
		const reader = new PdfReader(async () => {
			instances.push(await startPdfium());
			return instances[instances.length - 1];
		});
		const [first, second] = [
			await reader.open('The file a', twoPages, ''),
			await reader.open('The file b', twoPages, ''),
		];
		const { malloc, free } = instances[0].wasmExports;
		free(malloc(300 * MEGABYTE));
		first.close();
		await draw(second, 1);
		expect(instances).toHaveLength(1);
		second.close();
		await reader.open('The file c', twoPages, '');
		expect(instances).toHaveLength(2);
	});
});

describe('a PDFium that does not start', () => {
	it('is told as such, and the next file tries again', async () => {
		let attempts = 0;
		const reader = new PdfReader(async () => {
			attempts++;
			if (attempts === 1) throw new RangeError('WebAssembly.Memory(): could not allocate memory');
			return await startPdfium();
		});
		await expect(reader.open('The file a', twoPages, '')).rejects.toMatchObject({
			name: 'Fault',
			code: 'pdf_reader_unavailable',
			message: expect.stringContaining('could not allocate memory'),
			details: { retryable: true },
		});
		expect((await reader.open('The file a', twoPages, '')).pageCount).toBe(2);
		expect(attempts).toBe(2);
	});

	it('does not stand before the first fault when the reader is closed', async () => {
		const reader = new PdfReader(async () => await Promise.reject(new Error('no memory')));
		const reading = async () => {
			try {
				await reader.open('The file a', twoPages, '');
			} finally {
				await reader.close();
			}
		};
		await expect(reading()).rejects.toMatchObject({ code: 'pdf_reader_unavailable' });
	});
});

function trap(): never {
	throw new WebAssembly.RuntimeError('unreachable');
}
