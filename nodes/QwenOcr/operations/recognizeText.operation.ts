import { readPlainText } from '../results/answerText';
import type { Operation } from './operation';

/** Plain text of a picture in Chinese or English. */
export const recognizeText: Operation = {
	option: {
		name: 'Recognize Text',
		value: 'recognizeText',
		action: 'Recognize text',
		description: 'Read all text of a picture in Chinese or English',
	},
	task: 'text_recognition',
	properties: [],
	readResult: readPlainText,
};
