import { createPdfCipher, type PdfPasswords } from './pdfEncryption';
import { embedFonts } from './pdfFonts';
import { PdfObjects } from './pdfObjects';

/** One page of a PDF to make. */
export type PdfPage = (
	| { kind: 'scan'; jpeg: Buffer; width: number; height: number }
	| { kind: 'text'; lines: string[] }
	/** PDF's own operators, in points from the lower left, with the fonts of `embedFonts`. */
	| { kind: 'drawing'; content: string }
) & {
	/** How a viewer turns the page, clockwise in degrees. */
	rotate?: 0 | 90 | 180 | 270;
};

/** What a PDF has beside its pages. */
export interface PdfExtras {
	attachments?: Array<{ name: string; content: Buffer }>;
	passwords?: PdfPasswords;
}

/** In points. */
export const A4 = { width: 595, height: 842 };

/**
 * Writes a PDF file of A4 pages: scanned pages hold one JPEG over the whole sheet, text pages lines
 * of Latin text in Helvetica.
 */
export function makePdf(pages: readonly PdfPage[], extras: PdfExtras = {}): Buffer {
	const { attachments = [], passwords } = extras;
	const objects = new PdfObjects(passwords && createPdfCipher(passwords, 'passwords'));
	const tree = objects.reserve();
	const fonts = addFonts(objects, pages);
	const kids = pages.map((page) => {
		const { resources, content } = contentOf(page, objects, fonts);
		const box = `[0 0 ${A4.width} ${A4.height}]`;
		const stream = objects.addStream('', content);
		return objects.add(
			`<< /Type /Page /Parent ${tree.reference} /MediaBox ${box} /Rotate ${page.rotate ?? 0} /Resources << ${resources} >> /Contents ${stream} >>`,
		);
	});
	tree.set(`<< /Type /Pages /Kids [${kids.join(' ')}] /Count ${kids.length} >>`);
	const files = attachments.map(({ name, content }) => embedFile(objects, name, content));
	const names =
		files.length > 0 ? `/Names << /EmbeddedFiles << /Names [${files.join(' ')}] >> >>` : '';
	return objects.assemble(objects.add(`<< /Type /Catalog /Pages ${tree.reference} ${names} >>`));
}

interface Fonts {
	/** For text pages. */
	helvetica: string;
	/** For drawings; empty where there are none. */
	embedded: string;
}

function addFonts(objects: PdfObjects, pages: readonly PdfPage[]): Fonts {
	const hasDrawings = pages.some(({ kind }) => kind === 'drawing');
	return {
		helvetica: objects.add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'),
		embedded: hasDrawings ? embedFonts(objects) : '',
	};
}

function contentOf(
	page: PdfPage,
	objects: PdfObjects,
	{ helvetica, embedded }: Fonts,
): { resources: string; content: string } {
	if (page.kind === 'drawing') return { resources: `/Font ${embedded}`, content: page.content };
	if (page.kind === 'text') {
		const shown = page.lines.map((line) => `${toLiteral(line)} Tj T*`).join(' ');
		const content = `BT /F 14 Tf 22 TL 60 780 Td ${shown} ET`;
		return { resources: `/Font << /F ${helvetica} >>`, content };
	}
	const { jpeg, width, height } = page;
	const image = objects.addStream(
		`/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`,
		jpeg,
	);
	const shown = Math.min(A4.width / width, A4.height / height);
	const place = `${width * shown} 0 0 ${height * shown} 0 ${A4.height - height * shown}`;
	return { resources: `/XObject << /Scan ${image} >>`, content: `q ${place} cm /Scan Do Q` };
}

/** Gives a Latin text as content streams hold it. */
export function toLiteral(text: string): string {
	return `(${text.replace(/[\\()]/g, '\\$&')})`;
}

/** Gives a file's entry in the name tree of embedded files. */
function embedFile(objects: PdfObjects, name: string, content: Buffer): string {
	const stream = objects.addStream('/Type /EmbeddedFile /Subtype /text#2Fxml', content);
	const specification = objects.add(
		`<< /Type /Filespec /F ${objects.text(name)} /UF ${objects.text(name)} /EF << /F ${stream} >> /AFRelationship /Alternative >>`,
	);
	return `${objects.text(name)} ${specification}`;
}
