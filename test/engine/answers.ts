import type { ScriptedReply } from './standin';

/** The service's answer to key_information_extraction with these values, in the shape of the recordings. */
export function fieldsAnswer(values: object, tokens?: object[]): ScriptedReply {
	const text = `\`\`\`json\n${JSON.stringify(values, null, 4)}\n\`\`\``;
	return answer({ ocr_result: { kv_result: values }, text }, tokens);
}

/** The service's answer of text alone. */
export function textAnswer(text: string): ScriptedReply {
	return answer({ text });
}

function answer(content: object, tokens?: object[]): ScriptedReply {
	const choice = {
		finish_reason: 'stop',
		message: { role: 'assistant', content: [content] },
		...(tokens && { logprobs: { content: tokens } }),
	};
	return {
		body: {
			output: { choices: [choice] },
			usage: { input_tokens: 10, output_tokens: 5, image_tokens: 8, total_tokens: 15 },
			request_id: 'r-1',
		},
	};
}
