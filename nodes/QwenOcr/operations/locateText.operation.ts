import { readAnswerText } from '../results/answerText';
import { readLines } from '../results/lines';
import type { Operation } from './operation';

/** Lines of text with their places on the picture. */
export const locateText: Operation = {
	option: {
		name: 'Locate Text',
		value: 'locateText',
		action: 'Locate text',
		description: 'Read each line of text with its position in pixels and its angle',
	},
	task: 'advanced_recognition',
	properties: [],
	readResult: (answer, { width, height }) => {
		if (!answer.words) {
			// The text alone holds numbers in the model's own space, not pixels of the picture.
			const warnings = ['The answer holds no positions; its text is kept as it came.'];
			return { text: readAnswerText(answer), parts: { lines: [] }, reasons: [], warnings };
		}
		const picture = width !== undefined && height !== undefined ? { width, height } : undefined;
		const lines = readLines(answer.words, picture);
		const text = answer.words.map((word) => word.text).join('\n');
		return { text, parts: { lines }, reasons: [], warnings: [] };
	},
};
