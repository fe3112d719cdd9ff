import { createHash } from 'node:crypto';
import { createStandin, type Standin } from './server';
import { fixtureUrl, pngHeader, pngUrl, TestClient } from './testClient';
import { pdfOf, serveFiles, type FileServer } from './testFiles';

const RESPONSES = '/compatible-mode/v1/responses';
const PARSING = { ocr_options: { task: 'document_parsing' } };

const TWO_PAGES = pdfOf(['first', 'second']);
const pages = (count: number) =>
	pdfOf(Array.from({ length: count }, (_, index) => `page ${index}`));

let standin: Standin;
let files: FileServer;
let client: TestClient;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo' });
	client = new TestClient(standin.url, 'sk-test-responses');
	files = await serveFiles({
		'/two.pdf': TWO_PAGES,
		'/two': { ...TWO_PAGES, mediaType: 'application/octet-stream' },
		'/10.pdf': pages(10),
		'/11.pdf': pages(11),
		'/50.pdf': pages(50),
		'/51.pdf': pages(51),
		'/scan.png': { bytes: pngHeader(716, 445), mediaType: 'image/png' },
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

function echoOf(bytes: Buffer, page: number): string {
	const hash = createHash('sha256').update(bytes).digest('hex');
	return `stand-in echo sha256:${hash}#page=${page}`;
}

describe('a PDF by its URL', () => {
	test('is answered page by page in the documented envelope', async () => {
		const { status, headers, body } = await ask(aboutFile('/two.pdf', PARSING));
		const tokens = 2 * (52 * 73 + 2) + 55;
		expect(status).toBe(200);
		expect(body).toEqual({
			id: headers.get('x-request-id'),
			object: 'response',
			created_at: expect.any(Number),
			status: 'completed',
			model: 'qwen3.5-ocr',
			output: [
				{
					type: 'message',
					id: expect.stringMatching(/^msg_[0-9a-f-]{36}$/),
					role: 'assistant',
					status: 'completed',
					content: [
						{
							type: 'output_text',
							text: [1, 2].map((page) => echoOf(TWO_PAGES.bytes, page)).join('\n'),
							annotations: [],
						},
					],
				},
			],
			parallel_tool_calls: false,
			tool_choice: 'auto',
			tools: [],
			usage: {
				input_tokens: tokens,
				output_tokens: 47,
				total_tokens: tokens + 47,
				input_tokens_details: { cached_tokens: 0 },
				output_tokens_details: { reasoning_tokens: 0 },
				x_details: [
					{
						input_tokens: tokens,
						output_tokens: 47,
						total_tokens: tokens + 47,
						x_billing_type: 'response_api',
					},
				],
			},
		});
	});

	test('is known by its content', async () => {
		expect((await ask(aboutFile('/two'))).status).toBe(200);
	});

	test.each([
		['/50.pdf', PARSING, 200],
		['/51.pdf', PARSING, 400],
		['/10.pdf', {}, 200],
		['/11.pdf', {}, 400],
		['/11.pdf', { ocr_options: { task: 'key_information_extraction' } }, 400],
	])('%s with %j is answered with %i', async (path, more, status) => {
		const reply = await ask(aboutFile(path, more));
		expect(reply.status).toBe(status);
		if (status === 200) return;
		expect(reply.body).toEqual({
			request_id: reply.headers.get('x-request-id'),
			code: 'InvalidParameter',
			message: expect.stringMatching(/^\[stand-in: the PDF has \d\d pages, \d\d are the limit/),
		});
	});

	test('is cut at max_output_tokens', async () => {
		const { body } = await ask(aboutFile('/two.pdf', { max_output_tokens: 16 }));
		expect(body).toMatchObject({
			status: 'incomplete',
			incomplete_details: { reason: 'max_output_tokens' },
			usage: { output_tokens: 16 },
		});
	});
});

describe('pictures', () => {
	test.each([
		['as data URL', () => ({ type: 'input_image', image_url: pngUrl(716, 445) })],
		['by URL', () => ({ type: 'input_image', image_url: `${files.url}/scan.png` })],
		['as file', () => ({ type: 'input_file', file_url: `${files.url}/scan.png` })],
	])('are answered %s, with their tokens', async (_name, part) => {
		const { body } = await ask(about([part(), { type: 'input_text', text: 'Read it.' }]));
		expect(body).toMatchObject({
			status: 'completed',
			usage: {
				x_details: [{ image_tokens: 310, output_tokens_details: { reasoning_tokens: 0 } }],
			},
		});
	});
});

test('a scripted failure with status 200 is not billed, and pictures are not logged', async () => {
	const throttled = new TestClient(standin.url, 'sk-test-responses-throttled');
	const error = {
		code: 'server_error',
		message: 'Operation model request rate limit exceeded, please try again later.',
	};
	const failure = { status: 'failed', model: '', output: [], error };
	await throttled.send('PUT', '/standin/replies', [{ body: failure }]);
	const image_url = fixtureUrl('ticket-zh.webp');
	const { status, body } = await ask(about([{ type: 'input_image', image_url }]), throttled);
	expect({ status, body }).toEqual({ status: 200, body: failure });
	const records = await (await throttled.send('GET', '/standin/requests')).json();
	expect(records).toMatchObject([{ status: 200, billed: false }]);
	expect(JSON.stringify(records)).toMatch(/data:image\/webp;base64,<sha256:[0-9a-f]{64}>/);
});
