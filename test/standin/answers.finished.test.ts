import { formatPiece, type Answer } from './answers/answer';
import { finishAnswer } from './answers/finishedAnswer';

const ANSWER: Answer = {
	pieces: [formatPiece('```json\n'), { text: '"Tea 合计"', confidence: 0.5 }, formatPiece('\n```')],
	ocrResult: { kv_result: { drink: 'Tea' } },
};
const LIMITS = { maxTokens: 100, stop: [], logprobs: false, topLogprobs: 0 };

test('gives the whole answer with its structured part', () => {
	expect(finishAnswer(ANSWER, LIMITS)).toEqual({
		text: '```json\n"Tea 合计"\n```',
		ocrResult: { kv_result: { drink: 'Tea' } },
		finishReason: 'stop',
		outputTokens: 10,
		logprobs: undefined,
	});
});

test('leaves the fence open and the structured part out when the tokens run out', () => {
	expect(finishAnswer(ANSWER, { ...LIMITS, maxTokens: 4 })).toMatchObject({
		text: '```json\n"Tea',
		ocrResult: undefined,
		finishReason: 'length',
		outputTokens: 4,
	});
});

test('counts an answer of exactly max_tokens as complete', () => {
	const { finishReason, ocrResult } = finishAnswer(ANSWER, { ...LIMITS, maxTokens: 10 });
	expect([finishReason, ocrResult]).toEqual(['stop', ANSWER.ocrResult]);
});

test('ends before the first stop text', () => {
	expect(finishAnswer(ANSWER, { ...LIMITS, stop: ['\n```', ' 合'] })).toMatchObject({
		text: '```json\n"Tea',
		ocrResult: undefined,
		finishReason: 'stop',
	});
});

test('gives each token the certainty of its line', () => {
	const { text, logprobs = [] } = finishAnswer(ANSWER, {
		...LIMITS,
		logprobs: true,
		topLogprobs: 2,
	});
	expect(logprobs.map(({ token }) => token).join('')).toBe(text);
	expect(logprobs[0]).toMatchObject({ token: '```j', logprob: 0 });
	const read = logprobs.find(({ token }) => token === '合');
	expect(read).toEqual({
		token: '合',
		bytes: [0xe5, 0x90, 0x88],
		logprob: Math.log(0.5),
		top_logprobs: [{ token: '合', bytes: [0xe5, 0x90, 0x88], logprob: Math.log(0.5) }],
	});
});
