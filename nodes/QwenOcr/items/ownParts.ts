import { asRecord } from '../dashscope/record';

/**
 * Gives the JSON of an input item without what an earlier node of this kind wrote into it: its doubts
 * and values would pass for those of the result that they are carried on with. Other items stay as
 * they are, and so do the columns of a row, as a person named them.
 */
export function withoutOwnParts<Json extends object>(json: Json): Json {
	const names = namesIn(asRecord(json));
	if (names.size === 0) return json;
	return Object.fromEntries(Object.entries(json).filter(([name]) => !names.has(name))) as Json;
}

function namesIn(json: Record<string, unknown>): Set<string> {
	const { review, _document, requestId, usage, estimate } = json;
	const isWhole = isReview(review);
	// Only an item without Simplify has them; elsewhere such names are a person's own.
	const hasDetails =
		isWhole && typeof requestId === 'string' && asRecord(usage).totalTokens !== undefined;
	return new Set([
		...(isReview(asRecord(_document).review) ? ['_document'] : []),
		...(isWhole ? OF_RESULT : []),
		...(typeof asRecord(estimate).inputTokens === 'number' ? OF_ESTIMATE : []),
		...(hasDetails ? DETAILS : []),
	]);
}

function isReview(value: unknown): boolean {
	return typeof asRecord(value).needed === 'boolean';
}

const OF_ESTIMATE = ['estimate', 'source', 'warnings'];

const OF_RESULT = [
	'_document',
	'fields',
	'printed',
	'confidence',
	'tables',
	'lines',
	'latex',
	'markdown',
	'text',
	'review',
	'warnings',
	'source',
	'rawResponse',
];

const DETAILS = [
	'model',
	'task',
	'requestId',
	'requestIds',
	'finishReason',
	'usage',
	'cost',
	'logprobs',
];
