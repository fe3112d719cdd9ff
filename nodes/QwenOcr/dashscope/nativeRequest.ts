import type { PixelBounds, RequestParameters } from './requestParameters';
import type { ResultSchema } from './resultSchema';
import type { Task } from './tasks';

export const GENERATION_PATH = '/api/v1/services/aigc/multimodal-generation/generation';

/** What to read, and what to do with it. */
export interface RecognitionRequest {
	model: string;
	/** Data URLs, http(s) URLs that the service can fetch, or oss:// addresses; one for the tasks. */
	images: string[];
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

function toContent({ images, pixels, enableRotate, prompt }: RecognitionRequest): NativePart[] {
	const pictures = images.map((image) => ({
		image,
		...(pixels.minPixels !== undefined && { min_pixels: pixels.minPixels }),
		...(pixels.maxPixels !== undefined && { max_pixels: pixels.maxPixels }),
		...(enableRotate && { enable_rotate: true }),
	}));
	return prompt ? [...pictures, { text: prompt }] : pictures;
}

/** Gives `ocr_options` for a task, as the native and the Responses endpoint take them. */
export function toOcrOptions({
	task,
	resultSchema,
}: Pick<RecognitionRequest, 'task' | 'resultSchema'>): Record<string, unknown> | undefined {
	return task && { task, ...(resultSchema && { task_config: { result_schema: resultSchema } }) };
}

function toNativeParameters(request: RecognitionRequest): Record<string, unknown> {
	const { parameters } = request;
	const named = {
		ocr_options: toOcrOptions(request),
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
