import { PdfObjects } from './pdfObjects';

/**
 * Writes a PDF whose page draws itself over and over, until its reader has no memory left: with a
 * limit of some 64 MB it breaks PDFium within a second.
 */
export function makeOverflowingPdf(): Buffer {
	const objects = new PdfObjects();
	const drawing = objects.reserve();
	const again = `/Resources << /XObject << /Again ${drawing.reference} >> >>`;
	const content = '/Again Do /Again Do';
	drawing.set(
		`<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] ${again} /Length ${content.length} >>\nstream\n${content}\nendstream`,
	);
	const tree = objects.reserve();
	const stream = objects.addStream('', '/Again Do');
	const page = objects.add(
		`<< /Type /Page /Parent ${tree.reference} /MediaBox [0 0 595 842] ${again} /Contents ${stream} >>`,
	);
	tree.set(`<< /Type /Pages /Kids [${page}] /Count 1 >>`);
	return objects.assemble(objects.add(`<< /Type /Catalog /Pages ${tree.reference} >>`));
}
