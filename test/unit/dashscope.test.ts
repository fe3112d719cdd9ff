import fc from 'fast-check';
import type { Answer } from '../../nodes/QwenOcr/dashscope/nativeAnswer';
import { readNativeAnswer } from '../../nodes/QwenOcr/dashscope/nativeAnswer';
import { toNativeRequest } from '../../nodes/QwenOcr/dashscope/nativeRequest';
import { MODELS, findModel } from '../../nodes/QwenOcr/dashscope/models';
import { placeName, serviceBaseUrl } from '../../nodes/QwenOcr/dashscope/regions';
import { checkRequestNumbers } from '../../nodes/QwenOcr/dashscope/requestParameters';
import { readResultSchema } from '../../nodes/QwenOcr/dashscope/resultSchema';
import { createSecretHider } from '../../nodes/QwenOcr/dashscope/secrets';
import { readServiceFault } from '../../nodes/QwenOcr/dashscope/serviceFault';
import { manyRuns } from './propertyRuns';

describe('the address of the service', () => {
	test.each([
		[{ region: 'cn-beijing' }, 'https://dashscope.aliyuncs.com'],
		[{ region: 'ap-southeast-1' }, 'https://dashscope-intl.aliyuncs.com'],
		[{ region: 'us-east-1', workspaceId: ' ' }, 'https://dashscope-us.aliyuncs.com'],
		[{ region: 'us-east-1', workspaceId: 'ws-1' }, 'https://ws-1.us-east-1.maas.aliyuncs.com'],
		[{ region: 'custom', baseUrl: ' http://127.0.0.1:8787// ' }, 'http://127.0.0.1:8787'],
		[{ region: 'custom', workspaceId: 'ws-1', baseUrl: 'https://a.example' }, 'https://a.example'],
	] as const)('%j is %s', (credential, url) => {
		expect(serviceBaseUrl({ apiKey: 'sk-test-1', ...credential })).toBe(url);
	});

	it('is named without the secrets of a base URL', () => {
		const baseUrl = 'https://user:hunter2@a.example/gate?token=secret';
		expect(placeName({ apiKey: 'sk-test-1', region: 'custom', baseUrl })).toBe(
			'at the custom base URL https://a.example/gate',
		);
	});

	it('is named without the key', () => {
		expect(placeName({ apiKey: 'sk-test-1', region: 'us-east-1' })).toBe(
			'in the region US (Virginia) (us-east-1)',
		);
	});
});

describe('models', () => {
	it('are found by name and by short alias', () => {
		expect(findModel('qwen-vl-ocr-0828')?.name).toBe('qwen-vl-ocr-2025-08-28');
		expect(findModel('my-own-model')).toBeUndefined();
	});

	it('include every name of the contract', () => {
		expect(MODELS.map(({ name }) => name).sort()).toEqual([
			'qwen-vl-ocr',
			'qwen-vl-ocr-2024-10-28',
			'qwen-vl-ocr-2025-04-13',
			'qwen-vl-ocr-2025-08-28',
			'qwen-vl-ocr-2025-11-20',
			'qwen-vl-ocr-latest',
			'qwen3.5-ocr',
		]);
	});
});

describe('numbers of a request', () => {
	const model = findModel('qwen-vl-ocr-2025-08-28');

	test.each([
		['Min Pixels', {}, { minPixels: 3135 }],
		['Max Pixels', {}, { maxPixels: 23_520_001 }],
		['Max Pixels', {}, { maxPixels: 4000.5 }],
		['Min Pixels', {}, { minPixels: 9000, maxPixels: 8000 }],
		['Min Pixels', {}, { minPixels: 10_000_000 }],
		['Max Tokens', { maxTokens: 0 }, {}],
		['Max Tokens', { maxTokens: 8193 }, {}],
		['Temperature', { temperature: 2 }, {}],
		['Top P', { topP: 0 }, {}],
		['Top K', { topK: -1 }, {}],
		['Repetition Penalty', { repetitionPenalty: 0 }, {}],
		['Presence Penalty', { presencePenalty: -2.5 }, {}],
		['Seed', { seed: 2 ** 31 }, {}],
	])('are refused by the label %s', (label, parameters, pixels) => {
		expect(() => checkRequestNumbers(parameters, pixels, 'qwen-vl-ocr-2025-08-28', model)).toThrow(
			label,
		);
	});

	it('pass at their bounds', () => {
		const parameters = {
			maxTokens: 8192,
			temperature: 0,
			topP: 1,
			topK: 0,
			presencePenalty: -2,
			seed: 2 ** 31 - 1,
		};
		const pixels = { minPixels: 3136, maxPixels: 23_520_000 };
		expect(() => checkRequestNumbers(parameters, pixels, 'm', model)).not.toThrow();
		expect(() => checkRequestNumbers({}, { maxPixels: 30_720_000 }, 'm', undefined)).not.toThrow();
	});
});

describe('Result Schema', () => {
	it('is read from text and from an object', () => {
		const schema = { a: '', seller: { name: 'printed at the top' }, items: [{ amount: '' }] };
		expect(readResultSchema(JSON.stringify(schema))).toEqual(schema);
		expect(readResultSchema(schema)).toEqual(schema);
	});

	test.each([
		['', 'is empty (line 1, column 1)'],
		['{\n  "a": ""\n  "b": ""\n}', 'comma expected (line 3, column 3)'],
		['{"a": "",}', 'property name expected (line 1, column 10)'],
		['{"a": "', 'unexpected end of string (line 1, column 7)'],
		['["a"]', 'is not a JSON object (line 1, column 1)'],
		['{\n\t"a": 1\n}', 'the number 1 where a text is expected (line 2, column 7)'],
		['{"a": null}', 'null where a text'],
		['{"a": {}}', 'an object without fields (line 1, column 7)'],
		[
			'{"a": {"b": {"c": {"d": ""}}}}',
			'deeper than 3 levels, which the service does not accept (line 1, column 19)',
		],
		['{"a": ["", ""]}', 'exactly one element'],
		['{"a": "", "a": ""}', 'names the field "a" twice (line 1, column 11)'],
	])('%j is refused with its place', (text, message) => {
		expect(() => readResultSchema(text)).toThrow(message);
	});

	it('with brackets without end is refused with its place', () => {
		expect(() => readResultSchema('{"a":'.repeat(100_000))).toThrow('(line 1, column 501)');
	});

	it('of an undefined expression is refused', () => {
		expect(() => readResultSchema(undefined)).toThrow('Result Schema is empty');
	});

	it('gives a schema or a fault with a place for any text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				try {
					readResultSchema(text);
				} catch (error) {
					expect(String(error)).toMatch(/\(line \d+, column \d+\)$/);
				}
			}),
			manyRuns(),
		);
	});
});

describe('the native request', () => {
	const minimal = {
		model: 'qwen-vl-ocr',
		image: 'https://a.example/b.jpg',
		pixels: {},
		parameters: {},
	};

	it('holds nothing that was not set', () => {
		expect(toNativeRequest(minimal)).toEqual({
			model: 'qwen-vl-ocr',
			input: { messages: [{ role: 'user', content: [{ image: 'https://a.example/b.jpg' }] }] },
		});
	});

	it('holds everything that was set, in the places of the service', () => {
		const request = toNativeRequest({
			...minimal,
			task: 'key_information_extraction',
			prompt: 'Read it.',
			resultSchema: { a: '' },
			enableRotate: true,
			pixels: { minPixels: 4000, maxPixels: 5000 },
			parameters: {
				maxTokens: 1,
				temperature: 0,
				topP: 1,
				topK: 0,
				repetitionPenalty: 1,
				presencePenalty: 0,
				seed: 0,
				stop: ['x'],
				logprobs: true,
			},
		});
		expect(request).toEqual({
			model: 'qwen-vl-ocr',
			input: {
				messages: [
					{
						role: 'user',
						content: [
							{
								image: 'https://a.example/b.jpg',
								min_pixels: 4000,
								max_pixels: 5000,
								enable_rotate: true,
							},
							{ text: 'Read it.' },
						],
					},
				],
			},
			parameters: {
				ocr_options: {
					task: 'key_information_extraction',
					task_config: { result_schema: { a: '' } },
				},
				max_tokens: 1,
				temperature: 0,
				top_p: 1,
				top_k: 0,
				repetition_penalty: 1,
				presence_penalty: 0,
				seed: 0,
				stop: ['x'],
				logprobs: true,
			},
		});
	});
});

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

describe('errors of the service', () => {
	const context = {
		place: 'in the region Singapore (ap-southeast-1)',
		model: 'qwen-vl-ocr',
		hideSecrets: createSecretHider('gateway-key-1'),
	};

	test.each([
		[
			401,
			{ code: 'InvalidApiKey', message: 'Invalid API-key provided.', request_id: 'r' },
			'invalid_api_key',
			false,
		],
		[
			401,
			{
				error: {
					message: 'Incorrect API key provided.',
					type: 'invalid_request_error',
					code: 'invalid_api_key',
				},
			},
			'invalid_api_key',
			false,
		],
		[400, { code: 'Arrearage', message: 'Access denied' }, 'account_in_arrears', false],
		[
			400,
			{ code: 'DataInspectionFailed', message: 'Input data may contain inappropriate content.' },
			'content_refused',
			false,
		],
		[400, { code: 'InvalidParameter', message: 'Model not exist.' }, 'model_not_found', false],
		[
			404,
			{ error: { code: 'model_not_found', message: 'The model `x` does not exist' } },
			'model_not_found',
			false,
		],
		[403, { code: 'AccessDenied.Unpurchased', message: 'x' }, 'model_not_activated', false],
		[
			403,
			{ error: { code: 'AllocationQuota.FreeTierOnly', message: 'x' } },
			'free_quota_used_up',
			false,
		],
		[
			429,
			{ code: 'Throttling.AllocationQuota', message: 'Free allocated quota exceeded.' },
			'free_quota_used_up',
			false,
		],
		[
			429,
			{ code: 'Throttling.AllocationQuota', message: 'Allocated quota exceeded' },
			'token_rate_exceeded',
			true,
		],
		[
			429,
			{ error: { code: 'insufficient_quota', message: 'You exceeded your current quota' } },
			'token_rate_exceeded',
			true,
		],
		[429, { code: 'CommodityNotPurchased', message: 'x' }, 'account_in_arrears', false],
		[
			429,
			{ code: 'Throttling.RateQuota', message: 'Requests rate limit exceeded' },
			'rate_limited',
			true,
		],
		[429, { error: { code: 'limit_burst_rate', message: 'x' } }, 'rate_limited', true],
		[
			400,
			{ code: 'InvalidParameter', message: 'Failed to download multimodal content' },
			'url_not_reachable',
			true,
		],
		[
			400,
			{ code: 'InvalidParameter', message: '[height:1 or width:1 must be larger than 10]' },
			'picture_size',
			false,
		],
		[
			400,
			{
				code: 'InvalidParameter',
				message: "Exceeded limit on max bytes per data-uri item : 10485760'.",
			},
			'picture_too_large',
			false,
		],
		[400, { code: 'InvalidParameter', message: 'something new' }, 'refused', false],
		[500, { code: 'InternalError.Timeout', message: 'Request timed out' }, 'service_timeout', true],
		[503, { code: 'ModelUnavailable', message: 'x' }, 'service_unavailable', true],
		[
			200,
			{
				status: 'failed',
				error: { code: 'server_error', message: 'Operation model request rate limit exceeded' },
			},
			'rate_limited',
			true,
		],
		[200, { code: 'DataInspectionFailed', message: 'x' }, 'content_refused', false],
		[502, undefined, 'service_unavailable', true],
		[413, undefined, 'picture_too_large', false],
		[404, undefined, 'address_not_found', false],
		[302, {}, 'redirected', false],
		[200, { code: 400, message: 'bad' }, 'refused', false],
		[200, { error: 'some text' }, 'refused', false],
		[400, { code: 'InvalidURL', message: 'x' }, 'url_not_reachable', true],
		[400, { code: 'BadRequest.UnsupportedFileFormat', message: 'x' }, 'picture_unreadable', false],
		[
			500,
			{ code: 'InternalError.Algo', message: 'Missing Content-Length of multimodal url.' },
			'url_not_usable',
			false,
		],
		[
			400,
			{ code: 'InvalidParameter', message: 'Range of max_tokens should be [1, 8192]' },
			'invalid_option',
			false,
		],
	])('HTTP %d %j is %s', (status, body, code, retryable) => {
		const fault = readServiceFault(status, body, { 'x-request-id': 'from-header' }, context);
		expect(fault).toMatchObject({ code, details: { httpCode: status, retryable } });
		expect(fault?.details.requestId).toBeTruthy();
	});

	it('leave a good answer alone', () => {
		for (const error of [false, '', null]) {
			expect(
				readServiceFault(200, { output: { choices: [] }, error }, {}, context),
			).toBeUndefined();
		}
		expect(
			readServiceFault(200, { output: { choices: [] }, request_id: 'r' }, {}, context),
		).toBeUndefined();
	});

	it('name the region of the key for a 401', () => {
		const fault = readServiceFault(401, {}, {}, context);
		expect(fault?.message).toBe(
			'The API key was not accepted in the region Singapore (ap-southeast-1)',
		);
	});

	test.each([
		['Incorrect API key provided: sk-test-secret123.', 'secret123'],
		['Incorrect key gateway-key-1', 'gateway-key-1'],
		['cannot fetch https://a.example/b.jpg?X-Signature=SECRETSIG now', 'SECRETSIG'],
		['cannot fetch https://user:hunter2@a.example/b.jpg', 'hunter2'],
		[`bad image data:image/png;base64,${'QUJD'.repeat(40)}`, 'QUJDQUJD'],
		[`bad body ${'QUJD'.repeat(40)}`, 'QUJDQUJD'],
	])('never carry what the service quotes: %s', (message, secret) => {
		const fault = readServiceFault(400, { code: 'x', message }, {}, context);
		expect(`${fault?.message} ${fault?.description}`).not.toContain(secret);
	});

	it('keep words that only look a little like a key', () => {
		const fault = readServiceFault(400, { code: 'x', message: 'task-type disk-full' }, {}, context);
		expect(fault?.description).toContain('task-type disk-full');
	});
});
