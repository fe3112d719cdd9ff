/** One page of a PDF to make. */
export type PdfPage =
	| { kind: 'scan'; jpeg: Buffer; width: number; height: number; rotate?: 0 | 90 | 180 | 270 }
	| { kind: 'text'; lines: string[]; rotate?: 0 | 90 | 180 | 270 };

const A4 = { width: 595, height: 842 };

/**
 * Writes a PDF 1.4 file: scanned pages hold one JPEG over the whole A4 sheet, text pages lines of
 * Latin text in Helvetica. `rotate` is how a viewer turns the page, clockwise in degrees.
 */
export function makePdf(pages: readonly PdfPage[]): Buffer {
	const objects: Buffer[] = [];
	const add = (content: Buffer | string): number => objects.push(Buffer.from(content));
	const catalogue = add('');
	const tree = add('');
	const font = add('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>');
	const numbers = pages.map((page) => {
		const [resources, content] = page.kind === 'scan' ? scan(page, add) : text(page, font);
		const stream = add(toStream('', Buffer.from(content)));
		const box = `[0 0 ${A4.width} ${A4.height}]`;
		return add(
			`<< /Type /Page /Parent ${tree} 0 R /MediaBox ${box} /Rotate ${page.rotate ?? 0} /Resources ${resources} /Contents ${stream} 0 R >>`,
		);
	});
	const kids = numbers.map((number) => `${number} 0 R`).join(' ');
	objects[catalogue - 1] = Buffer.from(`<< /Type /Catalog /Pages ${tree} 0 R >>`);
	objects[tree - 1] = Buffer.from(`<< /Type /Pages /Kids [${kids}] /Count ${numbers.length} >>`);
	return assemble(objects, catalogue);
}

function scan(
	{ jpeg, width, height }: Extract<PdfPage, { kind: 'scan' }>,
	add: (content: Buffer) => number,
): [string, string] {
	const head = `/Type /XObject /Subtype /Image /Width ${width} /Height ${height} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /DCTDecode`;
	const image = add(toStream(head, jpeg));
	const shown = Math.min(A4.width / width, A4.height / height);
	const size = `${width * shown} 0 0 ${height * shown} 0 ${A4.height - height * shown}`;
	return [`<< /XObject << /Scan ${image} 0 R >> >>`, `q ${size} cm /Scan Do Q`];
}

function text({ lines }: Extract<PdfPage, { kind: 'text' }>, font: number): [string, string] {
	const shown = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join(' ');
	return [`<< /Font << /F ${font} 0 R >> >>`, `BT /F 14 Tf 22 TL 60 780 Td ${shown} ET`];
}

function toStream(head: string, content: Buffer): Buffer {
	const start = `<< ${head} /Length ${content.length} >>\nstream\n`;
	return Buffer.concat([Buffer.from(start), content, Buffer.from('\nendstream')]);
}

function assemble(objects: Buffer[], catalogue: number): Buffer {
	const parts = [Buffer.from('%PDF-1.4\n')];
	const offsets: number[] = [];
	let position = parts[0].length;
	objects.forEach((content, index) => {
		const object = Buffer.concat([
			Buffer.from(`${index + 1} 0 obj\n`),
			content,
			Buffer.from('\nendobj\n'),
		]);
		offsets.push(position);
		position += object.length;
		parts.push(object);
	});
	const entries = offsets
		.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`)
		.join('');
	const size = objects.length + 1;
	parts.push(
		Buffer.from(
			`xref\n0 ${size}\n0000000000 65535 f \n${entries}trailer\n<< /Size ${size} /Root ${catalogue} 0 R >>\nstartxref\n${position}\n%%EOF\n`,
		),
	);
	return Buffer.concat(parts);
}
