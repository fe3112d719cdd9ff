import { PdfReader } from '../../nodes/QwenOcr/documents/pdfReader';
import type { Bitmap } from '../../nodes/QwenOcr/documents/pngEncoder';
import { makePdf } from '../pages/pdfFile';
import { PdfObjects } from '../pages/pdfObjects';

/** A PDF of one page; the objects may refer to the page, whose reference they are given. */
function onePage(box: string, addEntries: (objects: PdfObjects) => [string, string]): Buffer {
	const objects = new PdfObjects();
	const [pageEntries, catalogueEntries] = addEntries(objects);
	const tree = objects.reserve();
	const page = objects.add(
		`<< /Type /Page /Parent ${tree.reference} /MediaBox ${box} ${pageEntries} >>`,
	);
	tree.set(`<< /Type /Pages /Kids [${page}] /Count 1 >>`);
	return objects.assemble(
		objects.add(`<< /Type /Catalog /Pages ${tree.reference} ${catalogueEntries} >>`),
	);
}

async function draw(file: Buffer, dotsPerInch = 72, maxPixels = 1e7): Promise<Bitmap> {
	const reader = new PdfReader();
	const pdf = await reader.open('The file x', file, '');
	const bitmap = await pdf.render(1, dotsPerInch, maxPixels);
	pdf.close();
	await reader.close();
	return bitmap;
}

function darkPixels({ data }: Bitmap): number {
	return data.filter((level) => level < 128).length;
}

it('draws what was filled into a form, in grey as it is black on white', async () => {
	const file = onePage('[0 0 300 100]', (objects) => {
		const font = objects.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
		const field = objects.add(
			'<< /Type /Annot /Subtype /Widget /FT /Tx /T (a) /V (Total 128.50) /Rect [20 20 200 50] /DA (/F 12 Tf 0 g) >>',
		);
		const resources = `/DR << /Font << /F ${font} >> >> /DA (/F 12 Tf 0 g)`;
		return [`/Annots [${field}]`, `/AcroForm << /Fields [${field}] ${resources} >>`];
	});
	const bitmap = await draw(file);
	expect(bitmap).toMatchObject({ width: 300, height: 100, channels: 1 });
	expect(darkPixels(bitmap)).toBeGreaterThan(50);
});

it('draws what is written beside the text as a note with a picture of its own', async () => {
	const file = onePage('[0 0 100 100]', (objects) => {
		const look = objects.addStream(
			'/Type /XObject /Subtype /Form /BBox [0 0 20 20]',
			'0 0 20 20 re f',
		);
		const stamp = objects.add(
			`<< /Type /Annot /Subtype /Stamp /Rect [10 10 30 30] /F 4 /AP << /N ${look} >> >>`,
		);
		return [`/Annots [${stamp}]`, ''];
	});
	expect(darkPixels(await draw(file))).toBe(400);
});

test.each([
	['as wanted', 72, 1e7, { width: 595, height: 842 }],
	['below the most pixels', 600, 100_000, { width: 265, height: 376 }],
])('draws pages %s', async (_what, dotsPerInch, maxPixels, size) => {
	const file = makePdf([{ kind: 'text', lines: ['One'] }]);
	expect(await draw(file, dotsPerInch, maxPixels)).toMatchObject(size);
});

it('keeps red, green and blue in this order', async () => {
	const file = makePdf([{ kind: 'drawing', content: '1 0.2 0 rg 0 0 595 842 re f' }]);
	const { channels, data } = await draw(file, 10);
	expect(channels).toBe(3);
	expect([...data.subarray(0, 3)]).toEqual([255, 51, 0]);
});

it('refuses a page that is nothing but a line', async () => {
	const file = onePage('[0 0 5000 1]', () => ['', '']);
	await expect(draw(file, 36)).rejects.toMatchObject({ code: 'pdf_page_unreadable' });
});
