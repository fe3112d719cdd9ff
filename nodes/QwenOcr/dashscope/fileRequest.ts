import { toOcrOptions } from './nativeRequest';
import type { RecognitionRequest } from './nativeRequest';

export const RESPONSES_PATH = '/compatible-mode/v1/responses';

/** A PDF to read by its URL, and what to do with it. */
export interface FileRequest
	extends Pick<RecognitionRequest, 'model' | 'task' | 'prompt' | 'resultSchema' | 'parameters'> {
	/** http(s), open to the internet. */
	url: string;
}

/** Most pages that the Responses endpoint reads of one PDF (contract, section 4.1). */
export function mostPages(task: FileRequest['task']): number {
	return task === 'document_parsing' ? 50 : 10;
}

/** Smallest value that `max_output_tokens` may take (contract, section 4.1). */
export const LEAST_OUTPUT_TOKENS = 16;

/** Gives the body for the service's Responses endpoint; what was not set is left out. */
export function toFileRequest(request: FileRequest): Record<string, unknown> {
	const { model, url, prompt, parameters } = request;
	const { temperature, topP, maxTokens } = parameters;
	const file = { type: 'input_file', file_url: url };
	const content = prompt ? [file, { type: 'input_text', text: prompt }] : [file];
	const ocrOptions = toOcrOptions(request);
	return {
		model,
		input: [{ role: 'user', content }],
		...(ocrOptions && { ocr_options: ocrOptions }),
		...(maxTokens !== undefined && { max_output_tokens: maxTokens }),
		...(temperature !== undefined && { temperature }),
		...(topP !== undefined && { top_p: topP }),
	};
}
