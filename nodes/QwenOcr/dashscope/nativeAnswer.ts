import { Fault } from '../fault';
import { asRecord, asText } from './record';

/** One line with its place, as advanced_recognition answers it (contract: recordings of Nov 2025). */
export interface WordInfo {
	text: string;
	/** x1, y1 … x4, y4 in pixels of the picture sent; the order of the corners varies. */
	location: number[];
	/** Centre x, centre y, width, height in pixels, angle in degrees. */
	rotateRect: number[];
}

/** One token of the answer with the natural logarithm of its probability. */
export interface TokenProbability {
	token: string;
	logprob: number;
}

/** A block of a page, as document_parsing answers it for a PDF (contract, section 4.2). */
export interface Layout {
	/** From 1; the service counts from 0. */
	page: number;
	text: string;
	markdown: string;
	/** Corners in the service's own drawing of the page: x1, y1, x2, y2 … */
	location: number[];
}

export interface Usage {
	inputTokens: number;
	outputTokens: number;
	imageTokens: number;
	totalTokens: number;
}

/** The service's answer in one shape, whatever the model's age. */
export interface Answer {
	text: string;
	/** The service's own cleaned text, where it gives one. */
	processedText?: string;
	keyValues?: unknown;
	words?: WordInfo[];
	/** Of PDFs that were read by their URL. */
	layouts?: Layout[];
	/** `stop`: complete; `length`: cut off at the token limit. */
	finishReason: string;
	tokens?: TokenProbability[];
	usage: Usage;
	requestId: string;
	/** The body as the service sent it. */
	raw: Record<string, unknown>;
}

/**
 * Reads the body of a successful answer of the native endpoint.
 * @throws Fault `empty_answer` when it holds no choice or an empty content list
 */
export function readNativeAnswer(body: Record<string, unknown>): Answer {
	const requestId = asText(body.request_id);
	const choice = asRecord(asList(asRecord(body.output).choices)[0]);
	const content = asRecord(choice.message).content;
	const parts = typeof content === 'string' ? [{ text: content }] : asList(content).map(asRecord);
	const usage = readUsage(asRecord(body.usage));
	if (parts.length === 0) throw emptyAnswer(choice.finish_reason, { requestId, usage });
	const ocrResult = asRecord(parts.find((part) => part.ocr_result)?.ocr_result);
	const processed = parts
		.map((part) => part.processed_text)
		.filter((text) => typeof text === 'string');
	const words = ocrResult.words_info;
	const tokens = asRecord(choice.logprobs).content;
	return {
		text: parts.map((part) => (typeof part.text === 'string' ? part.text : '')).join(''),
		...(processed.length > 0 && { processedText: processed.join('') }),
		...(ocrResult.kv_result !== undefined && { keyValues: ocrResult.kv_result }),
		...(Array.isArray(words) && { words: words.map(readWord) }),
		finishReason: readFinishReason(choice.finish_reason),
		...(Array.isArray(tokens) && { tokens: tokens.map(readToken) }),
		usage,
		requestId,
		raw: body,
	};
}

function emptyAnswer(finishReason: unknown, answer: Pick<Answer, 'requestId' | 'usage'>): Fault {
	const advice =
		finishReason === 'length'
			? 'It reached the token limit at once: raise the option Max Tokens.'
			: 'Run the item again. If it stays empty, try another model or a larger Max Pixels.';
	const details = {
		...answer,
		httpCode: 200,
		retryable: finishReason !== 'length',
		retry: { mostRetries: 0 },
	};
	return new Fault('empty_answer', 'The service answered without any content', advice, details);
}

/** Gives a list of a JSON answer, and an empty one for anything else. */
export function asList(value: unknown): unknown[] {
	return Array.isArray(value) ? value : [];
}

/** Reads one entry of `words_info`. */
export function readWord(value: unknown): WordInfo {
	const word = asRecord(value);
	return {
		text: asText(word.text),
		location: asList(word.location).map(asNumber),
		rotateRect: asList(word.rotate_rect).map(asNumber),
	};
}

function readToken(value: unknown): TokenProbability {
	const token = asRecord(value);
	return { token: asText(token.token), logprob: asNumber(token.logprob) };
}

/** Gives a number, or a text that holds one, and NaN for anything else. */
export function asNumber(value: unknown): number {
	return typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
}

/** The service writes "not finished" as null or as the text "null". */
function readFinishReason(value: unknown): string {
	return typeof value === 'string' && value !== 'null' ? value : 'unknown';
}

/** Reads the service's count of tokens, whose names are the same on both endpoints. */
export function readUsage(usage: Record<string, unknown>): Usage {
	const inputTokens = count(usage.input_tokens);
	const outputTokens = count(usage.output_tokens);
	return {
		inputTokens,
		outputTokens,
		imageTokens: count(usage.image_tokens ?? asRecord(usage.input_tokens_details).image_tokens),
		totalTokens: count(usage.total_tokens) || inputTokens + outputTokens,
	};
}

function count(value: unknown): number {
	const number = asNumber(value);
	return Number.isFinite(number) && number > 0 ? number : 0;
}
