import { finishAnswer, type FinishedAnswer } from './answers/finishedAnswer';
import type { Answer, Answerer } from './answers/answer';
import type { Exchange, ServiceReply } from './exchange';
import { checkPicture, type Picture } from './pictureChecks';
import { loadPicture } from './pictureSources';
import { readGenerationRequest, type GenerationRequest } from './requestChecks';
import { invalidParameter, ServiceError, standinMark } from './serviceErrors';
import { textTokens } from './textOverhead';
import { imageTokens, turnedCanvas } from './tokens';

/** Serves POST …/multimodal-generation/generation without streaming. Throws a ServiceError. */
export async function generate(
	{ headers, body, requestId }: Exchange,
	answerer: Answerer,
): Promise<ServiceReply> {
	refuseOtherModes(headers);
	const request = readGenerationRequest(body);
	const resolveOss = headers['x-dashscope-ossresourceresolve'] === 'enable';
	const pictures = await loadPictures(request, resolveOss);
	refuseLongInput(request, countInput(request, pictures));
	const answer = await answerer({ ...request, pictures });
	const input = countInput(request, pictures, answer);
	return {
		status: 200,
		body: responseBody(finishAnswer(answer, request.limits), input, requestId),
		note: answer.note,
		billed: true,
	};
}

interface InputTokens {
	image: number;
	text: number;
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

async function loadPictures(request: GenerationRequest, resolveOss: boolean): Promise<Picture[]> {
	const { maxFileBytes } = request.model;
	const pictures: Picture[] = [];
	for (const part of request.pictures) {
		const file = await loadPicture(part.image, { resolveOss, maxFileBytes });
		pictures.push(checkPicture(part, file, maxFileBytes));
	}
	return pictures;
}

/** Before the answer the pages' angles are not known: then the pictures count as they are. */
function countInput(request: GenerationRequest, pictures: Picture[], answer?: Answer): InputTokens {
	const { factor } = request.model;
	const image = pictures.map((picture, index) => {
		const angle = picture.enableRotate ? (answer?.angles?.[index] ?? 0) : 0;
		return imageTokens(turnedCanvas(picture, angle), { ...picture, factor });
	});
	return { image: image.reduce((sum, tokens) => sum + tokens, 0), text: textTokens(request) };
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
