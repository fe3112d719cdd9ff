import type { PackageDirectoryLoader } from 'n8n-core';
import type { IDataObject, INodeExecutionData, INodeParameters } from 'n8n-workflow';
import { loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { pictureInMemory, readTrueText } from './pictures';
import { StandinAccount } from './standin';

let loader: PackageDirectoryLoader;

beforeAll(async () => {
	loader = await loadPackage();
	await useBinaryMode('default');
});

/** Runs one operation on one picture and gives its item and the request that was sent. */
async function read(operation: string, picture: string, parameters: INodeParameters = {}) {
	const account = new StandinAccount();
	const run = await runNode(loader, {
		credential: account.credential,
		items: [{ json: { id: 7 }, binary: { data: pictureInMemory(picture) } }],
		parameters: { resource: 'document', operation, ...parameters },
	});
	expect(run.data.resultData.error?.message).toBeUndefined();
	const [{ body }] = await account.requests();
	return { item: outputOf(run)[0], body };
}

describe('each operation, over HTTP to the stand-in and its OCR', () => {
	it('Recognize Text gives the text of a page', async () => {
		const { item, body } = await read('recognizeText', 'form-en');
		expect(body).toMatchSnapshot();
		const words = readTrueText('form-en').split(/\s+/);
		const found = words.filter((word) => String(item.json.text).includes(word));
		expect(found.length / words.length).toBeGreaterThan(0.95);
		expect(item.json).toMatchObject({
			source: { fileName: 'form-en.webp', page: 1 },
			review: { needed: false, reasons: [] },
		});
		expect(item.pairedItem).toEqual({ item: 0 });
	});

	it('Recognize Multilingual Text gives what can be read, and the rest openly marked', async () => {
		const { item, body } = await read('recognizeMultilingualText', 'multilang');
		expect(body).toMatchSnapshot();
		expect(item.json.text).toContain('[stand-in: ');
	});

	it('Extract Fields gives the fields of a schema, in its nesting', async () => {
		const schema = { 发票号码: '', 购买方: { 名称: '' }, 天空的颜色: '' };
		const { item, body } = await read('extractFields', 'invoice-zh', {
			schemaSource: 'json',
			resultSchema: JSON.stringify(schema),
		});
		expect(body).toMatchSnapshot();
		expect(item.json.fields).toEqual({
			发票号码: '48291736',
			购买方: { 名称: '杭州青禾文化传媒有限公司' },
			天空的颜色: null,
		});
	});

	it('Extract Fields takes a schema as an object from an expression', async () => {
		const { item } = await read('extractFields', 'receipt-en', {
			schemaSource: 'json',
			resultSchema: '={{ { "TOTAL": "", "Cashier": "" } }}',
		});
		expect(item.json.fields).toEqual({ TOTAL: '$41.81', Cashier: 'MELISSA' });
	});

	it('Extract Fields gives every label with its value without a schema', async () => {
		const { item, body } = await read('extractFields', 'form-en');
		expect(body).toMatchSnapshot();
		expect(item.json.fields).toMatchObject({
			Nationality: 'British',
			'Passport number': '533190842',
		});
	});

	it('Extract Tables gives headers and rows, merged cells repeated', async () => {
		const { item, body } = await read('extractTables', 'table-en');
		expect(body).toMatchSnapshot();
		const [table] = item.json.tables as Array<{
			headers: string[];
			rows: string[][];
			html: string;
		}>;
		expect(table.rows.length).toBeGreaterThan(3);
		for (const row of table.rows) expect(row).toHaveLength(table.headers.length);
		expect(table.html).toContain('colspan');
	});

	it('Locate Text gives lines with their places, clockwise from the reading start', async () => {
		const { item, body } = await read('locateText', 'form-en', { simplify: false });
		expect(body).toMatchSnapshot();
		const lines = item.json.lines as Array<{
			text: string;
			polygon: Array<{ x: number; y: number }>;
			angle: number;
		}>;
		const title = lines.find(({ text }) => text === 'Employee Registration Form');
		expect(title?.angle).toBeCloseTo(0, 0);
		expect(Math.abs((title?.polygon[0].x ?? 0) - 50)).toBeLessThan(12);
		expect(Math.abs((title?.polygon[0].y ?? 0) - 43)).toBeLessThan(12);
		expect(item.json.text).toContain('Employee Registration Form\n');
	});

	it('Parse Document gives LaTeX with qwen-vl-ocr and Markdown with qwen3.5-ocr', async () => {
		const { item, body } = await read('parseDocument', 'page-en');
		expect(body).toMatchSnapshot();
		expect(item.json).toHaveProperty('latex');
		expect(item.json).not.toHaveProperty('markdown');
		const markdown = await read('parseDocument', 'page-en', {
			model: { __rl: true, mode: 'id', value: 'qwen3.5-ocr' },
		});
		expect(markdown.item.json).toHaveProperty('markdown');
	});

	it('Recognize Formula keeps the marked answer of an engine that reads no formulas', async () => {
		const { item, body } = await read('recognizeFormula', 'formula');
		expect(body).toMatchSnapshot();
		expect(item.json.latex).toMatch(/^\[stand-in: /);
	});

	it('Custom Prompt sends the prompt', async () => {
		const { item, body } = await read('customPrompt', 'receipt-en', {
			prompt: 'Which shop is it?',
		});
		expect(body).toMatchSnapshot();
		expect(Object.keys(item.json)).toEqual(['text', 'review', 'source']);
	});
});

describe('the item', () => {
	it('holds everything with Simplify off', async () => {
		const { item } = await read('recognizeText', 'ticket-zh', { simplify: false });
		expect(item.json).toMatchObject({
			source: {
				field: 'data',
				fileName: 'ticket-zh.webp',
				mimeType: 'image/webp',
				page: 1,
				pageCount: 1,
				orientation: 1,
			},
			review: { needed: false, reasons: [] },
			model: 'qwen-vl-ocr',
			task: 'text_recognition',
			finishReason: 'stop',
			warnings: [],
		});
		expect((item.json.source as IDataObject).sha256).toMatch(/^[0-9a-f]{64}$/);
		expect(item.json.requestId).toMatch(/^[0-9a-f-]{36}$/);
		const usage = item.json.usage as Record<string, number>;
		expect(usage.totalTokens).toBe(usage.inputTokens + usage.outputTokens);
		expect(usage.imageTokens).toBeGreaterThan(0);
	});

	it('sends every option to its place', async () => {
		const { body } = await read('recognizeText', 'ticket-zh', {
			options: {
				minPixels: 4000,
				maxPixels: 1_000_000,
				enableRotate: true,
				maxTokens: 2000,
				temperature: 0.1,
				topP: 0.5,
				topK: 5,
				repetitionPenalty: 1.1,
				presencePenalty: 0.5,
				seed: 42,
				stop: ['###'],
				logprobs: true,
			},
		});
		expect(body).toMatchSnapshot();
	});

	it('keeps the token probabilities when they were asked for', async () => {
		const { item } = await read('recognizeText', 'ticket-zh', {
			simplify: false,
			options: { logprobs: true },
		});
		const logprobs = item.json.logprobs as Array<{ token: string; logprob: number }>;
		expect(logprobs.map(({ token }) => token).join('')).toBe(item.json.text);
	});

	it('says what to do when the answer was cut off, and closes no JSON by guess', async () => {
		const { item } = await read('extractFields', 'form-en', { options: { maxTokens: 20 } });
		expect(item.json).toMatchObject({
			fields: {},
			review: { needed: true, reasons: [{ code: 'truncated' }] },
		});
		expect((item.json.warnings as string[])[0]).toContain('Max Tokens');
	});
});

describe('answers in the shapes that were recorded from the service', () => {
	async function readScripted(
		operation: string,
		content: unknown,
		finishReason = 'stop',
	): Promise<INodeExecutionData> {
		const account = new StandinAccount();
		await account.reply({
			body: {
				output: {
					choices: [{ finish_reason: finishReason, message: { role: 'assistant', content } }],
				},
				usage: { input_tokens: 20, output_tokens: 10, image_tokens: 12, total_tokens: 30 },
				request_id: '5f79aafc-8749-4ea2-b122-7d8541d58b6c',
			},
		});
		const run = await runNode(loader, {
			credential: account.credential,
			items: [{ json: {}, binary: { data: pictureInMemory('ticket-zh') } }],
			parameters: { resource: 'document', operation },
		});
		return outputOf(run)[0];
	}

	it('become lines with clean geometry', async () => {
		const words_info = [
			{
				text: 'DAY',
				location: [268, 124, 333, 124, 333, 152, 268, 152],
				rotate_rect: [300, 138, 28, 65, 90],
			},
			{
				text: 'Привіт!',
				location: [24, 236, 198, 80, 630, 281, 456, 437],
				rotate_rect: [327, 258, 500, 230, 25],
			},
		];
		const item = await readScripted('locateText', [
			{ ocr_result: { words_info }, text: '```json\n[]\n```' },
		]);
		expect(item.json.text).toBe('DAY\nПривіт!');
		expect(item.json.lines).toMatchObject([
			{
				polygon: [{ x: 268, y: 124 }, {}, {}, {}],
				box: { x: 268, y: 124, width: 65, height: 28 },
				angle: 0,
			},
			{ polygon: [{ x: 198, y: 80 }, {}, {}, {}], angle: 25 },
		]);
	});

	it('become fields, kv_result before text', async () => {
		const kv_result = { 乘车日期: '2013-06-29', 发票: { 发票代码: '221021325353', 备注: 'null' } };
		const item = await readScripted('extractFields', [
			{ ocr_result: { kv_result }, text: '```json\n{"other": 1}\n```' },
		]);
		expect(item.json.fields).toEqual({
			乘车日期: '2013-06-29',
			发票: { 发票代码: '221021325353', 备注: null },
		});
	});

	it('become fields with a warning where the JSON had to be repaired', async () => {
		const item = await readScripted('extractFields', [{ text: "```json\n{'a': 'b',}\n```" }]);
		expect(item.json.fields).toEqual({ a: 'b' });
		expect(item.json.review).toMatchObject({ needed: true, reasons: [{ code: 'repaired' }] });
		expect(item.json.warnings).toHaveLength(1);
	});

	it('prefer processed_text', async () => {
		const item = await readScripted('recognizeText', [{ text: 'a a a', processed_text: 'a' }]);
		expect(item.json.text).toBe('a');
	});
});
