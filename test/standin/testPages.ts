import type { Answer, Question } from './answers/answer';
import type { Page } from './answers/page';
import { findModel } from './models';
import type { ReadLine, Table } from './reading';

/** A level line of print whose top left corner is given in pixels. */
export function line(
	text: string,
	top: number,
	{ left = 20, confidence = 0.9, angle = 0 } = {},
): ReadLine {
	const length = text.length * 12;
	const polygon: ReadLine['polygon'] = [
		{ x: left, y: top },
		{ x: left + length, y: top },
		{ x: left + length, y: top + 20 },
		{ x: left, y: top + 20 },
	];
	return { text, confidence, polygon, length, thickness: 20, angle };
}

/** A page that was read. */
export function page(lines: ReadLine[], tables: Table[] = []): Page {
	return { size: { width: 560, height: 280 }, lines, tables };
}

/** A question to qwen-vl-ocr, or to the model of that name. */
export function question(part: Partial<Question> & { name?: string } = {}): Question {
	const { name = 'qwen-vl-ocr', ...rest } = part;
	const model = findModel(name);
	if (!model) throw new Error(`No model ${name}`);
	return { model, task: null, schema: null, prompt: '', pictures: [], ...rest };
}

/** The whole text of an answer. */
export function textOf({ pieces }: Answer): string {
	return pieces.map(({ text }) => text).join('');
}
