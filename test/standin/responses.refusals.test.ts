import { createStandin, type Standin } from './server';
import { pngUrl, TestClient } from './testClient';
import { pdfOf, serveFiles, type FileServer } from './testFiles';

const RESPONSES = '/compatible-mode/v1/responses';

const TWO_PAGES = pdfOf(['first', 'second']);

let standin: Standin;
let files: FileServer;
let client: TestClient;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo' });
	client = new TestClient(standin.url, 'sk-test-responses-refused');
	files = await serveFiles({
		'/two.pdf': TWO_PAGES,
		'/damaged.pdf': { ...TWO_PAGES, bytes: Buffer.from('%PDF-1.7\nnothing more') },
		'/letter.docx': { bytes: Buffer.from('PK\x03\x04'), mediaType: 'application/zip' },
		'/large.pdf': { ...TWO_PAGES, bytes: Buffer.concat([TWO_PAGES.bytes], 104_857_601) },
	});
});

afterAll(async () => {
	await standin.close();
	await files.close();
});

function about(content: object[], more: object = {}): object {
	return { model: 'qwen3.5-ocr', input: [{ role: 'user', content }], ...more };
}

function aboutFile(path: string, more: object = {}): object {
	return about([{ type: 'input_file', file_url: files.url + path }], more);
}

async function ask(request: unknown, asking = client) {
	const { status, headers, body } = await asking.ask('POST', RESPONSES, request);
	return { status, headers, body: body as Record<string, unknown> };
}

describe('refusals', () => {
	const illegal = 'The file format is illegal and cannot be opened.';
	const invalidUrl =
		'The provided URL does not appear to be valid. Ensure it is correctly formatted.';
	const noModel = "[400] missing_required_parameter: Missing required parameter: 'model'.";
	const noModal = 'The item of content should be a message of a certain modal.';
	const file = (file_url: string) => about([{ type: 'input_file', file_url }]);
	test.each<[string, () => unknown, string]>([
		['broken JSON', () => '{', 'Required body invalid, please check the request body format.'],
		['no model', () => ({ input: [] }), noModel],
		[
			'no input',
			() => ({ model: 'qwen3.5-ocr' }),
			"[400] missing_required_parameter: Missing required parameter: 'input'.",
		],
		[
			'another OCR model',
			() => aboutFile('/two.pdf', { model: 'qwen-vl-ocr' }),
			'Unsupported model `qwen-vl-ocr` for OpenAI compatibility mode.',
		],
		['an unknown part', () => about([{ type: 'input_audio' }]), noModal],
		[
			'a file without URL',
			() => about([{ type: 'input_file', file_data: 'JVBERi0=' }]),
			"[400] missing_required_parameter: Missing required parameter: 'file_url'.",
		],
		['a damaged PDF', () => aboutFile('/damaged.pdf'), illegal],
		['another document', () => aboutFile('/letter.docx'), 'Input files format not supported.'],
		['a PDF that is too large', () => aboutFile('/large.pdf'), 'Multimodal file size is too large'],
		['a path', () => file('/tmp/a.pdf'), invalidUrl],
		[
			'a stored file',
			() => file('oss://dashscope-instant/a.pdf'),
			'[stand-in: oss:// is documented for the native path only]',
		],
		[
			'a file as data URL',
			() => file('data:application/pdf;base64,JVBERi0='),
			'[stand-in: file_url is documented for public URLs only]',
		],
		[
			'text only',
			() => about([{ type: 'input_text', text: 'hello' }]),
			'[stand-in: it answers about files and pictures only, this request has none]',
		],
		[
			'too few output tokens',
			() => aboutFile('/two.pdf', { max_output_tokens: 15 }),
			'Range of max_output_tokens should be [16, 32768]',
		],
		[
			'a temperature out of range',
			() => aboutFile('/two.pdf', { temperature: 2 }),
			'Temperature should be in [0.0, 2.0)',
		],
		[
			'streaming',
			() => aboutFile('/two.pdf', { stream: true }),
			'[stand-in: it does not stream; ask without streaming]',
		],
		[
			'more pictures than the model takes',
			() =>
				about(
					Array.from({ length: 7 }, () => ({
						type: 'input_image',
						image_url: pngUrl(6000, 3000),
					})),
				),
			'Range of input length should be [1, 49152]',
		],
	])('%s', async (_name, request, message) => {
		const { status, headers, body } = await ask(request());
		expect(status).toBe(400);
		expect(body).toEqual({
			request_id: headers.get('x-request-id'),
			code: 'InvalidParameter',
			message,
		});
	});

	test('an unknown model with 404', async () => {
		const { status, body } = await ask(aboutFile('/two.pdf', { model: 'qwen4-ocr' }));
		expect(status).toBe(404);
		expect(body).toMatchObject({
			code: 'ModelNotFound',
			message: 'The model `qwen4-ocr` does not exist or you do not have access to it.',
		});
	});

	test('a file of another machine', async () => {
		const { body } = await ask(file('https://files.example/a.pdf'));
		expect(body.code).toBe('InvalidParameter.DataInspection');
	});

	test('a wrong key with a flat 401', async () => {
		const { status, body } = await ask({}, new TestClient(standin.url, 'sk-test-wrong'));
		expect(status).toBe(401);
		expect(body).toMatchObject({ code: 'InvalidApiKey', request_id: expect.any(String) });
	});
});
