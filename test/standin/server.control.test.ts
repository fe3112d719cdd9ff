import { createHash } from 'node:crypto';
import { createStandin, type Standin } from './server';
import { GENERATION, generationRequest, pngHeader, pngUrl, TestClient } from './testClient';
import { eventually, recorded } from './testControls';

const REQUESTS = '/standin/requests';
const REPLIES = '/standin/replies';

let standin: Standin;
let keys = 0;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo' });
});

afterAll(async () => await standin.close());

function newClient(key = `sk-test-control-${++keys}`): TestClient {
	return new TestClient(standin.url, key);
}

const PICTURE = pngUrl(100, 100);

describe('request log', () => {
	test('records requests without key and pictures', async () => {
		const client = newClient();
		const { body } = await client.generate(generationRequest(PICTURE), { 'x-my-header': '1' });
		await client.generate('{"broken"');
		const [good, bad, ...others] = await recorded(client);
		const hash = createHash('sha256').update(pngHeader(100, 100)).digest('hex');
		expect(good).toEqual({
			method: 'POST',
			path: GENERATION,
			headers: expect.objectContaining({ 'x-my-header': '1' }),
			body: generationRequest(`data:image/png;base64,<sha256:${hash}>`),
			status: 200,
			requestId: body.request_id,
			billed: true,
			aborted: false,
		});
		expect(good.headers).not.toHaveProperty('authorization');
		expect(bad).toMatchObject({ status: 400, body: '{"broken"', billed: false });
		expect(others).toEqual([]);
	});

	test('keeps the keys apart and empties one of them', async () => {
		const [first, second] = [newClient(), newClient()];
		await first.send('GET', '/compatible-mode/v1/models?limit=1');
		await second.send('GET', '/compatible-mode/v1/models');
		await first.send('DELETE', REQUESTS);
		expect(await recorded(first)).toEqual([]);
		expect(await recorded(second)).toMatchObject([{ status: 200, billed: false, body: null }]);
	});

	test('shows the requests of a refused test key, but nothing without a test key', async () => {
		const wrong = newClient('sk-test-wrong-control');
		await wrong.send('GET', '/compatible-mode/v1/models');
		expect(await recorded(wrong)).toMatchObject([{ status: 401 }]);
		expect((await newClient('sk-real').send('GET', REQUESTS)).status).toBe(401);
	});

	test('keeps the last 300 requests', async () => {
		const client = newClient();
		for (let sent = 0; sent < 301; sent++) await client.send('GET', `/x?${sent}`);
		const records = await recorded(client);
		expect(records).toHaveLength(300);
		expect(records[0].path).toBe('/x?1');
	});

	test('shows a request that is held back by the latency, and its abortion', async () => {
		const slow = await createStandin({ answers: 'echo', latency: 600_000 });
		const client = new TestClient(slow.url, 'sk-test-slow');
		const controller = new AbortController();
		const request = generationRequest(PICTURE);
		const sent = client.send('POST', GENERATION, request, { signal: controller.signal });
		const outcome = expect(sent).rejects.toThrow('aborted');
		await eventually(async () => (await recorded(client)).some(({ body }) => body !== null));
		controller.abort();
		await outcome;
		await eventually(async () => (await recorded(client))[0].aborted);
		await slow.close();
	});

	test('says that the client went away', async () => {
		const client = newClient();
		await client.send('PUT', REPLIES, [{ hang: true }]);
		const controller = new AbortController();
		const sent = client.send('POST', GENERATION, {}, { signal: controller.signal });
		const outcome = expect(sent).rejects.toThrow('aborted');
		await eventually(async () => (await recorded(client)).length === 1);
		controller.abort();
		await outcome;
		await eventually(async () => (await recorded(client))[0].aborted);
		expect(await recorded(client)).toMatchObject([{ status: null, billed: false }]);
	});
});

describe('scripted replies', () => {
	test('are used one after the other, then the service is itself again', async () => {
		const client = newClient();
		await client.send('PUT', REPLIES, [
			{ status: 429, headers: { 'Retry-After': '3' }, body: { code: 'Throttling' } },
			{ body: '{"output":{"choi', delay: 1 },
			{ body: { request_id: 'abc' } },
		]);
		const request = generationRequest(PICTURE);
		const throttled = await client.generate(request);
		expect(throttled.status).toBe(429);
		expect(throttled.body).toEqual({ code: 'Throttling' });
		expect(throttled.headers.get('retry-after')).toBe('3');
		expect(throttled.headers.get('x-standin-scripted')).toBe('true');
		const cut = await client.send('POST', GENERATION, request);
		expect(await cut.text()).toBe('{"output":{"choi');
		const named = await client.generate(request);
		expect(named.headers.get('x-request-id')).toBe('abc');
		const normal = await client.generate(request);
		expect(normal.headers.get('x-standin-scripted')).toBeNull();
		expect(normal.status).toBe(200);
		const records = await recorded(client);
		expect(records.map(({ status, billed }) => [status, billed])).toEqual([
			[429, false],
			[200, true],
			[200, true],
			[200, true],
		]);
	});

	test('wait for their own key and can be looked at and taken back', async () => {
		const [scripted, other] = [newClient(), newClient()];
		await scripted.send('PUT', REPLIES, [{ status: 500 }]);
		expect((await other.generate(generationRequest(PICTURE))).status).toBe(200);
		expect(await (await scripted.send('GET', REPLIES)).json()).toEqual([{ status: 500 }]);
		await scripted.send('DELETE', REPLIES);
		expect((await scripted.generate(generationRequest(PICTURE))).status).toBe(200);
	});

	test.each([
		[{ status: 200 }, 'a list of replies is expected'],
		[['x'], 'reply 0 is not an object'],
		[[{ state: 200 }], 'reply 0: unknown member "state"'],
		[[{}, { status: 99 }], 'reply 1: "status" has a wrong value'],
		[[{ headers: { a: 1 } }], 'reply 0: "headers" has a wrong value'],
	])('refuses %j', async (list, message) => {
		const { status, body } = await newClient().ask('PUT', REPLIES, list);
		expect({ status, message: body.message }).toEqual({ status: 400, message });
	});

	test('knows no other controls', async () => {
		expect((await newClient().send('GET', '/standin/other')).status).toBe(404);
	});
});
