import { randomUUID } from 'node:crypto';
import type { FinishedAnswer } from '../answers/finishedAnswer';
import type { InputTokens } from '../inputTokens';

/** What a body tells beside the answer. */
export interface ResponseFacts {
	/** Becomes the `id`, which is a bare UUID here. */
	requestId: string;
	/** Milliseconds since 1970. */
	arrived: number;
	model: string;
	input: InputTokens;
	/** Whether a PDF was read; the usage of pictures has more details. */
	hasPdf: boolean;
}

/** The body of a Responses answer, as the endpoint's reference and live calls show it. */
export function responseBody(answer: FinishedAnswer, facts: ResponseFacts): object {
	const { text, ocrResult, finishReason } = answer;
	const isCut = finishReason === 'length';
	const status = isCut ? 'incomplete' : 'completed';
	const part = {
		type: 'output_text',
		text,
		annotations: [],
		...(ocrResult && { ocr_result: ocrResult }),
	};
	return {
		id: facts.requestId,
		object: 'response',
		created_at: Math.floor(facts.arrived / 1000),
		status,
		...(isCut && { incomplete_details: { reason: 'max_output_tokens' } }),
		model: facts.model,
		output: [
			{ type: 'message', id: `msg_${randomUUID()}`, role: 'assistant', status, content: [part] },
		],
		parallel_tool_calls: false,
		tool_choice: 'auto',
		tools: [],
		usage: usage(answer, facts),
	};
}

function usage({ outputTokens }: FinishedAnswer, { input, hasPdf }: ResponseFacts): object {
	const inputTokens = input.image + input.text;
	const counts = {
		input_tokens: inputTokens,
		output_tokens: outputTokens,
		total_tokens: inputTokens + outputTokens,
	};
	const pictureDetails = {
		image_tokens: input.image,
		input_tokens_details: { text_tokens: input.text, image_tokens: input.image },
		output_tokens_details: { reasoning_tokens: 0, text_tokens: outputTokens },
	};
	return {
		...counts,
		input_tokens_details: { cached_tokens: 0 },
		output_tokens_details: { reasoning_tokens: 0 },
		x_details: [{ ...counts, ...(!hasPdf && pictureDetails), x_billing_type: 'response_api' }],
	};
}
