declare module 'fontkit' {
	export interface Glyph {
		id: number;
		path: { toSVG(): string };
	}

	/** A text set in one font; distances in font units. */
	export interface GlyphRun {
		glyphs: Glyph[];
		positions: Array<{ xAdvance: number; xOffset: number }>;
	}

	export interface Font {
		unitsPerEm: number;
		hasGlyphForCodePoint(codePoint: number): boolean;
		layout(text: string): GlyphRun;
	}

	/** Reads a font from the bytes of its file. */
	export function create(bytes: Buffer): Font;
}
