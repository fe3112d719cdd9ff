import type { PdfCipher } from './pdfEncryption';

/** The numbered objects of a PDF under construction. */
export class PdfObjects {
	private readonly contents: Buffer[] = [];

	/** With a cipher, strings and streams are encrypted as they are written. */
	constructor(private readonly cipher?: PdfCipher) {}

	/** Adds an object and gives the reference to it. */
	add(content: string | Buffer): string {
		return `${this.contents.push(Buffer.from(content))} 0 R`;
	}

	/** Gives the reference to an object whose content is set later. */
	reserve(): { reference: string; set: (content: string) => void } {
		const reference = this.add('');
		const index = this.contents.length - 1;
		return { reference, set: (content) => (this.contents[index] = Buffer.from(content)) };
	}

	/** Adds a stream; `entries` are those of its dictionary but for its length. */
	addStream(entries: string, content: string | Buffer): string {
		const written = this.encrypt(Buffer.from(content));
		const start = `<< ${entries} /Length ${written.length} >>\nstream\n`;
		return this.add(Buffer.concat([Buffer.from(start), written, Buffer.from('\nendstream')]));
	}

	/** Gives a text as it stands in a dictionary. */
	text(value: string): string {
		const utf16 = Buffer.from(`\ufeff${value}`, 'utf16le').swap16();
		return `<${this.encrypt(utf16).toString('hex')}>`;
	}

	/** Gives the file, with a cross-reference table. */
	assemble(catalogue: string): Buffer {
		const dictionary = this.cipher && this.add(this.cipher.dictionary);
		const encryption = dictionary ? ` /Encrypt ${dictionary} /ID [<00> <00>]` : '';
		const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
		const offsets: number[] = [];
		let position = parts[0].length;
		this.contents.forEach((content, index) => {
			const [start, end] = [Buffer.from(`${index + 1} 0 obj\n`), Buffer.from('\nendobj\n')];
			parts.push(start, content, end);
			offsets.push(position);
			position += start.length + content.length + end.length;
		});
		const size = this.contents.length + 1;
		const entries = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
		const table = `xref\n0 ${size}\n0000000000 65535 f \n${entries.join('')}`;
		const trailer = `trailer\n<< /Size ${size} /Root ${catalogue}${encryption} >>\nstartxref\n${position}\n%%EOF\n`;
		return Buffer.concat([...parts, Buffer.from(table + trailer)]);
	}

	private encrypt(content: Buffer): Buffer {
		return this.cipher ? this.cipher.encrypt(content) : content;
	}
}
