import { toNativeRequest } from '../../nodes/QwenOcr/dashscope/nativeRequest';
import { MODELS, findModel } from '../../nodes/QwenOcr/dashscope/models';
import { placeName, serviceBaseUrl } from '../../nodes/QwenOcr/dashscope/regions';
import { checkRequestNumbers } from '../../nodes/QwenOcr/dashscope/requestParameters';

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

describe('the native request', () => {
	const minimal = {
		model: 'qwen-vl-ocr',
		images: ['https://a.example/b.jpg'],
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
