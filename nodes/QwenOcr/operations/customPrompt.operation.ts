import { Fault } from '../fault';
import { readText } from '../parameters/readOption';
import { readPlainText } from '../results/answerText';
import type { Operation } from './operation';

/** A question or instruction in a person's own words. */
export const customPrompt: Operation = {
	option: {
		name: 'Custom Prompt',
		value: 'customPrompt',
		action: 'Read with a custom prompt',
		description: 'Ask about a picture, or say how to read it, in your own words',
	},
	properties: [
		{
			displayName: 'Prompt',
			name: 'prompt',
			type: 'string',
			typeOptions: { rows: 4 },
			default: '',
			required: true,
			placeholder: 'e.g. Which of the boxes on this form are ticked?',
			description: 'What the model should do with the picture',
		},
	],
	readRequest: (read) => {
		const prompt = readText(read('prompt'), 'Prompt')?.trim();
		if (prompt) return { prompt };
		throw new Fault(
			'empty_prompt',
			'Prompt is empty',
			'Say in Prompt what to do with the picture, or choose Recognize Text.',
		);
	},
	readResult: readPlainText,
};
