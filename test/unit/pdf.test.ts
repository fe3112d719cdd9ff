import fc from 'fast-check';
import sharp from 'sharp';
import { openPdfPages } from '../../nodes/QwenOcr/documents/pdfDocument';
import { selectPages } from '../../nodes/QwenOcr/documents/pageRange';
import { PdfReader } from '../../nodes/QwenOcr/documents/pdfReader';
import type { Pdf } from '../../nodes/QwenOcr/documents/pdfReader';
import { encodePng } from '../../nodes/QwenOcr/documents/pngEncoder';
import { makePdf } from '../pages/pdfFile';
import { PdfObjects } from '../pages/pdfObjects';
import { manyRuns } from './propertyRuns';

describe('the option Pages', () => {
	test.each([
		['', [1, 2, 3, 4, 5, 6, 7, 8]],
		['1-3, 7, last', [1, 2, 3, 7, 8]],
		['last', [8]],
		['3 - 5', [3, 4, 5]],
		['5-3', [5, 4, 3]],
		['2,2,1-2', [2, 1]],
		['7–last', [7, 8]],
	])('%j are the pages %j', (wanted, pages) => {
		expect(selectPages(wanted, 8)).toEqual(pages);
	});

	test.each([
		['0', 'page_out_of_range'],
		['9', 'page_out_of_range'],
		['1-99999999999', 'page_out_of_range'],
		['first', 'invalid_pages'],
		['1-2-3', 'invalid_pages'],
		['-1', 'invalid_pages'],
		['1.5', 'invalid_pages'],
	])('%j is refused as %s', (wanted, code) => {
		expect(() => selectPages(wanted, 8)).toThrow(expect.objectContaining({ code }));
	});

	test.each(['', ' ', ','])('%j are the pages of no more than 5,000', (wanted) => {
		expect(selectPages(wanted, 5000)).toHaveLength(5000);
		expect(() => selectPages(wanted, 5001)).toThrow(
			expect.objectContaining({
				code: 'pdf_too_many_pages',
				message: 'The PDF has 5,001 pages; unless pages are chosen, at most 5,000 are read',
				description: expect.stringContaining('the option Pages'),
			}),
		);
	});

	it('may choose any of a PDF with more pages', () => {
		expect(selectPages('1-6000', 100_000)).toHaveLength(6000);
		expect(selectPages('last', 100_000)).toEqual([100_000]);
	});

	test.each(['1-last', 'last-1'])(
		'adds the pages of %s but once, however often named',
		(range) => {
			const wanted = Array.from({ length: 2_000 }, () => range).join(',');
			expect(selectPages(wanted, 100_000)).toHaveLength(100_000);
		},
		2_000,
	);

	it('never gives a page that the document does not have, whatever is typed', () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^[0-9last,; –-]{0,12}$/),
				fc.integer({ min: 1, max: 50 }),
				(wanted, count) => {
					try {
						for (const page of selectPages(wanted, count))
							expect(page >= 1 && page <= count).toBe(true);
					} catch (error) {
						expect(error).toMatchObject({ name: 'Fault' });
					}
				},
			),
			manyRuns(),
		);
	});
});

describe('PNG', () => {
	test.each([1, 3] as const)('with %d channels holds the very pixels', async (channels) => {
		const [width, height] = [37, 23];
		const data = Uint8Array.from(
			{ length: width * height * channels },
			(_, index) => (index * 7919) % 251,
		);
		const { data: decoded, info } = await sharp(await encodePng({ width, height, channels, data }))
			.toColourspace(channels === 1 ? 'b-w' : 'srgb')
			.raw()
			.toBuffer({ resolveWithObject: true });
		expect(info).toMatchObject({ width, height, channels });
		expect(decoded.equals(Buffer.from(data))).toBe(true);
	});
});

describe('PDF pages', () => {
	it('without colours are drawn grey, others in colour', async () => {
		const red = { r: 200, g: 30, b: 30 };
		const jpeg = await sharp({ create: { width: 60, height: 80, channels: 3, background: red } })
			.jpeg()
			.toBuffer();
		const file = makePdf([
			{ kind: 'text', lines: ['Black on white'] },
			{ kind: 'scan', jpeg, width: 60, height: 80 },
		]);
		const reader = new PdfReader();
		const pdf = await reader.open('The file x', file, '');
		expect((await pdf.render(1, 72, 1e7)).channels).toBe(1);
		expect((await pdf.render(2, 72, 1e7)).channels).toBe(3);
		pdf.close();
		await reader.close();
	});

	it('that do not exist leave no file open', () => {
		let isClosed = false;
		const pdf: Pdf = {
			pageCount: 2,
			attachments: [],
			render: async () => await Promise.reject(new Error('not drawn here')),
			close: () => {
				isClosed = true;
			},
		};
		const settings = { pages: '3', password: '', dotsPerInch: 72, maxPixels: 1e6 };
		const source = { page: 1, pageCount: 1 };
		expect(() => openPdfPages(pdf, 'The file x', source, settings)).toThrow('2 pages');
		expect(isClosed).toBe(true);
	});

	it('that a small file only claims to have are not made', async () => {
		const objects = new PdfObjects();
		const tree = objects.reserve();
		const page = objects.add(`<< /Type /Page /Parent ${tree.reference} /MediaBox [0 0 9 9] >>`);
		tree.set(`<< /Type /Pages /Kids [${page}] /Count 100000 >>`);
		const file = objects.assemble(objects.add(`<< /Type /Catalog /Pages ${tree.reference} >>`));
		const reader = new PdfReader();
		const pdf = await reader.open('The file x', file, '');
		const source = { page: 1, pageCount: 1 };
		const settings = { pages: '', password: '', dotsPerInch: 72, maxPixels: 1e6 };
		expect(() => openPdfPages(pdf, 'The file x', source, settings)).toThrow('100,000 pages');
		const chosen = openPdfPages(pdf, 'The file x', source, { ...settings, pages: '1' });
		expect(chosen.pages).toHaveLength(1);
		await reader.close();
	});

	it('of a file cut off anywhere are drawn or refused with a message', async () => {
		const file = makePdf([
			{ kind: 'text', lines: ['One'] },
			{ kind: 'text', lines: ['Two'] },
		]);
		const reader = new PdfReader();
		for (let length = 10; length < file.length; length += 97) {
			try {
				const pdf = await reader.open('The file x', file.subarray(0, length), '');
				await pdf.render(1, 36, 1e6);
				pdf.close();
			} catch (error) {
				expect(error).toMatchObject({ name: 'Fault', code: expect.stringMatching(/^pdf_/) });
			}
		}
		const whole = await reader.open('The file x', file, '');
		expect(whole.pageCount).toBe(2);
		whole.close();
		await reader.close();
	});
});
