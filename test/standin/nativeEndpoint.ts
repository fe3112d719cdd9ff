import { finishAnswer, type FinishedAnswer } from './answers/finishedAnswer';
import type { Exchange, ServiceReply, Services } from './exchange';
import { countInput, type InputTokens } from './inputTokens';
import { checkPicture, type Picture } from './pictureChecks';
import { loadPicture } from './pictureSources';
import { readGenerationRequest, type GenerationRequest } from './requestChecks';
import { invalidParameter, ServiceError, standinMark } from './serviceErrors';
import { openStoredPicture } from './storage/storedPicture';

/** Serves POST …/multimodal-generation/generation without streaming. Throws a ServiceError. */
export async function generate(exchange: Exchange, services: Services): Promise<ServiceReply> {
	const { headers, body, requestId, signal } = exchange;
	refuseOtherModes(headers);
	const request = readGenerationRequest(body.text);
	const pictures = await loadPictures(request, exchange, services);
	refuseLongInput(request, countInput(request, pictures));
	const answer = await services.answerer({ ...request, pictures, signal });
	const input = countInput(request, pictures, answer);
	return {
		status: 200,
		body: responseBody(finishAnswer(answer, request.limits), input, requestId),
		note: answer.note,
		billed: true,
	};
}

function refuseOtherModes(headers: Exchange['headers']): void {
	if (headers['x-dashscope-async'] === 'enable') {
		const message = 'current user api does not support asynchronous calls.';
		throw new ServiceError(403, 'AccessDenied', message);
	}
	const streaming =
		headers['x-dashscope-sse'] === 'enable' || headers.accept?.includes('text/event-stream');
	if (streaming) throw invalidParameter(standinMark('it does not stream; ask without streaming'));
}

async function loadPictures(
	{ model, pictures: parts }: GenerationRequest,
	{ headers, body, key, arrived, storageRules }: Exchange,
	{ storage }: Services,
): Promise<Picture[]> {
	const { maxFileBytes } = model;
	const reader = { key, model: model.name, now: arrived, fileHours: storageRules.fileHours };
	const mayOpen = headers['x-dashscope-ossresourceresolve'] === 'enable';
	const openStored = mayOpen
		? (address: string) => openStoredPicture(address, reader, storage)
		: undefined;
	const pictures: Picture[] = [];
	for (const part of parts) {
		const file = await loadPicture(part.image, { maxFileBytes, body, openStored });
		pictures.push(checkPicture(part, file, maxFileBytes));
	}
	return pictures;
}

function refuseLongInput({ model }: GenerationRequest, { image, text }: InputTokens): void {
	if (image + text <= model.maxInputTokens) return;
	throw invalidParameter(`Range of input length should be [1, ${model.maxInputTokens}]`);
}

function responseBody(answer: FinishedAnswer, input: InputTokens, requestId: string): object {
	const { text, ocrResult, finishReason, outputTokens, logprobs } = answer;
	const content = ocrResult ? { ocr_result: ocrResult, text } : { text };
	const choice = {
		finish_reason: finishReason,
		message: { content: [content], role: 'assistant' },
		...(logprobs && { logprobs: { content: logprobs } }),
	};
	const inputTokens = input.image + input.text;
	return {
		output: { choices: [choice] },
		usage: {
			image_tokens: input.image,
			input_tokens: inputTokens,
			input_tokens_details: { image_tokens: input.image, text_tokens: input.text },
			output_tokens: outputTokens,
			output_tokens_details: { text_tokens: outputTokens },
			total_tokens: inputTokens + outputTokens,
		},
		request_id: requestId,
	};
}
