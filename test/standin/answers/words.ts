import { modelCanvas, rawWord, wordInfo, type RawWord } from '../wordsInfo';
import { formatPiece, type Answer, type AnswerPiece } from './answer';
import type { Page } from './page';

/** All lines with their places: the model's own numbers in the text, pixels in `words_info`. */
export function wordsAnswer({ lines, size }: Page): Answer {
	const canvas = modelCanvas(size);
	const words = lines.map((line) => rawWord(line, canvas));
	const pieces = words.flatMap((word, index) => [
		formatPiece(index === 0 ? '\n\t' : ',\n\t'),
		...wordPieces(word, lines[index].confidence),
	]);
	return {
		pieces: [formatPiece('```json\n['), ...pieces, formatPiece('\n]\n```')],
		ocrResult: { words_info: words.map((word) => wordInfo(word, canvas)) },
	};
}

function wordPieces({ rotate_rect, text }: RawWord, confidence: number): AnswerPiece[] {
	return [
		formatPiece(`{"rotate_rect": [${rotate_rect.join(', ')}], "text": `),
		{ text: JSON.stringify(text), confidence },
		formatPiece('}'),
	];
}
