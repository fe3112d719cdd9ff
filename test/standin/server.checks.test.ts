import { createStandin, type Standin } from './server';
import { dataUrl, generationRequest, pngHeader, pngUrl, TestClient } from './testClient';

let standin: Standin;
let client: TestClient;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo' });
	client = new TestClient(standin.url, 'sk-test-checks');
});

afterAll(async () => await standin.close());

const PICTURE = pngUrl(100, 100);
const REC_MESSAGES = 'Role must be user or assistant and Content length must be greater than 0';
const NO_MODAL = 'The item of content should be a message of a certain modal.';

function withMessages(messages: unknown): object {
	return { model: 'qwen-vl-ocr', input: { messages } };
}

describe('bodies', () => {
	const required = 'Required body invalid, please check the request body format.';
	const noUser = 'The input messages do not contain elements with the role of user.';
	test.each<[string, unknown, string]>([
		['broken JSON', '{"model":', required],
		['a body that is no object', '[]', required],
		['no model', { input: {} }, 'you must provide a model parameter'],
		['an unknown model', { model: 'qwen-vl-ocr-9' }, 'Model not exist.'],
		['a text model', { model: 'qwen-plus' }, 'url error, please check url！'],
		['no messages', { model: 'qwen-vl-ocr' }, REC_MESSAGES],
		['an empty list of messages', withMessages([]), REC_MESSAGES],
		['an unknown role', withMessages([{ role: 'tool', content: 'x' }]), REC_MESSAGES],
		['empty content', withMessages([{ role: 'user', content: [] }]), REC_MESSAGES],
		['no user', withMessages([{ role: 'assistant', content: 'x' }]), noUser],
		['a bare text as part', withMessages([{ role: 'user', content: ['x'] }]), NO_MODAL],
		['a part of no modal', withMessages([{ role: 'user', content: [{ video: 'x' }] }]), NO_MODAL],
		[
			'no picture',
			withMessages([{ role: 'user', content: [{ text: 'hello' }] }]),
			'[stand-in: it answers about pictures only, this request has none]',
		],
	])('refuses %s', async (_name, request, message) => {
		const { status, body } = await client.generate(request);
		expect(status).toBe(400);
		expect(body.message).toBe(message);
		expect(body.code).toBe(
			message.startsWith('you must') ? 'BadRequest.EmptyModel' : 'InvalidParameter',
		);
	});

	test('ignores a system message and reads a body with a byte-order mark', async () => {
		const messages = [
			{ role: 'system', content: 'x' },
			{ role: 'user', content: [{ image: PICTURE }] },
		];
		const { status } = await client.generate(`\uFEFF${JSON.stringify(withMessages(messages))}`);
		expect(status).toBe(200);
	});

	test('sees only the last user message, but all of them with qwen3.5-ocr', async () => {
		const messages = [
			{ role: 'user', content: [{ image: PICTURE }] },
			{ role: 'assistant', content: 'text' },
			{ role: 'user', content: [{ text: 'And the total?' }] },
		];
		const older = await client.generate(withMessages(messages));
		const newer = await client.generate({ model: 'qwen3.5-ocr', input: { messages } });
		expect([older.status, newer.status]).toEqual([400, 200]);
	});
});

describe('parameters', () => {
	test.each<[object, string]>([
		[{ max_tokens: 0 }, 'Range of max_tokens should be [1, 8192]'],
		[{ max_tokens: 8193 }, 'Range of max_tokens should be [1, 8192]'],
		[{ max_tokens: '5' }, 'Range of max_tokens should be [1, 8192]'],
		[{ temperature: 2 }, 'Temperature should be in [0.0, 2.0)'],
		[{ top_p: 0 }, 'Range of top_p should be (0.0, 1.0]'],
		[{ top_k: -1 }, 'Parameter top_k be greater than or equal to 0'],
		[{ repetition_penalty: 0 }, 'Repetition_penalty should be greater than 0.0'],
		[{ presence_penalty: 2.5 }, 'Presence_penalty should be in [-2.0, 2.0]'],
		[{ seed: -1 }, 'Range of seed should be [0, 2147483647]'],
		[{ top_logprobs: 6 }, 'Range of top_logprobs should be [0, 5]'],
		[{ logprobs: 'yes' }, 'logprobs should be true or false'],
		[
			{ stop: ['a', 1] },
			'stop should be a text, a list of texts or a list of token ids, not mixed',
		],
		[
			{ ocr_options: { task: 'translation' } },
			'ocr_options.task should be one of [text_recognition, key_information_extraction, document_parsing, table_parsing, formula_recognition, multi_lan, advanced_recognition]',
		],
		[
			{
				ocr_options: {
					task: 'key_information_extraction',
					task_config: { result_schema: { a: [{ b: { c: { d: '' } } }] } },
				},
			},
			'result_schema should have at most 3 levels',
		],
	])('refuses %j', async (parameters, message) => {
		const { status, body } = await client.generate(generationRequest(PICTURE, parameters));
		expect({ status, code: body.code, message: body.message }).toEqual({
			status: 400,
			code: 'InvalidParameter',
			message,
		});
	});

	test('accepts null and values at the ends of the ranges', async () => {
		const schema = { a: [{ b: { c: '' } }] };
		const { status } = await client.generate(
			generationRequest(PICTURE, {
				temperature: 0,
				top_p: 1,
				top_k: null,
				presence_penalty: -2,
				seed: 2 ** 31 - 1,
				stop: [[1, 2]],
				max_tokens: 8192,
				ocr_options: {
					task: 'key_information_extraction',
					task_config: { result_schema: schema },
				},
			}),
		);
		expect(status).toBe(200);
	});

	test('serves no task with qwen-vl-ocr-2024-10-28, by its alias too', async () => {
		const task = { ocr_options: { task: 'text_recognition' } };
		const ask = async (parameters: object, model: string) =>
			await client.generate(generationRequest(PICTURE, parameters, { model }));
		const refused = await ask(task, 'qwen-vl-ocr-1028');
		expect(refused.body.message).toBe(
			'ocr_options.task is not supported by the model qwen-vl-ocr-2024-10-28',
		);
		expect((await ask({}, 'qwen-vl-ocr-2024-10-28')).status).toBe(200);
	});
});

describe('pixel settings', () => {
	test.each([
		[{ min_pixels: 3071 }, 'Range of min_pixels should be [3072, 30720000]'],
		[{ max_pixels: '30720001' }, 'Range of max_pixels should be [3072, 30720000]'],
		[{ max_pixels: 'many' }, 'Range of max_pixels should be [3072, 30720000]'],
		[{ min_pixels: 8000, max_pixels: 4000 }, 'max_pixels should not be less than min_pixels'],
		[{ enable_rotate: 'yes' }, 'enable_rotate should be true or false'],
	])('refuses %j', async (part, message) => {
		const { body } = await client.generate(generationRequest(PICTURE, {}, { part }));
		expect(body.message).toBe(message);
	});

	test('takes numbers as texts and counts by them', async () => {
		const part = { min_pixels: '3072', max_pixels: '401408' };
		const request = generationRequest(pngUrl(1425, 1900), {}, { part });
		const { body } = await client.generate(request);
		expect(body.usage).toMatchObject({ image_tokens: 17 * 22 + 2 });
	});

	test('has the bounds of the older models', async () => {
		const old = { model: 'qwen-vl-ocr-2025-08-28' };
		const { body } = await client.generate(
			generationRequest(PICTURE, {}, { ...old, part: { min_pixels: 3072 } }),
		);
		expect(body.message).toBe('Range of min_pixels should be [3136, 23520000]');
	});

	test('refuses more input than the model takes', async () => {
		const content = Array.from({ length: 4 }, () => ({ image: pngUrl(6000, 3000) }));
		const { body } = await client.generate(withMessages([{ role: 'user', content }]));
		expect(body.message).toBe('Range of input length should be [1, 30000]');
	});
});

describe('pictures in the request', () => {
	const tooSmall =
		'The image length and width do not meet the model restrictions. [height:20 or width:9 must be larger than 10]';
	const tooLong =
		'The image length and width do not meet the model restrictions. [absolute aspect ratio must be smaller than 200, got 10 / 2001]';
	const illegal = 'The image format is illegal and cannot be opened';
	const invalid = 'The provided URL does not appear to be valid. Ensure it is correctly formatted.';
	test.each([
		['a side of 9 pixels', pngUrl(9, 20), tooSmall],
		['a ratio above 200', pngUrl(2001, 10), tooLong],
		['bytes that are no picture', dataUrl(Buffer.from('hello'), 'image/png'), illegal],
		[
			'another type than the content',
			dataUrl(pngHeader(20, 20), 'image/jpeg'),
			'Wrong Content-Type of multimodal url',
		],
		[
			'a type that is not in the list',
			dataUrl(pngHeader(20, 20), 'image/gif'),
			'Input files format not supported.',
		],
		['a data URL without base64', 'data:image/png,abc', invalid],
		['a data URL with other signs', 'data:image/png;base64,ab*c', invalid],
		['a path', '/tmp/picture.png', invalid],
		['a file URL', 'file:///tmp/picture.png', invalid],
		[
			'a data URL that is too long',
			`data:image/png;base64,${'A'.repeat(10_485_760)}`,
			"Exceeded limit on max bytes per data-uri item : 10485760'.",
		],
	])('refuses %s', async (_name, image, message) => {
		const { status, body } = await client.generate(generationRequest(image));
		expect({ status, code: body.code, message: body.message }).toEqual({
			status: 400,
			code: 'InvalidParameter',
			message,
		});
	});

	test('accepts ten pixels and a ratio of 200', async () => {
		const { status } = await client.generate(generationRequest(pngUrl(2000, 10)));
		expect(status).toBe(200);
	});

	test('wants the header for an oss:// address', async () => {
		const { body } = await client.generate(generationRequest('oss://dashscope-instant/a.png'));
		expect(body).toMatchObject({
			code: 'InvalidParameter.DataInspection',
			message: 'The media format is not supported or incorrect for the data inspection.',
		});
	});
});
