import { readPlainText } from '../results/answerText';
import type { Operation } from './operation';

/** Plain text of a picture in other languages than Chinese and English. */
export const recognizeMultilingualText: Operation = {
	option: {
		name: 'Recognize Multilingual Text',
		value: 'recognizeMultilingualText',
		action: 'Recognize multilingual text',
		description:
			'Read all text of a picture in Arabic, French, German, Italian, Japanese, Korean, Portuguese, Russian, Spanish, Ukrainian or Vietnamese',
	},
	task: 'multi_lan',
	properties: [],
	readResult: readPlainText,
};
