import { embeddedInvoiceWarning } from '../../nodes/QwenOcr/documents/embeddedInvoice';
import { startPdfium } from '../../nodes/QwenOcr/documents/pdfium';
import { PdfReader } from '../../nodes/QwenOcr/documents/pdfReader';
import { makePdf } from '../pages/pdfFile';
import type { PdfExtras } from '../pages/pdfFile';

function pdfWith(names: string[], extras: PdfExtras = {}): Buffer {
	const attachments = names.map((name) => ({ name, content: Buffer.from('<Invoice/>') }));
	return makePdf([{ kind: 'text', lines: ['Invoice 1'] }], { ...extras, attachments });
}

async function attachmentsOf(file: Buffer, password = ''): Promise<string[]> {
	const reader = new PdfReader();
	const pdf = await reader.open('The file x', file, password);
	await pdf.render(1, 36, 1e6);
	pdf.close();
	await reader.close();
	return pdf.attachments;
}

describe('the attachments of a PDF', () => {
	test.each([[[]], [['factur-x.xml']], [['Lieferschein für 客户.pdf', 'factur-x.xml']]])(
		'%j are known by their names',
		async (names) => {
			expect(await attachmentsOf(pdfWith(names))).toEqual(names);
		},
	);

	it('are known when the PDF is protected', async () => {
		const file = pdfWith(['factur-x.xml'], { passwords: { user: 'geheim', owner: 'boss' } });
		expect(await attachmentsOf(file, 'geheim')).toEqual(['factur-x.xml']);
	});

	it('are at most a hundred names', async () => {
		const names = Array.from({ length: 300 }, (_, index) => `part-${index}.xml`);
		expect(await attachmentsOf(pdfWith(names))).toEqual(names.slice(0, 100));
	});
});

describe('a PDF whose table of attachments is damaged', () => {
	test.each([
		['leads nowhere', '/Names [', '/Names 99 0 R ['],
		['holds no files', '/Filesp', '/Fonts '],
		['names no files', '/Type /Filespec', '1 2 3 4 5 6 7 8 '],
		['contains itself', '/Names [', '/Kids [1 0 R 2 0 R 3 0 R] /Names ['],
		['is cut off', '/Names [', '/Names <<'],
	])('is still read when it %s', async (_what, whole, damaged) => {
		const file = pdfWith(['factur-x.xml']).toString('latin1').replaceAll(whole, damaged);
		expect(Array.isArray(await attachmentsOf(Buffer.from(file, 'latin1')))).toBe(true);
	});

	it('is still read when it breaks PDFium', async () => {
		let instances = 0;
		const reader = new PdfReader(async () => {
			instances++;
			const instance = await startPdfium();
			instance._FPDFDoc_GetAttachment = () => {
				throw new WebAssembly.RuntimeError('unreachable');
			};
			return instance;
		});
		const pdf = await reader.open('The file x', pdfWith(['factur-x.xml']), '');
		expect(pdf.attachments).toEqual([]);
		expect((await pdf.render(1, 72, 1e6)).width).toBe(595);
		expect(instances).toBe(2);
		pdf.close();
	});
});

describe('an electronic invoice in a PDF', () => {
	test.each([
		[['factur-x.xml'], 'electronic invoice in its embedded file factur-x.xml'],
		[['logo.png', 'ZUGFeRD-invoice.xml'], 'electronic invoice in its embedded file ZUGFeRD-'],
		[['zugferd-invoice.xml'], 'electronic invoice in its embedded file zugferd-invoice.xml'],
		[['data/xrechnung.xml'], 'electronic invoice in its embedded file xrechnung.xml'],
		[['order-x.xml'], 'electronic order in its embedded file order-x.xml'],
		[['cida.xml'], 'electronic delivery note in its embedded file cida.xml'],
	])('is warned of by its file name: %j', (names, expected) => {
		expect(embeddedInvoiceWarning(names)).toContain(expected);
	});

	test.each([[[]], [['notes.txt', 'invoice.xml', 'factur-x.xml.p7m']]])(
		'is not seen in %j',
		(names) => {
			expect(embeddedInvoiceWarning(names)).toBeUndefined();
		},
	);

	it('is warned of in words that say what to trust', () => {
		expect(embeddedInvoiceWarning(['factur-x.xml'])).toBe(
			'The PDF carries an electronic invoice in its embedded file factur-x.xml. The values in there are exact, while a reading of the pages may err.',
		);
	});
});
