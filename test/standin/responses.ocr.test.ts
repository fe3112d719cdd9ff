import sharp from 'sharp';
import { startStandin, stopStandin } from '../engine/standinProcess';
import { makePdf } from '../pages/pdfFile';
import type { RequestRecord } from './control/requestLog';
import { fixtureBytes, fixtureUrl, TestClient, type OcrResult } from './testClient';
import { pdfOf, serveFiles, type FileServer } from './testFiles';

/** A page of text, and a scanned form that lies on its side but for the page's rotation. */
async function twoPages(): Promise<Buffer> {
	const { data, info } = await sharp(fixtureBytes('form-en.webp'))
		.rotate(270)
		.jpeg({ quality: 90 })
		.toBuffer({ resolveWithObject: true });
	const { width, height } = info;
	return makePdf([
		{ kind: 'text', lines: ['Invoice Number: INV-77120', 'Total: 1,280.50 EUR'] },
		{ kind: 'scan', jpeg: data, width, height, rotate: 90 },
	]);
}

const RESPONSES = '/compatible-mode/v1/responses';
const SCANNED_NUMBER = '533190842';

let files: FileServer;
let client: TestClient;

beforeAll(async () => {
	const bytes = await twoPages();
	files = await serveFiles({
		'/two.pdf': { bytes, mediaType: 'application/pdf' },
		'/ten.pdf': pdfOf(Array.from({ length: 10 }, (_, index) => `Page number ${index}`)),
	});
	client = new TestClient(await startStandin(), 'sk-test-responses-ocr');
}, 60_000);

afterAll(async () => {
	await stopStandin();
	await files.close();
});

function aboutFile(path: string): object {
	const content = [{ type: 'input_file', file_url: files.url + path }];
	return { model: 'qwen3.5-ocr', input: [{ role: 'user', content }] };
}

interface ReadPart {
	text: string;
	ocr_result?: OcrResult;
}

async function readFile(options: object): Promise<ReadPart> {
	const request = { ...aboutFile('/two.pdf'), ocr_options: options };
	const reply = await client.send('POST', RESPONSES, request);
	const { output } = (await reply.json()) as { output: Array<{ content: ReadPart[] }> };
	return output[0].content[0];
}

test('parses a PDF into one Markdown text and layouts by page', async () => {
	const { text, ocr_result: result } = await readFile({ task: 'document_parsing' });
	const layouts = result?.layouts ?? [];
	expect(text).toBe(layouts.map(({ markdownContent }) => markdownContent).join('\n\n'));
	const onPage = (page: number) =>
		layouts.filter(({ pageNum }) => pageNum === page).map((layout) => layout.text);
	expect(onPage(0).join('\n')).toContain('INV-77120');
	expect(onPage(1).join('\n')).toContain(SCANNED_NUMBER);
	for (const { pos, blocks } of layouts) {
		expect(pos).toHaveLength(4);
		expect(pos.every(({ x, y }) => x >= 0 && x <= 1652 && y >= 0 && y <= 2338)).toBe(true);
		expect(blocks.length).toBeGreaterThan(0);
	}
}, 60_000);

test('reads the fields of all pages', async () => {
	const schema = { invoice_number: '', total: '', colour_of_sky: '' };
	const { ocr_result: result } = await readFile({
		task: 'key_information_extraction',
		task_config: { result_schema: schema },
	});
	expect(result?.kv_result).toEqual({
		invoice_number: 'INV-77120',
		total: '1,280.50 EUR',
		colour_of_sky: null,
	});
}, 60_000);

test('reads the text of all pages', async () => {
	const { text, ocr_result: result } = await readFile({});
	expect(text).toMatch(new RegExp(`INV-77120[^]*${SCANNED_NUMBER}`));
	expect(result).toBeUndefined();
}, 60_000);

test('reads every picture of a native message', async () => {
	const content = [
		{ image: fixtureUrl('form-en.webp') },
		{ image: fixtureUrl('ticket-zh.webp') },
		{ text: 'Front and back of a card: which numbers are on it?' },
	];
	const { body } = await client.generate({
		model: 'qwen3.5-ocr',
		input: { messages: [{ role: 'user', content }] },
	});
	const text = body.output?.choices[0].message.content[0].text ?? '';
	expect(text).toMatch(
		new RegExp(`^\\[stand-in: prompts are not followed; [^]*${SCANNED_NUMBER}[^]*G7342`),
	);
}, 60_000);

test('hears while it reads that the client went away', async () => {
	const quitter = client.withKey('sk-test-responses-quitter');
	const recorded = async () => {
		const records = await (await quitter.send('GET', '/standin/requests')).json();
		return (records as RequestRecord[])[0];
	};
	const controller = new AbortController();
	const { signal } = controller;
	const sent = quitter.send('POST', RESPONSES, aboutFile('/ten.pdf'), { signal });
	const outcome = expect(sent).rejects.toThrow('aborted');
	while (!(await recorded())?.body) continue;
	controller.abort();
	await outcome;
	while (!(await recorded()).aborted) continue;
	expect((await recorded()).status).toBeNull();
}, 60_000);
