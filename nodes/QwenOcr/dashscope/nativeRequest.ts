import type { PixelBounds, RequestParameters } from './requestParameters';
import type { ResultSchema } from './resultSchema';
import type { Task } from './tasks';

export const GENERATION_PATH = '/api/v1/services/aigc/multimodal-generation/generation';

/** One picture to read, and what to do with it. */
export interface RecognitionRequest {
	model: string;
	/** A data URL or an http(s) URL that the service can fetch. */
	image: string;
	/** Absent for a free prompt. */
	task?: Task;
	prompt?: string;
	resultSchema?: ResultSchema;
	pixels: PixelBounds;
	enableRotate?: boolean;
	parameters: RequestParameters;
}

interface NativeRequest {
	model: string;
	input: { messages: [{ role: 'user'; content: NativePart[] }] };
	parameters?: Record<string, unknown>;
}

type NativePart =
	| { image: string; min_pixels?: number; max_pixels?: number; enable_rotate?: boolean }
	| { text: string };

/**
 * Gives the body for the service's native endpoint; what was not set is left out, so that the
 * model's own defaults hold.
 */
export function toNativeRequest(request: RecognitionRequest): NativeRequest {
	const parameters = toNativeParameters(request);
	return {
		model: request.model,
		input: { messages: [{ role: 'user', content: toContent(request) }] },
		...(Object.keys(parameters).length > 0 && { parameters }),
	};
}

function toContent({ image, pixels, enableRotate, prompt }: RecognitionRequest): NativePart[] {
	const picture: NativePart = {
		image,
		...(pixels.minPixels !== undefined && { min_pixels: pixels.minPixels }),
		...(pixels.maxPixels !== undefined && { max_pixels: pixels.maxPixels }),
		...(enableRotate && { enable_rotate: true }),
	};
	return prompt ? [picture, { text: prompt }] : [picture];
}

function toNativeParameters(request: RecognitionRequest): Record<string, unknown> {
	const { parameters, task, resultSchema } = request;
	const named = {
		ocr_options: task && {
			task,
			...(resultSchema && { task_config: { result_schema: resultSchema } }),
		},
		max_tokens: parameters.maxTokens,
		temperature: parameters.temperature,
		top_p: parameters.topP,
		top_k: parameters.topK,
		repetition_penalty: parameters.repetitionPenalty,
		presence_penalty: parameters.presencePenalty,
		seed: parameters.seed,
		stop: parameters.stop,
		logprobs: parameters.logprobs,
	};
	return Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
}
