import type { PackageDirectoryLoader } from 'n8n-core';
import type { IDataObject, INodeParameters, OnError } from 'n8n-workflow';
import { textAnswer } from './answers';
import { loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { pictureInMemory } from './pictures';
import { StandinAccount } from './standin';

let loader: PackageDirectoryLoader;
let account: StandinAccount;

beforeAll(async () => {
	loader = await loadPackage();
	await useBinaryMode('default');
});

beforeEach(() => {
	account = new StandinAccount();
});

interface Attempt {
	count?: number;
	/** By their names, in place of `count` times the same. */
	pictures?: string[];
	options?: INodeParameters;
	onError?: OnError;
	simplify?: boolean;
	cancelWhen?: Promise<unknown>;
}

async function attempt({
	count = 1,
	pictures = Array<string>(count).fill('ticket-zh'),
	options = {},
	onError,
	simplify,
	cancelWhen,
}: Attempt = {}) {
	const run = await runNode(loader, {
		credential: account.credential,
		items: pictures.map((name, id) => ({
			json: { id },
			binary: { data: pictureInMemory(name) },
		})),
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			options,
			...(simplify !== undefined && { simplify }),
		},
		onError,
		cancelWhen,
	});
	return { run, output: outputOf(run), error: run.data.resultData.error };
}

function refusal(status: number, code: string, message = 'x') {
	return { status, body: { code, message, request_id: 'r-1' } };
}

const THROTTLED = refusal(
	429,
	'Throttling.RateQuota',
	'Requests rate limit exceeded, please try again later.',
);

test.each([
	['requests per minute', THROTTLED],
	['a burst', refusal(429, 'Throttling.BurstRate')],
	['tokens per minute', refusal(429, 'Throttling.AllocationQuota')],
	['a server error', refusal(500, 'InternalError')],
	['an unavailable model', refusal(503, 'ModelUnavailable')],
])('%s that clears is waited for', async (_what, reply) => {
	await account.reply(reply);
	const { output } = await attempt();
	expect(output[0].json.text).toContain('G7342');
	expect((await account.requests()).map(({ status }) => status)).toEqual([reply.status, 200]);
});

test.each([
	[
		'a free quota that is used up',
		refusal(429, 'Throttling.AllocationQuota', 'Free allocated quota exceeded.'),
		'free_quota_used_up',
	],
	['an unpaid bill', refusal(429, 'PrepaidBillOverdue'), 'account_in_arrears'],
	['a refused content', refusal(400, 'DataInspectionFailed'), 'content_refused'],
	[
		'an answer without content',
		{ body: { output: { choices: [{ finish_reason: 'stop', message: { content: [] } }] } } },
		'empty_answer',
	],
	[
		'a complete answer that is no JSON',
		{ body: '<html>', headers: { 'content-type': 'text/html' } },
		'unreadable_answer',
	],
])('%s is not asked for again', async (_what, reply, code) => {
	await account.reply(reply);
	const { output } = await attempt({ onError: 'continueRegularOutput' });
	expect((output[0].json.details as IDataObject).code).toBe(code);
	expect(await account.requests()).toHaveLength(1);
});

it('Max Retries bounds how often a fault is tried again', async () => {
	const fault = refusal(500, 'InternalError');
	await account.reply(fault, fault, fault);
	const { error } = await attempt({ options: { maxRetries: 1 } });
	expect(error?.message).toContain('could not answer');
	expect(await account.requests()).toHaveLength(2);
});

it('Retry-After is kept where a gateway sends it', async () => {
	await account.reply({ ...THROTTLED, headers: { 'Retry-After': '1' } });
	const started = performance.now();
	await attempt();
	expect(performance.now() - started).toBeGreaterThan(990);
});

it('a slow page neither stops the others nor changes their order, and Max Concurrency bounds what is open', async () => {
	const quick = { ...textAnswer('quick'), delay: 1000 };
	await account.reply({ ...textAnswer('slow'), delay: 4000 }, quick, quick);
	const pictures = ['ticket-zh', 'ticket-zh', 'ticket-zh', 'form-en', 'ticket-zh', 'form-en'];
	const running = attempt({ pictures, options: { maxConcurrency: 3 } });
	await account.requestsBegun(pictures.length);
	const open = (await account.requests()).filter(({ status }) => status === null);
	expect(open.length).toBeGreaterThan(0);
	const texts = (await running).output.map(({ json }) => String(json.text));
	const kinds = texts.map((text) => /slow|quick|G7342/.exec(text)?.[0] ?? 'form');
	expect(kinds.slice(0, 3).sort()).toEqual(['quick', 'quick', 'slow']);
	expect(kinds.slice(3)).toEqual(['form', 'G7342', 'form']);
	expect(await account.mostAtOnce()).toBe(3);
});

it('the first fault ends the other open requests, and nothing more is sent', async () => {
	await account.reply(
		{ hang: true },
		{ hang: true },
		{ ...refusal(400, 'DataInspectionFailed'), delay: 300 },
	);
	const started = performance.now();
	const { error } = await attempt({ count: 6, options: { maxConcurrency: 3 } });
	expect(error?.message).toContain('refused the content');
	expect(performance.now() - started).toBeLessThan(5000);
	const requests = await account.requests();
	expect(requests.map(({ aborted }) => aborted)).toEqual([true, true, false]);
});

it('Stop ends a wait at once', async () => {
	await account.reply({ ...THROTTLED, headers: { 'Retry-After': '60' } });
	let pressed = 0;
	const cancelWhen = account.requestsBegun(1).then(() => (pressed = performance.now()));
	const { run } = await attempt({ cancelWhen });
	expect(run.status).toBe('canceled');
	expect(performance.now() - pressed).toBeLessThan(1000);
});

describe('the cost of a run', () => {
	const PRICES = JSON.stringify({ '*': { input: 1_000_000, output: 1_000_000, currency: 'CNY' } });

	it('stands in every item and, in all, in a hint', async () => {
		await account.reply(textAnswer('a'), textAnswer('b'));
		const { run, output } = await attempt({
			count: 2,
			simplify: false,
			options: { prices: PRICES },
		});
		expect(output.map(({ json }) => json.cost)).toEqual([
			{ amount: 15, currency: 'CNY' },
			{ amount: 15, currency: 'CNY' },
		]);
		const hints = run.data.resultData.runData['Qwen OCR'][0].hints ?? [];
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringMatching(/^Read with 2 requests: 30 tokens, about 30 CNY/),
		]);
	});

	it('counts answers without content by their tokens, also against Max Cost', async () => {
		const { body } = textAnswer('read') as { body: IDataObject };
		const output = { choices: [{ finish_reason: 'stop', message: { content: [] } }] };
		const empty = { body: { ...body, output } };
		await account.reply(empty, empty, empty, { body });
		const prices = JSON.stringify({ '*': { input: 0, output: 100_000, currency: 'CNY' } });
		const { run, output: items } = await attempt({
			count: 4,
			options: { prices, maxCost: 2.6, maxTokens: 10 },
			onError: 'continueRegularOutput',
		});
		const codes = items.map(({ json }) => (json.details as IDataObject | undefined)?.code);
		expect(codes.filter((code) => code === 'empty_answer')).toHaveLength(3);
		expect(codes).toContain(undefined);
		const [hint] = run.data.resultData.runData['Qwen OCR'][0].hints ?? [];
		expect(hint.message).toBe('Read with 4 requests: 60 tokens, about 2 CNY (the option Prices)');
	});

	describe('with Estimate Only', () => {
		const prices = JSON.stringify({ '*': { input: 1, output: 2, currency: 'CNY' } });

		it('is told for each request, and nothing is sent', async () => {
			const options = { estimateOnly: true, maxTokens: 100, prices };
			const { run, output } = await attempt({ pictures: ['ticket-zh', 'form-en'], options });
			expect(await account.requests()).toEqual([]);
			expect(output.map(({ json }) => json.source)).toMatchObject([
				{ fileName: 'ticket-zh.webp' },
				{ fileName: 'form-en.webp' },
			]);
			const estimates = output.map(({ json }) => json.estimate as IDataObject);
			for (const { inputTokens, outputTokens, cost } of estimates) {
				expect(inputTokens).toBeGreaterThan(50);
				expect(outputTokens).toBe(100);
				const amount = (Number(inputTokens) + 2 * 100) / 1_000_000;
				expect(cost).toEqual({ amount: expect.closeTo(amount, 9) as number, currency: 'CNY' });
			}
			const tokens = estimates.reduce((sum, each) => sum + Number(each.inputTokens) + 100, 0);
			const { hints = [], metadata } = run.data.resultData.runData['Qwen OCR'][0];
			expect(hints.map(({ message }) => message)).toEqual([
				expect.stringContaining(
					`Not sent, only estimated: at most 2 requests: ${tokens.toLocaleString('en-US')} tokens, about `,
				),
			]);
			expect(metadata?.tokenUsage).toBeUndefined();
		});

		it('is never below what is billed', async () => {
			const { output: estimated } = await attempt({ options: { estimateOnly: true } });
			const { output: read } = await attempt({ simplify: false });
			const { inputTokens, outputTokens } = read[0].json.usage as IDataObject;
			const estimate = estimated[0].json.estimate as IDataObject;
			expect(estimate.inputTokens).toBeGreaterThanOrEqual(Number(inputTokens));
			expect(estimate.outputTokens).toBeGreaterThanOrEqual(Number(outputTokens));
		});
	});

	it('stays below Max Cost: what is not sent is an error item, what was read still comes', async () => {
		const { output: first } = await attempt({ simplify: false });
		const { inputTokens } = first[0].json.usage as { inputTokens: number };
		const one = { input: 1_000_000 / inputTokens, output: 0, currency: 'CNY' };
		const options = { prices: JSON.stringify({ '*': one }), maxCost: 2.5 };
		const { output } = await attempt({ count: 4, options });
		const codes = output.map(({ json }) => (json.details as IDataObject | undefined)?.code);
		expect(codes).toEqual([undefined, undefined, 'max_cost', 'max_cost']);
		expect(await account.requests()).toHaveLength(3);
	});

	it('counts an attempt without an answer, and says that it was sent', async () => {
		await account.reply({ hang: true });
		const prices = JSON.stringify({ '*': { input: 0, output: 1_000_000 / 4096, currency: 'CNY' } });
		const { output } = await attempt({ options: { prices, maxCost: 1.5, timeout: 0.3 } });
		expect(output[0].json).toMatchObject({
			error:
				'Not sent again after an attempt without an answer, as it may cost up to 1 CNY more: 1 of Max Cost 1.5 CNY may be spent',
			details: { code: 'max_cost' },
		});
		expect(await account.requests()).toHaveLength(1);
	});

	it('counts an answer that tells no tokens with the most that it may have cost', async () => {
		const { body } = textAnswer('read');
		const reply = { body: { ...(body as IDataObject), usage: undefined } };
		await account.reply(reply, reply, reply);
		const prices = JSON.stringify({ '*': { input: 0, output: 1_000_000 / 4096, currency: 'CNY' } });
		const { output } = await attempt({ count: 3, options: { prices, maxCost: 2.5 } });
		const codes = output.map(({ json }) => (json.details as IDataObject | undefined)?.code);
		expect(codes).toEqual([undefined, undefined, 'max_cost']);
		expect(await account.requests()).toHaveLength(2);
	});

	describe('is bounded for all items by one Max Cost', () => {
		const failsForFirst = "={{ $json.id === 0 ? $('Nowhere').first().json.x : '1' }}";

		test.each<[string, INodeParameters, unknown[]]>([
			[
				'where another option fails for the first item',
				{ maxCost: 0.0000001, pages: failsForFirst },
				['unexpected', 'max_cost', 'max_cost'],
			],
			[
				'where only a later item has it',
				{ maxCost: '={{ $json.id === 1 ? 0.0000001 : null }}' },
				['max_cost', 'max_cost', 'max_cost'],
			],
			[
				'where it cannot be read for the first item',
				{ maxCost: failsForFirst },
				['unexpected', 'invalid_option', 'invalid_option'],
			],
			[
				'where it is no number for the first item',
				{ maxCost: '={{ $json.id === 0 ? true : 1 }}' },
				['invalid_option', 'invalid_option', 'invalid_option'],
			],
			[
				'where it is a list',
				{ maxCost: '={{ [] }}' },
				['invalid_option', 'invalid_option', 'invalid_option'],
			],
		])('%s', async (_where, options, codes) => {
			const { output } = await attempt({ count: 3, options, onError: 'continueRegularOutput' });
			expect(output.map(({ json }) => (json.details as IDataObject | undefined)?.code)).toEqual(
				codes,
			);
			expect(output.map(({ json }) => typeof json.error)).toEqual(['string', 'string', 'string']);
			expect(await account.requests()).toEqual([]);
		});
	});

	it('needs a price that is known', async () => {
		const run = await runNode(loader, {
			credential: account.credential,
			items: [{ json: {}, binary: { data: pictureInMemory('ticket-zh') } }],
			parameters: {
				resource: 'document',
				operation: 'recognizeText',
				model: { mode: 'id', value: 'my-own-ocr' },
				options: { maxCost: 1 },
			},
		});
		expect(run.data.resultData.error?.message).toContain('the price of my-own-ocr is not known');
		expect(await account.requests()).toEqual([]);
	});
});

it('the tokens of a run are added to those of the execution', async () => {
	await account.reply(textAnswer('a'));
	const { run } = await attempt();
	const { metadata } = run.data.resultData.runData['Qwen OCR'][0];
	expect(metadata).toMatchObject({ tokenUsage: { inputTokens: 10, outputTokens: 5 } });
});

it('a row of a doubtful document keeps its doubts, even simplified', async () => {
	const html =
		'<table><tr><td>Item</td><td>Amount</td></tr><tr><td>Tea</td><td>4.50</td></tr></table>';
	await account.reply({
		body: {
			output: {
				choices: [{ finish_reason: 'length', message: { content: [{ text: html }] } }],
			},
		},
	});
	const run = await runNode(loader, {
		credential: account.credential,
		items: [{ json: {}, binary: { data: pictureInMemory('ticket-zh') } }],
		parameters: { resource: 'document', operation: 'extractTables', outputMode: 'perRow' },
	});
	expect(outputOf(run)[0].json).toMatchObject({
		_document: { review: { needed: true, reasons: [{ code: 'truncated' }] } },
	});
});
