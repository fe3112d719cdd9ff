import fc from 'fast-check';
import type { Answer } from '../../nodes/QwenOcr/dashscope/nativeAnswer';
import { readNativeAnswer } from '../../nodes/QwenOcr/dashscope/nativeAnswer';
import { manyRuns } from './propertyRuns';

describe('the native answer', () => {
	function answerWith(content: unknown, more: object = {}): Answer {
		return readNativeAnswer({
			request_id: 'r-1',
			output: {
				choices: [{ finish_reason: 'stop', message: { role: 'assistant', content }, ...more }],
			},
			usage: { input_tokens: 10, output_tokens: 5, image_tokens: 7 },
		});
	}

	it('is read in its full shape', () => {
		const words = [{ text: 'a', location: [1, 2, 3, 4, 5, 6, 7, 8], rotate_rect: [1, 2, 3, 4, 5] }];
		const answer = answerWith(
			[
				{
					text: 'x',
					processed_text: 'y',
					ocr_result: { words_info: words, kv_result: { a: 'b' } },
				},
			],
			{ logprobs: { content: [{ token: 'x', bytes: [120], logprob: -0.1, top_logprobs: [] }] } },
		);
		expect(answer).toMatchObject({
			text: 'x',
			processedText: 'y',
			keyValues: { a: 'b' },
			words: [{ text: 'a', location: [1, 2, 3, 4, 5, 6, 7, 8], rotateRect: [1, 2, 3, 4, 5] }],
			tokens: [{ token: 'x', logprob: -0.1 }],
			usage: { inputTokens: 10, outputTokens: 5, imageTokens: 7, totalTokens: 15 },
			requestId: 'r-1',
			finishReason: 'stop',
		});
	});

	it('is read when content is a plain text', () => {
		expect(answerWith('x').text).toBe('x');
	});

	it('without content is a fault that can be tried again', () => {
		expect(() => answerWith([])).toThrow('without any content');
		expect(() => readNativeAnswer({})).toThrow('without any content');
	});

	it('that is empty because of the token limit says so', () => {
		expect(() => answerWith([], { finish_reason: 'length' })).toThrow(
			expect.objectContaining({ description: expect.stringContaining('Max Tokens') }),
		);
	});

	it('takes corners that are no numbers as unusable', () => {
		const words_info = [{ text: 'a', location: [null, 1], rotate_rect: [] }];
		expect(answerWith([{ text: '', ocr_result: { words_info } }]).words?.[0].location).toEqual([
			NaN,
			1,
		]);
	});

	it('takes the text "null" as an unknown finish reason', () => {
		expect(answerWith('x', { finish_reason: 'null' }).finishReason).toBe('unknown');
	});

	it('holds no text where the body has something else', () => {
		expect(
			readNativeAnswer({
				request_id: { toString: 1 },
				output: { choices: [{ message: { content: 'x' } }] },
			}).requestId,
		).toBe('');
	});

	it('never throws anything but a Fault, whatever the body', () => {
		fc.assert(
			fc.property(
				fc.dictionary(fc.constantFrom('output', 'usage', 'request_id'), fc.jsonValue()),
				(body) => {
					try {
						readNativeAnswer(body);
					} catch (error) {
						expect(error).toMatchObject({ name: 'Fault', code: 'empty_answer' });
					}
				},
			),
			manyRuns(),
		);
	});
});
