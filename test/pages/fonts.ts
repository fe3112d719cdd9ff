/* eslint-disable @n8n/community-nodes/no-restricted-imports -- test pages are drawn from font files */
import { readFileSync } from 'node:fs';
import { create, type Font, type Glyph } from 'fontkit';
import { unpackWoff } from './woff';

/**
 * The families at hand, with the height of their small letters as a share of the font size
 * (from the fonts' OS/2 tables).
 */
export const FAMILIES = {
	roboto: { file: '@fontsource/roboto/files/roboto-latin', xHeight: 0.528 },
	notoSerif: { file: '@fontsource/noto-serif/files/noto-serif-latin', xHeight: 0.536 },
	courierPrime: { file: '@fontsource/courier-prime/files/courier-prime-latin', xHeight: 0.451 },
	notoSansSC: {
		file: '@fontsource/noto-sans-sc/files/noto-sans-sc-chinese-simplified',
		xHeight: 0.543,
	},
} as const;

export type Family = keyof typeof FAMILIES;

/** One glyph of a set text. Distances in ems from the start of the text. */
export interface SetGlyph {
	/** Names the outline; the same glyph of the same font always has the same id. */
	id: string;
	/** SVG path in font units, y upwards. */
	outline: string;
	unitsPerEm: number;
	x: number;
}

interface Face {
	font: Font;
	prefix: string;
	outlines: Map<number, string>;
}

const faces = new Map<string, Face>();

/**
 * Sets a text in one line: its glyphs and its width in ems. Characters that the family lacks come
 * from Noto Sans SC. Throws for a character that neither has.
 */
export function setText(text: string, family: Family, bold: boolean) {
	const glyphs: SetGlyph[] = [];
	let width = 0;
	for (const { face, part } of splitByFace(text, family, bold)) {
		const run = face.font.layout(part);
		run.glyphs.forEach((glyph, index) => {
			const { xAdvance, xOffset } = run.positions[index];
			const { unitsPerEm } = face.font;
			glyphs.push({
				id: `${face.prefix}-${glyph.id}`,
				outline: outlineOf(face, glyph),
				unitsPerEm,
				x: width + xOffset / unitsPerEm,
			});
			width += xAdvance / unitsPerEm;
		});
	}
	return { glyphs, width };
}

function splitByFace(text: string, family: Family, bold: boolean) {
	const candidates = [openFace(family, bold), openFace('notoSansSC', bold)];
	const parts: Array<{ face: Face; part: string }> = [];
	for (const character of text) {
		const face = candidates.find(({ font }) =>
			font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0),
		);
		if (!face) throw new Error(`No glyph for "${character}" in ${family} or notoSansSC`);
		const last = parts.at(-1);
		if (last?.face === face) last.part += character;
		else parts.push({ face, part: character });
	}
	return parts;
}

function openFace(family: Family, bold: boolean): Face {
	const file = `${FAMILIES[family].file}-${bold ? 700 : 400}-normal.woff`;
	const known = faces.get(file);
	if (known) return known;
	const face: Face = {
		font: create(unpackWoff(readFileSync(require.resolve(file)))),
		prefix: `${family}${bold ? 'Bold' : ''}`,
		outlines: new Map(),
	};
	faces.set(file, face);
	return face;
}

function outlineOf(face: Face, glyph: Glyph) {
	const known = face.outlines.get(glyph.id);
	if (known !== undefined) return known;
	const outline = glyph.path.toSVG();
	face.outlines.set(glyph.id, outline);
	return outline;
}
