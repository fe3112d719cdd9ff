import { finishAnswer } from '../answers/finishedAnswer';
import type { Exchange, ServiceReply, Services } from '../exchange';
import { countInput, type InputTokens } from '../inputTokens';
import type { AnswerLimits } from '../nativeRequest';
import { invalidParameter } from '../serviceErrors';
import { loadInputPages } from './inputPages';
import { responseBody } from './responseBody';
import { readResponsesRequest, type ResponsesRequest } from './responsesRequest';

/** Serves POST /compatible-mode/v1/responses for qwen3.5-ocr. Throws a ServiceError. */
export async function respond(
	{ body, requestId, arrived, signal }: Exchange,
	{ answerer }: Services,
): Promise<ServiceReply> {
	const request = readResponsesRequest(body.text);
	const { pictures, hasPdf } = await loadInputPages(request.sources, { ...request, body });
	const input = countInput(request, pictures);
	if (!hasPdf) refuseLongInput(request, input);
	const isOneFile = request.sources.length === 1;
	const answer = await answerer({ ...request, pictures, isOneFile, signal });
	const finished = finishAnswer(answer, limitsOf(request, hasPdf));
	const facts = { requestId, arrived, model: request.model.name, input, hasPdf };
	return { status: 200, body: responseBody(finished, facts), note: answer.note, billed: true };
}

function refuseLongInput({ model }: ResponsesRequest, { image, text }: InputTokens): void {
	if (image + text <= model.maxInputTokens) return;
	throw invalidParameter(`Range of input length should be [1, ${model.maxInputTokens}]`);
}

/** The text of a PDF is not bound by the longest output of the model (OCR guide). */
function limitsOf({ model, maxTokens }: ResponsesRequest, hasPdf: boolean): AnswerLimits {
	const usual = hasPdf ? Infinity : model.defaultMaxTokens;
	return { maxTokens: maxTokens ?? usual, stop: [], logprobs: false, topLogprobs: 0 };
}
