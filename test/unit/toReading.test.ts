import type { Answer } from '../../nodes/QwenOcr/dashscope/nativeAnswer';
import type { Operation } from '../../nodes/QwenOcr/operations/operation';
import { recognizeText } from '../../nodes/QwenOcr/operations/recognizeText.operation';
import { readItemSettings } from '../../nodes/QwenOcr/parameters/itemSettings';
import { finishReading, toReading } from '../../nodes/QwenOcr/reading/toReading';

const ANSWER: Answer = {
	text: '```json\n{"total": 7}\n```',
	finishReason: 'stop',
	usage: { inputTokens: 1, outputTokens: 1, imageTokens: 0, totalTokens: 2 },
	requestId: 'r-1',
	raw: {},
};

const SOURCE = { page: 1, pageCount: 1 };

function broken(): never {
	throw new TypeError('no such cell');
}

function jobOf(own: Partial<Operation>) {
	const parameters: Record<string, unknown> = { operation: 'recognizeText', model: 'qwen-vl-ocr' };
	const settings = readItemSettings((name) => parameters[name]);
	return { operation: { ...recognizeText, ...own }, settings, request: {} };
}

describe('an answer over which the node itself fails', () => {
	it('leaves with the text that the service gave, a warning and a reason for review', () => {
		const reading = toReading(jobOf({ readResult: broken }), ANSWER, SOURCE, ['Sent smaller.']);
		const message =
			'This node failed to make sense of the answer (TypeError: no such cell); the text is as the service gave it.';
		expect(reading).toEqual({
			source: SOURCE,
			result: {
				text: ANSWER.text,
				parts: {},
				reasons: [{ field: '', code: 'unreadable_answer', message }],
				warnings: ['Sent smaller.', message],
			},
			answers: [ANSWER],
		});
	});

	it('leaves with what was read, where only its values cannot be completed', () => {
		const job = jobOf({ finishResult: broken });
		const reading = toReading(job, ANSWER, SOURCE, []);
		const message =
			'This node failed to type and check the values (TypeError: no such cell); they are as they were read.';
		expect(finishReading(job, reading).result).toEqual({
			...reading.result,
			reasons: [{ field: '', code: 'unreadable_answer', message }],
			warnings: [message],
		});
	});

	it('says nothing of secrets', () => {
		const readResult = () => {
			throw new Error('a.example/b?Signature=S3CRET');
		};
		const { result } = toReading(jobOf({ readResult }), ANSWER, SOURCE, []);
		expect(result.warnings[0]).toContain('a.example/b?…');
	});
});

it('an answer that is made sense of has its warnings behind those of its picture', () => {
	const answer = { ...ANSWER, finishReason: 'length' };
	const { result } = toReading(jobOf({}), answer, SOURCE, ['Sent smaller.']);
	expect(result.text).toBe('{"total": 7}');
	expect(result.warnings).toEqual(['Sent smaller.', expect.stringContaining('cut off')]);
	expect(result.reasons).toMatchObject([{ code: 'truncated' }]);
});
