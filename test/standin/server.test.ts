import { createHash } from 'node:crypto';
import { createStandin, type Standin } from './server';
import {
	fixtureBytes,
	fixtureUrl,
	GENERATION,
	generationRequest,
	headerNames,
	pngUrl,
	TestClient,
} from './testClient';

const MODELS = '/compatible-mode/v1/models';

let standin: Standin;
let client: TestClient;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo' });
	client = new TestClient(standin.url, 'sk-test-server');
});

afterAll(async () => await standin.close());

const PICTURE = pngUrl(716, 445);

describe('authorization', () => {
	test.each([null, 'sk-real', 'sk-test-wrong', 'sk-test-wrong-2'])(
		'answers the recorded 401 to the key %p',
		async (key) => {
			const reply = await new TestClient(standin.url, key).generate(generationRequest(PICTURE));
			expect(reply.status).toBe(401);
			expect(reply.body).toEqual({
				code: 'InvalidApiKey',
				message: 'Invalid API-key provided.',
				request_id: reply.headers.get('x-request-id'),
			});
			expect(headerNames(reply.headers)).toEqual([
				'date',
				'eagleeye-traceid',
				'req-arrive-time',
				'req-cost-time',
				'resp-start-time',
				'server',
				'transfer-encoding',
				'vary',
				'x-envoy-upstream-service-time',
				'x-request-id',
			]);
		},
	);

	test('words the 401 of the compatible path in its own shape', async () => {
		const { status, body } = await new TestClient(standin.url, 'sk-x').ask('GET', MODELS);
		expect(status).toBe(401);
		expect(body).toEqual({
			error: {
				message: expect.stringContaining('Incorrect API key provided.'),
				type: 'invalid_request_error',
				param: null,
				code: 'invalid_api_key',
			},
			request_id: expect.any(String),
		});
	});

	test('accepts the key it was started with', async () => {
		const own = await createStandin({ answers: 'echo', key: 'sk-own' });
		const { status } = await new TestClient(own.url, 'sk-own').ask('GET', MODELS);
		await own.close();
		expect(status).toBe(200);
	});
});

describe('model list', () => {
	test('names the OCR models and others in the shape of OpenAI', async () => {
		const { status, body } = await client.ask('GET', MODELS);
		expect(status).toBe(200);
		const names = body.data?.map(({ id }) => id);
		expect(names).toEqual(expect.arrayContaining(['qwen3.5-ocr', 'qwen-vl-ocr', 'qwen-plus']));
		expect(body).toMatchObject({ object: 'list' });
	});
});

describe('generation', () => {
	test('echoes the hash of the picture in the recorded shape', async () => {
		const hash = createHash('sha256').update(fixtureBytes('table-en.webp')).digest('hex');
		const { status, headers, body } = await client.generate(
			generationRequest(fixtureUrl('table-en.webp'), { ocr_options: { task: 'table_parsing' } }),
		);
		expect(status).toBe(200);
		expect(body).toEqual({
			output: {
				choices: [
					{
						finish_reason: 'stop',
						message: { role: 'assistant', content: [{ text: `stand-in echo sha256:${hash}` }] },
					},
				],
			},
			usage: {
				image_tokens: 478,
				input_tokens: 552,
				input_tokens_details: { image_tokens: 478, text_tokens: 74 },
				output_tokens: 22,
				output_tokens_details: { text_tokens: 22 },
				total_tokens: 574,
			},
			request_id: headers.get('x-request-id'),
		});
	});

	test('sends the recorded headers, gzipped, and no rate limits', async () => {
		const { headers } = await client.generate(generationRequest(PICTURE));
		expect(headers.get('content-type')).toBe('application/json');
		expect(headers.get('content-encoding')).toBe('gzip');
		expect(headers.get('server')).toBe('istio-envoy');
		expect(headers.get('x-dashscope-call-gateway')).toBe('true');
		expect(headers.get('x-dashscope-finished')).toBe('true');
		expect(headers.get('x-dashscope-timeout')).toBe('298');
		expect(headers.get('req-arrive-time')).toMatch(/^\d{13}$/);
		expect(headerNames(headers).filter((name) => name.startsWith('x-ratelimit'))).toEqual([]);
	});

	test('sends plain text to a client that takes no gzip', async () => {
		const plain = { 'accept-encoding': 'identity' };
		const { headers } = await client.generate(generationRequest(PICTURE), plain);
		expect(headers.get('content-encoding')).toBeNull();
	});

	test('cuts an answer at max_tokens', async () => {
		const { body } = await client.generate(generationRequest(PICTURE, { max_tokens: 2 }));
		const [choice] = body.output?.choices ?? [];
		expect(choice.finish_reason).toBe('length');
		expect(choice.message.content[0].text).toBe('stand-in');
		expect(body.usage).toMatchObject({ output_tokens: 2 });
	});

	test('echoes every picture of a message with its prompt', async () => {
		const prompt = 'Front and back of a card: what is its number?';
		const content = [{ image: PICTURE }, { image: pngUrl(480, 234) }, { text: prompt }];
		const { body } = await client.generate({
			model: 'qwen-vl-ocr',
			input: { messages: [{ role: 'user', content }] },
		});
		expect(body.output?.choices[0].message.content[0].text.split('\n')).toHaveLength(2);
		expect(body.usage).toMatchObject({ image_tokens: 310 + 107 });
	});

	test.each([
		['X-DashScope-SSE', 'enable', 400, 'InvalidParameter'],
		['Accept', 'text/event-stream', 400, 'InvalidParameter'],
		['X-DashScope-Async', 'enable', 403, 'AccessDenied'],
	])('refuses %s: %s', async (name, value, status, code) => {
		const reply = await client.generate(generationRequest(PICTURE), { [name]: value });
		expect(reply.status).toBe(status);
		expect(reply.body.code).toBe(code);
	});
});

describe('start', () => {
	test('is refused on a port that is taken', async () => {
		const port = Number(new URL(standin.url).port);
		await expect(createStandin({ answers: 'echo', port })).rejects.toThrow('EADDRINUSE');
	});
});

describe('other paths', () => {
	test.each([
		['GET', GENERATION],
		['POST', '/api/v1/uploads'],
	])('answers 404 in the native shape to %s %s', async (method, path) => {
		const { status, body } = await client.ask(method, path);
		expect(status).toBe(404);
		expect(body).toEqual({
			code: 'NotFound',
			message: `Not found: ${method} ${path}`,
			request_id: expect.any(String),
		});
	});

	test('answers 404 in the compatible shape below /compatible-mode', async () => {
		const { status, body } = await client.ask('POST', '/compatible-mode/v1/embeddings', '{}');
		expect(status).toBe(404);
		expect(body.error?.code).toBe('not_found');
	});
});
