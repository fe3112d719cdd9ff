/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test pages are drawn from font files */
import { readFileSync } from 'node:fs';
import { FAMILIES, setText } from './fonts';
import type { PdfObjects } from './pdfObjects';
import { unpackWoff } from './woff';

const FIRST = 32;
const LAST = 126;
const LATIN = Array.from({ length: LAST - FIRST + 1 }, (_, index) =>
	String.fromCharCode(FIRST + index),
);

/** Gives the font resources of a page: Roboto as `/Regular` and `/Bold`, embedded as TrueType. */
export function embedFonts(objects: PdfObjects): string {
	return `<< /Regular ${embed(objects, false)} /Bold ${embed(objects, true)} >>`;
}

/** Width of a Latin text in points, as a page prints it with these fonts. */
export function textWidth(text: string, size: number, isBold: boolean): number {
	return setText(text, 'roboto', isBold).width * size;
}

function embed(objects: PdfObjects, isBold: boolean): string {
	const file = `${FAMILIES.roboto.file}-${isBold ? 700 : 400}-normal.woff`;
	const trueType = unpackWoff(readFileSync(require.resolve(file)));
	const name = isBold ? 'Roboto-Bold' : 'Roboto-Regular';
	const program = objects.addStream(`/Length1 ${trueType.length}`, trueType);
	const descriptor = objects.add(
		`<< /Type /FontDescriptor /FontName /${name} /Flags 32 /FontBBox [-737 -271 1148 1056] /ItalicAngle 0 /Ascent 927 /Descent -244 /CapHeight 711 /StemV ${isBold ? 140 : 80} /FontFile2 ${program} >>`,
	);
	const widths = LATIN.map((character) => Math.round(textWidth(character, 1000, isBold)));
	return objects.add(
		`<< /Type /Font /Subtype /TrueType /BaseFont /${name} /Encoding /WinAnsiEncoding /FirstChar ${FIRST} /LastChar ${LAST} /Widths [${widths.join(' ')}] /FontDescriptor ${descriptor} >>`,
	);
}
