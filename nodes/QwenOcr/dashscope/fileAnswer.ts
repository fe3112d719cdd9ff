import { Fault } from '../fault';
import { asList, asNumber, readUsage, readWord } from './nativeAnswer';
import type { Answer, Layout } from './nativeAnswer';
import { asRecord, asText } from './record';

/**
 * Reads the body of a successful answer of the Responses endpoint (contract, section 4.2).
 * @throws Fault `empty_answer` when it holds no text and no result
 */
export function readFileAnswer(body: Record<string, unknown>): Answer {
	const requestId = asText(body.id);
	const parts = asList(body.output)
		.flatMap((message) => asList(asRecord(message).content))
		.map(asRecord);
	const usage = readUsage(countedWithImages(asRecord(body.usage)));
	if (parts.length === 0) throw emptyAnswer({ requestId, usage });
	const ocrResult = asRecord(parts.find((part) => part.ocr_result)?.ocr_result);
	const { kv_result: keyValues, words_info: words, layouts, processed_text: processed } = ocrResult;
	return {
		text: parts.map((part) => (typeof part.text === 'string' ? part.text : '')).join(''),
		...(typeof processed === 'string' && { processedText: processed }),
		...(keyValues !== undefined && { keyValues }),
		...(Array.isArray(words) && { words: words.map(readWord) }),
		...(Array.isArray(layouts) && { layouts: layouts.map(readLayout) }),
		finishReason: readFinishReason(body),
		usage,
		requestId,
		raw: body,
	};
}

function emptyAnswer(answer: Pick<Answer, 'requestId' | 'usage'>): Fault {
	const details = { ...answer, httpCode: 200, retryable: true, retry: { mostRetries: 0 } };
	const advice = 'Run the item again. If it stays empty, set the option URL Handling to Download.';
	return new Fault('empty_answer', 'The service answered without any content', advice, details);
}

function readLayout(value: unknown): Layout {
	const layout = asRecord(value);
	const blocks = asList(layout.blocks).map((block) => asText(asRecord(block).text));
	const text = asText(layout.text) || blocks.filter(Boolean).join('\n');
	const corners = asList(layout.pos).map(asRecord);
	return {
		page: Math.max(0, Math.trunc(asNumber(layout.pageNum)) || 0) + 1,
		text,
		markdown: asText(layout.markdownContent) || text,
		location: corners.flatMap(({ x, y }) => [asNumber(x), asNumber(y)]),
	};
}

/** `completed` is the only status of a whole answer; `incomplete` names its reason. */
function readFinishReason(body: Record<string, unknown>): string {
	if (body.status === 'completed' || body.status === undefined) return 'stop';
	const reason = asText(asRecord(body.incomplete_details).reason);
	return reason === 'max_output_tokens' ? 'length' : reason || asText(body.status) || 'unknown';
}

/** Where pictures were counted, their tokens stand one level deeper. */
function countedWithImages(usage: Record<string, unknown>): Record<string, unknown> {
	const { image_tokens: imageTokens } = asRecord(asList(usage.x_details)[0]);
	return imageTokens === undefined ? usage : { ...usage, image_tokens: imageTokens };
}
