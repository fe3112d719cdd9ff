import type { FaultName } from './faults';
import { createStandin, type Standin } from './server';
import { GENERATION, generationRequest, pngUrl, TestClient } from './testClient';
import { eventually, outcomeOf, recorded, setFaults, totalsOf, type Outcome } from './testControls';

let standin: Standin;
let client: TestClient;
let keys = 0;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo' });
});

beforeEach(() => {
	client = new TestClient(standin.url, `sk-test-faults-${++keys}`);
});

afterAll(async () => await standin.close());

async function struckBy(fault: FaultName): Promise<Outcome> {
	await setFaults(client, { script: { 1: fault } });
	const outcome = await outcomeOf(client);
	// The next request shows that the fault is over and the connection not mixed up.
	expect(await outcomeOf(client)).toMatchObject({ kind: 'answer' });
	return outcome;
}

describe('refusals', () => {
	const allocation = 'Throttling.AllocationQuota';
	const exceeded = 'Allocated quota exceeded, please increase your quota limit.';
	test.each<[FaultName, number, string, string]>([
		['throttled_requests', 429, 'Throttling.RateQuota', 'Requests rate limit exceeded'],
		['throttled_burst', 429, 'Throttling.BurstRate', 'Request rate increased too quickly.'],
		['throttled_tokens', 429, allocation, exceeded],
		['insufficient_quota', 429, 'insufficient_quota', 'You exceeded your current quota'],
		['free_quota_gone', 429, allocation, 'Free allocated quota exceeded.'],
		['free_tier_only', 403, 'AllocationQuota.FreeTierOnly', 'The free tier of the model'],
		['arrearage', 400, 'Arrearage', 'Access denied, please make sure your account'],
		['inspection_failed', 400, 'DataInspectionFailed', 'Input data may contain'],
		['server_error', 500, 'InternalError', 'An internal error has occured'],
		['server_timeout', 500, 'InternalError.Timeout', 'Request timed out'],
		['unavailable', 503, 'ModelUnavailable', 'Model is unavailable'],
		['overloaded', 503, 'ModelServingError', 'Too many requests.'],
		['picture_unreachable', 400, 'InvalidParameter.DataInspection', 'Unable to download'],
		['error_in_200', 200, 'InternalError', 'An internal error has occured'],
	])('%s is answered with %i %s, not billed', async (fault, status, code, message) => {
		const outcome = await struckBy(fault);
		if (outcome.kind !== 'other') throw new Error(outcome.kind);
		const body = JSON.parse(outcome.text) as Record<string, string>;
		expect(outcome.status).toBe(status);
		expect(body).toEqual({
			code,
			message: expect.stringContaining(message),
			request_id: outcome.headers.get('x-request-id'),
		});
		expect(outcome.headers.get('retry-after')).toBeNull();
		const [record] = await recorded(client);
		expect(record).toMatchObject({ status, fault, billed: false, aborted: false });
		expect(record).not.toHaveProperty('destroyed');
	});

	test.each<[FaultName, number, object]>([
		['throttled_burst', 200, { status: 'failed', output: [], error: { code: 'server_error' } }],
		['throttled_tokens', 429, { code: allocation, message: exceeded }],
	])('%s is reported by the Responses endpoint in its own way', async (fault, status, body) => {
		await setFaults(client, { script: { 1: fault } });
		const reply = await client.ask('POST', '/compatible-mode/v1/responses', {});
		expect(reply.status).toBe(status);
		expect(reply.body).toMatchObject(body);
	});

	test.each<[FaultName, number, string]>([
		['throttled_requests', 429, 'limit_requests'],
		['insufficient_quota', 429, 'insufficient_quota'],
		['unavailable', 503, 'model_unavailable'],
	])('%s is reported by the model list in the compatible shape', async (fault, status, code) => {
		await setFaults(client, { script: { 1: fault } });
		const reply = await client.ask('GET', '/compatible-mode/v1/models');
		expect(reply.status).toBe(status);
		expect(reply.body.error?.code).toBe(code);
	});
});

describe('wrong bodies', () => {
	test('empty_content is a billed answer with usage and without content', async () => {
		const outcome = await struckBy('empty_content');
		if (outcome.kind !== 'other') throw new Error(outcome.kind);
		expect(JSON.parse(outcome.text)).toMatchObject({
			output: { choices: [{ finish_reason: 'stop', message: { content: [] } }] },
			usage: { output_tokens: expect.any(Number) },
		});
	});

	test('broken_json is half an answer in a whole reply', async () => {
		const outcome = await struckBy('broken_json');
		expect(outcome).toMatchObject({ kind: 'other', status: 200 });
		const { text, headers } = outcome as Extract<Outcome, { kind: 'other' }>;
		expect(text).toMatch(/^\{"output":/);
		expect(() => JSON.parse(text) as unknown).toThrow('JSON');
		expect(headers.get('content-type')).toBe('application/json');
	});

	test('truncated ends before its Content-Length', async () => {
		expect(await struckBy('truncated')).toMatchObject({ kind: 'broken', status: 200 });
	});

	test('html_page is a page under the status of success', async () => {
		const outcome = await struckBy('html_page');
		expect(outcome).toMatchObject({
			kind: 'other',
			status: 200,
			text: expect.stringContaining('<!DOCTYPE html>'),
		});
		const { headers } = outcome as Extract<Outcome, { kind: 'other' }>;
		expect(headers.get('content-type')).toBe('text/html; charset=utf-8');
		expect(headers.get('x-request-id')).toBeNull();
	});

	test('gzip is a good answer, zipped although the client did not ask', async () => {
		await setFaults(client, { script: { 1: 'gzip' } });
		const plain = { 'accept-encoding': 'identity' };
		const request = generationRequest(pngUrl(100, 100));
		const { headers, body } = await client.generate(request, plain);
		expect(headers.get('content-encoding')).toBe('gzip');
		expect(body.output?.choices[0].message.content[0].text).toMatch('stand-in echo sha256:');
	});
});

describe('bad connections', () => {
	test.each<FaultName>(['reset_before', 'reset_after'])('%s is seen as a reset', async (fault) => {
		const outcome = await struckBy(fault);
		expect(outcome).toEqual({ kind: 'broken', status: null, reason: 'ECONNRESET' });
		expect((await recorded(client))[0]).toMatchObject({ status: null, aborted: false });
	});

	test('slow_drip comes in pieces and is a good answer', async () => {
		await setFaults(client, { script: { 1: 'slow_drip' } });
		const request = generationRequest(pngUrl(100, 100));
		const reply = await client.send('POST', GENERATION, request);
		const pieces = await piecesOf(reply);
		expect(pieces.length).toBeGreaterThan(5);
		expect(JSON.parse(pieces.join(''))).toHaveProperty('output');
		expect(await totalsOf(client)).toMatchObject({ billed: 1, destroyed: 0, lost: 0 });
	});

	test('slow_drip is lost by a client that does not wait', async () => {
		await setFaults(client, { script: { 1: 'slow_drip' } });
		await leaveAfterFirstPiece();
		await eventually(async () => (await totalsOf(client)).lost === 1);
		expect(await totalsOf(client)).toMatchObject({ billed: 1, destroyed: 0 });
	});

	test('endless_drip never comes to its end', async () => {
		await setFaults(client, { script: { 1: 'endless_drip' } });
		await leaveAfterFirstPiece();
		await eventually(async () => (await recorded(client))[0].aborted);
		expect((await recorded(client))[0]).toMatchObject({ billed: true, destroyed: true });
	});

	test('hang gives no answer at all', async () => {
		await setFaults(client, { script: { 1: 'hang' } });
		const controller = new AbortController();
		const outcome = outcomeOf(client, controller.signal);
		await eventually(async () => (await recorded(client)).some(({ body }) => body !== null));
		controller.abort();
		expect(await outcome).toMatchObject({ kind: 'broken', status: null });
		await eventually(async () => (await totalsOf(client)).unanswered === 1);
		expect((await recorded(client))[0]).toMatchObject({ billed: false, aborted: true });
	});

	test('the port of the stand-in speaks no TLS', async () => {
		const secure = new TestClient(standin.url.replace('http:', 'https:'), 'sk-test-tls');
		expect(await outcomeOf(secure)).toMatchObject({
			kind: 'broken',
			reason: expect.stringContaining('SSL'),
		});
	});
});

describe('bills', () => {
	test.each<[FaultName, boolean, boolean]>([
		['empty_content', true, true],
		['broken_json', true, true],
		['truncated', true, true],
		['reset_after', true, true],
		['gzip', true, false],
		['reset_before', false, false],
		['html_page', false, false],
		['error_in_200', false, false],
		['unavailable', false, false],
	])('%s: billed %p, answer destroyed %p', async (fault, billed, destroyed) => {
		await setFaults(client, { script: { 1: fault } });
		await outcomeOf(client);
		expect(await totalsOf(client)).toMatchObject({
			requests: 1,
			billed: Number(billed),
			destroyed: Number(destroyed),
			lost: 0,
			faults: { [fault]: 1 },
		});
	});

	test('no fault destroys what was not billed', async () => {
		await setFaults(client, { script: { 1: 'broken_json' } });
		expect((await client.send('POST', GENERATION, {})).status).toBe(400);
		expect(await totalsOf(client)).toMatchObject({ billed: 0, destroyed: 0 });
	});
});

async function piecesOf(reply: Response): Promise<string[]> {
	const pieces: string[] = [];
	const reader = reply.body?.getReader();
	for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
		pieces.push(Buffer.from(piece.value).toString());
	}
	return pieces;
}

async function leaveAfterFirstPiece(): Promise<void> {
	const controller = new AbortController();
	const request = generationRequest(pngUrl(100, 100));
	const { signal } = controller;
	const reply = await client.send('POST', GENERATION, request, { signal });
	const reader = reply.body?.getReader();
	expect((await reader?.read())?.done).toBe(false);
	controller.abort();
	await reader?.closed.catch((error: Error) => expect(error.name).toBe('AbortError'));
}
