/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/no-dangerous-functions -- the test starts the stand-in as a process of its own */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { dataUrl, fixtureText, fixtureUrl, generationRequest, TestClient } from './testClient';

/** The OCR runtime does not stand Jest's sandbox, so that it runs beside it. */
let server: ChildProcess;
let client: TestClient;

beforeAll(async () => {
	server = fork(join(__dirname, 'main.ts'), ['--port', '0'], {
		execArgv: ['--import', 'tsx'],
		silent: true,
	});
	const [{ url }] = (await once(server, 'message')) as [{ url: string }];
	client = new TestClient(url, 'sk-test-ocr');
}, 60_000);

afterAll(async () => {
	const ended = once(server, 'exit');
	server.kill('SIGTERM');
	expect(await ended).toEqual([0, null]);
});

async function read(image: string, parameters: object, options = {}) {
	const { body } = await client.generate(generationRequest(image, parameters, options));
	const [choice] = body.output?.choices ?? [];
	const [{ text, ocr_result: ocrResult }] = choice.message.content;
	return { text, ocrResult, choice, usage: body.usage };
}

function task(name: string, schema?: object): object {
	return { ocr_options: { task: name, ...(schema && { task_config: { result_schema: schema } }) } };
}

test('reads the fields of a form and says null to what is not there', async () => {
	const schema = { invoice_number: '', total_due: '', colour_of_sky: '' };
	const parameters = task('key_information_extraction', schema);
	const { text, ocrResult } = await read(fixtureUrl('invoice-en.webp'), parameters);
	const truth = JSON.parse(fixtureText('invoice-en.kv.json')) as Record<string, string>;
	const { invoice_number, total_due } = truth;
	const expected = { invoice_number, total_due, colour_of_sky: null };
	expect(ocrResult?.kv_result).toEqual(expected);
	expect(text).toBe(`\`\`\`json\n${JSON.stringify(expected, null, 4)}\n\`\`\``);
}, 60_000);

test('reads a table with its numbers and merged cells', async () => {
	const { text, ocrResult } = await read(fixtureUrl('table-en.webp'), task('table_parsing'));
	const truth = JSON.parse(fixtureText('table-en.table.json')) as Array<Array<{ text: string }>>;
	expect(text).toMatch(/^```html\n<table>\n {2}<tr><td rowspan="2">Region<\/td>/);
	expect(text).toContain('<td colspan="2">Second half</td>');
	for (const row of truth.slice(2)) {
		const cells = row.map((cell) => `<td>${cell.text}</td>`).join('');
		expect(text).toContain(`<tr>${cells}</tr>`);
	}
	expect(ocrResult).toBeUndefined();
}, 60_000);

test('places the lines of a picture inside it', async () => {
	const { ocrResult } = await read(fixtureUrl('ticket-zh.webp'), task('advanced_recognition'));
	const words = ocrResult?.words_info ?? [];
	expect(words.map(({ text }) => text)).toContain('G7342');
	for (const { location, rotate_rect } of words) {
		expect(location).toHaveLength(8);
		expect(rotate_rect).toHaveLength(5);
		expect([...location, ...rotate_rect].every(Number.isInteger)).toBe(true);
	}
}, 60_000);

test('marks what its engine cannot read', async () => {
	const several = await read(fixtureUrl('multilang.webp'), task('multi_lan'));
	expect(several.text).toContain('[stand-in: a line here is in a script its engine cannot read]');
	expect(several.text).not.toMatch(/[\p{Script=Cyrillic}\p{Script=Hangul}]/u);
}, 60_000);

test('gives probabilities below 1 for what was read', async () => {
	const { text, choice } = await read(fixtureUrl('table-plain.webp'), { logprobs: true });
	const tokens = choice.logprobs?.content ?? [];
	expect(tokens.map(({ token }) => token).join('')).toBe(text);
	const printed = tokens.filter(({ token }) => token !== '\n');
	expect(printed.every(({ logprob }) => logprob < 0 && logprob > -1)).toBe(true);
}, 60_000);

test('refuses a picture that cannot be decoded', async () => {
	const start = Buffer.from(fixtureUrl('table-en.webp').split(',')[1], 'base64').subarray(0, 200);
	const { status, body } = await client.generate(generationRequest(dataUrl(start, 'image/webp')));
	expect(status).toBe(400);
	expect(body.message).toBe('Failed to decode the image during the data inspection.');
}, 60_000);

test('says that its decoder reads no BMP', async () => {
	const bytes = Buffer.alloc(100);
	bytes.write('BM');
	bytes.writeUInt32LE(20, 18);
	bytes.writeInt32LE(20, 22);
	const { body } = await client.generate(generationRequest(dataUrl(bytes, 'image/bmp')));
	expect(body.message).toBe('[stand-in: its decoder cannot read image/bmp]');
}, 60_000);

test('takes one picture a request with a task about one page', async () => {
	const image = fixtureUrl('table-en.webp');
	const { status, body } = await client.generate({
		model: 'qwen-vl-ocr',
		input: { messages: [{ role: 'user', content: [{ image }, { image }] }] },
		parameters: task('table_parsing'),
	});
	expect(status).toBe(400);
	expect(body.message).toBe('[stand-in: it takes one picture a request with this task]');
}, 60_000);
