import { readAnswerText } from './answerText';
import type { AnswerTexts } from './answerText';
import { readLines } from './lines';
import type { PlacedText, Size } from './lines';
import type { Result } from './result';

interface LocatedAnswer extends AnswerTexts {
	words?: PlacedText[];
}

/**
 * Gives an advanced_recognition answer: its lines with their places, and their texts in order. An
 * answer without positions keeps its text as it came: the numbers in it stand in the model's own
 * space and are no pixels (contract, section 10.3).
 */
export function readLocatedText(answer: LocatedAnswer, picture?: Size): Result {
	const words = answer.words ?? [];
	if (words.length === 0) {
		const text = readAnswerText(answer);
		const isEmptyList = /^(?:\[\s*\])?$/.test(text.trim());
		const warnings = isEmptyList
			? []
			: ['The answer holds no positions; its text is kept as it came.'];
		return { text: isEmptyList ? '' : text, parts: { lines: [] }, reasons: [], warnings };
	}
	const lines = readLines(words, picture);
	const unplaced = words.length - lines.length;
	const warnings =
		unplaced > 0 ? [`${unplaced} of ${words.length} lines came without a usable position.`] : [];
	return {
		text: words.map(({ text }) => text).join('\n'),
		parts: { lines },
		reasons: [],
		warnings,
	};
}
