import { setText, type Family, type SetGlyph } from './fonts';

export interface TextStyle {
	family: Family;
	/** Font size in pixels. */
	size: number;
	bold?: boolean;
	/** SVG colour; black if absent. */
	colour?: string;
}

export interface Paint {
	fill?: string;
	stroke?: string;
	/** Pixels. */
	strokeWidth?: number;
	/** Corner radius in pixels. */
	radius?: number;
}

interface Run {
	text: string;
	x: number;
	baseline: number;
	width: number;
	style: TextStyle;
	glyphs: SetGlyph[];
}

/** A page under construction: texts, lines and boxes in pixels, y downwards. */
export class Sheet {
	/** Pixels; set it when the content is known. */
	height = 0;
	private readonly runs: Run[] = [];
	private readonly shapes: string[] = [];

	constructor(
		readonly width: number,
		private readonly paper = '#ffffff',
	) {}

	/** Width of a text in pixels. Throws for a character without a glyph. */
	measure(text: string, style: TextStyle) {
		return setText(text, style.family, style.bold ?? false).width * style.size;
	}

	/**
	 * Prints a text on a baseline; x is its left end, its middle or its right end. Gives its width in
	 * pixels. Throws for a character without a glyph.
	 */
	text(
		text: string,
		x: number,
		baseline: number,
		style: TextStyle,
		align: 'left' | 'centre' | 'right' = 'left',
	) {
		const { glyphs, width: ems } = setText(text, style.family, style.bold ?? false);
		const width = ems * style.size;
		const shift = { left: 0, centre: width / 2, right: width }[align];
		this.runs.push({ text, x: x - shift, baseline, width, style, glyphs });
		return width;
	}

	/** Draws a straight line, dashed if asked. */
	line(x1: number, y1: number, x2: number, y2: number, strokeWidth = 1.5, dash = '') {
		this.shapes.push(
			`<path d="M${x1} ${y1}L${x2} ${y2}" stroke="#333" stroke-width="${strokeWidth}" stroke-dasharray="${dash}"/>`,
		);
	}

	/** Draws a rectangle under all texts. */
	box(x: number, y: number, width: number, height: number, paint: Paint) {
		const { fill = 'none', stroke = 'none', strokeWidth = 1.5, radius = 0 } = paint;
		this.shapes.push(
			`<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${fill}" stroke="${stroke}" stroke-width="${strokeWidth}"/>`,
		);
	}

	/** The printed lines from top to bottom; texts more than an em apart stay separate. */
	lines() {
		const lines: Run[] = [];
		for (const run of this.inReadingOrder()) {
			const last = lines.at(-1);
			const gap = last ? run.x - last.x - last.width : 0;
			const joined = last && last.baseline === run.baseline && gap >= 0 && gap < run.style.size;
			if (!joined) lines.push({ ...run });
			else {
				last.text += ` ${run.text}`;
				last.width = run.x + run.width - last.x;
			}
		}
		return lines.map(({ text }) => text);
	}

	/** Throws if a text leaves the page, comes nearer to its edge than asked, or covers another. */
	assertLegible(edge: number) {
		const boxes = this.runs.map((run) => ({
			text: run.text,
			left: run.x,
			right: run.x + run.width,
			top: run.baseline - run.style.size * 0.75,
			bottom: run.baseline + run.style.size * 0.2,
		}));
		boxes.forEach((box, index) => {
			const inside =
				box.left >= edge &&
				box.top >= edge &&
				box.right <= this.width - edge &&
				box.bottom <= this.height - edge;
			if (!inside) throw new Error(`"${box.text}" is cut off`);
			const other = boxes
				.slice(index + 1)
				.find(
					(candidate) =>
						candidate.left < box.right &&
						candidate.right > box.left &&
						candidate.top < box.bottom &&
						candidate.bottom > box.top,
				);
			if (other) throw new Error(`"${other.text}" covers "${box.text}"`);
		});
	}

	/** The page as SVG without font references: scaled, and turned clockwise about its middle. */
	toSvg(scale: number, degrees: number) {
		const { width, height } = this;
		const outlines = new Map<string, string>();
		const texts = this.runs.map((run) => textElement(run, outlines));
		const symbols = [...outlines].map(([id, outline]) => `<path id="${id}" d="${outline}"/>`);
		return [
			`<svg xmlns="http://www.w3.org/2000/svg" width="${Math.round(width * scale)}" height="${Math.round(height * scale)}" viewBox="0 0 ${width} ${height}">`,
			`<defs>${symbols.join('')}</defs>`,
			`<rect width="${width}" height="${height}" fill="${this.paper}"/>`,
			`<g transform="rotate(${degrees} ${width / 2} ${height / 2})">`,
			...this.shapes,
			...texts,
			'</g></svg>',
		].join('\n');
	}

	private inReadingOrder() {
		return [...this.runs].sort(
			(first, second) => first.baseline - second.baseline || first.x - second.x,
		);
	}
}

function textElement({ x, baseline, style, glyphs }: Run, outlines: Map<string, string>) {
	const uses = glyphs.map((glyph) => {
		outlines.set(glyph.id, glyph.outline);
		const scale = style.size / glyph.unitsPerEm;
		const left = x + glyph.x * style.size;
		return `<use href="#${glyph.id}" transform="matrix(${scale} 0 0 ${-scale} ${left.toFixed(2)} ${baseline.toFixed(2)})"/>`;
	});
	return `<g fill="${style.colour ?? '#000000'}">${uses.join('')}</g>`;
}
