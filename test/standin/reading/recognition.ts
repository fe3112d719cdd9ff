import { LINE_HEIGHT, lineInput } from './lineInput';
import type { Model } from './models';
import type { Pixels } from './shapes';

/** What a line says and the mean certainty of its characters, 0 to 1. */
export interface Recognised {
	text: string;
	confidence: number;
}

const LARGEST_BATCH = 6;
/** PP-OCRv4 leaves Latin spaces out, yet its space class stirs this much in the gap between words. */
const SPACE_TRACE = 0.003;
/** Between two digits it stirs a little at any rate: mostly below 0.001 without a space, 0.03 and more with one. */
const SPACE_TRACE_IN_NUMBER = 0.012;
const LATIN = /[\x21-\x7e\u00a1-\u024f£€¥]/;

/** The text of each levelled line, in the order given. */
export async function recogniseLines(
	model: Model,
	characters: readonly string[],
	lines: readonly Pixels[],
): Promise<Recognised[]> {
	const results: Recognised[] = Array.from(lines, () => ({ text: '', confidence: 0 }));
	for (const batch of batchesOfLikeWidth(lines)) {
		const widest = Math.max(...batch.map((index) => shape(lines[index])));
		const width = Math.max(32, Math.ceil((LINE_HEIGHT * widest) / 8) * 8);
		const input = lineInput(
			batch.map((index) => lines[index]),
			width,
		);
		const output = await model.run(input);
		const [, steps, classes] = output.dimensions;
		batch.forEach((lineIndex, position) => {
			const start = position * steps * classes;
			const scores = output.data.subarray(start, start + steps * classes);
			results[lineIndex] = decodeLine(scores, classes, characters);
		});
	}
	return results;
}

/**
 * Greedy CTC decoding: at each step the likeliest class; repeats and blanks (class 0) fall out. The
 * last class is the space, which also counts in a blank stretch between two Latin characters.
 */
export function decodeLine(
	scores: Float32Array,
	classes: number,
	characters: readonly string[],
): Recognised {
	let text = '';
	let lastClass = 0;
	let certainty = 0;
	let count = 0;
	let spaceInGap = 0;
	for (let start = 0; start < scores.length; start += classes) {
		let best = 0;
		for (let index = 1; index < classes; index++) {
			if (scores[start + index] > scores[start + best]) best = index;
		}
		if (best === 0) {
			spaceInGap = Math.max(spaceInGap, scores[start + classes - 1]);
		} else {
			if (best !== lastClass) {
				const character = characters[best] ?? '';
				if (hasSpaceBetween(text, character, spaceInGap)) text += ' ';
				text += character;
				certainty += scores[start + best];
				count++;
			}
			spaceInGap = 0;
		}
		lastClass = best;
	}
	return { text: withLatinPunctuation(text.trim()), confidence: count > 0 ? certainty / count : 0 };
}

/** In a line without Chinese the model still writes some marks in their wide Chinese form. */
function withLatinPunctuation(text: string): string {
	if (/[\u3040-\u30ff\u3400-\u9fff]/.test(text)) return text;
	return text
		.replace(/\s*([，：；！？])\s*/g, (_, mark: string) => `${mark.normalize('NFKC')} `)
		.replace(/\s*（\s*/g, ' (')
		.replace(/\s*）\s*/g, ') ')
		.trim();
}

/** Wide-set print leaves gaps in 1 . 5 and a @ b too, yet no space stands there. */
function hasSpaceBetween(text: string, character: string, trace: number): boolean {
	const last = text.at(-1) ?? '';
	if (!LATIN.test(last) || !LATIN.test(character)) return false;
	if (last === '@' || character === '@') return false;
	if (/\d/.test(last) && /[.,:]/.test(character)) return false;
	if (/\d[.:]$/.test(text) && /\d/.test(character)) return false;
	const isInNumber = /\d/.test(last) && /\d/.test(character);
	return trace > (isInNumber ? SPACE_TRACE_IN_NUMBER : SPACE_TRACE);
}

/** Indexes in batches that need at most 15 % padding, as a batch costs what its widest line costs. */
function batchesOfLikeWidth(lines: readonly Pixels[]): number[][] {
	const byShape = [...lines.keys()].sort((a, b) => shape(lines[a]) - shape(lines[b]));
	const batches: number[][] = [];
	for (const index of byShape) {
		const batch = batches.at(-1);
		const narrowest = batch ? shape(lines[batch[0]]) : 0;
		const limit = Math.max(narrowest * 1.15, narrowest + 0.7);
		if (batch && batch.length < LARGEST_BATCH && shape(lines[index]) <= limit) batch.push(index);
		else batches.push([index]);
	}
	return batches;
}

function shape({ width, height }: Pixels): number {
	return width / height;
}
