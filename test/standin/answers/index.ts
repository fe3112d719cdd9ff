import type { AnswerSource } from './answer';
import { echoAnswer } from './echo';

/** Where answers come from: real reading, or just the pictures' hashes. */
export type AnswerKind = 'ocr' | 'echo';

/** Opens a source of answers. Rejects when the OCR models are missing. */
export async function openAnswers(kind: AnswerKind): Promise<AnswerSource> {
	if (kind === 'echo') return { answer: echoAnswer, close: async () => {} };
	// Loaded here, so that echo answers need no OCR runtime.
	const { openReading } = await import('./readPages.js');
	return await openReading();
}
