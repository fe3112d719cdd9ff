import { SlidingWindow } from './control/slidingWindow';
import { createStandin, type Standin } from './server';
import { GENERATION, generationRequest, pngUrl, TestClient } from './testClient';
import { outcomeOf, setLimits, totalsOf, type Outcome } from './testControls';

let standin: Standin;
let keys = 0;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo', limits: { requestsPerSecond: 4 } });
});

afterAll(async () => await standin.close());

function newClient(): TestClient {
	return new TestClient(standin.url, `sk-test-limits-${++keys}`);
}

async function burst(client: TestClient, count: number): Promise<Outcome[]> {
	return await Promise.all(Array.from({ length: count }, () => outcomeOf(client)));
}

test('what is above the limit is throttled, for each key by itself', async () => {
	const [first, second] = [newClient(), newClient()];
	const outcomes = await burst(first, 10);
	const [refused, ...others] = outcomes.filter(({ kind }) => kind === 'other');
	expect(others).toHaveLength(5);
	expect(refused).toMatchObject({
		status: 429,
		text: expect.stringContaining('"code":"Throttling.RateQuota"'),
	});
	expect((refused as Extract<Outcome, { kind: 'other' }>).headers.get('retry-after')).toBeNull();
	expect(await totalsOf(first)).toMatchObject({
		...{ requests: 10, limited: 6, billed: 4, destroyed: 0 },
		byStatus: { 200: 4, 429: 6 },
	});
	expect((await outcomeOf(second)).kind).toBe('answer');
});

test('a refusal says when to come again only if it is told to', async () => {
	const client = newClient();
	await setLimits(client, { requestsPerSecond: 1, retryAfter: 2 });
	const refused = (await burst(client, 2)).find(({ kind }) => kind === 'other');
	expect(refused).toMatchObject({ kind: 'other', status: 429 });
	expect((refused as Extract<Outcome, { kind: 'other' }>).headers.get('retry-after')).toBe('2');
});

test('the Responses endpoint reports it with status 200', async () => {
	const client = newClient();
	await setLimits(client, { requestsPerSecond: 1 });
	const responses = '/compatible-mode/v1/responses';
	const replies = await Promise.all([1, 2].map(() => client.ask('POST', responses, {})));
	const [refused, taken] = replies.sort((one, other) => one.status - other.status);
	expect([refused.status, taken.status]).toEqual([200, 400]);
	expect(refused.body).toMatchObject({ status: 'failed', error: { code: 'server_error' } });
	expect((await totalsOf(client)).limited).toBe(1);
});

test('the model list and the permissions to upload are not limited', async () => {
	const client = newClient();
	await setLimits(client, { requestsPerSecond: 1 });
	for (const path of ['/compatible-mode/v1/models', '/api/v1/uploads?action=getPolicy&model=x']) {
		const replies = [await client.send('GET', path), await client.send('GET', path)];
		expect(replies.map(({ status }) => status)).not.toContain(429);
	}
});

test('limits can be taken back', async () => {
	const client = newClient();
	await setLimits(client, {});
	expect((await burst(client, 6)).map(({ kind }) => kind)).toEqual(Array(6).fill('answer'));
	await client.send('DELETE', '/standin/limits');
	expect(await (await client.send('GET', '/standin/limits')).json()).toEqual({
		requestsPerSecond: 4,
	});
});

test.each([
	[[], 'an object of limits is expected'],
	[{ perSecond: 1 }, 'unknown limit "perSecond"'],
	[{ requestsPerSecond: 0 }, '"requestsPerSecond" has a wrong value'],
	[{ requestsPerSecond: 1.5 }, '"requestsPerSecond" has a wrong value'],
	[{ retryAfter: '1' }, '"retryAfter" has a wrong value'],
])('the limits %j are refused', async (limits, message) => {
	const { status, body } = await newClient().ask('PUT', '/standin/limits', limits);
	expect({ status, message: body.message }).toEqual({ status: 400, message });
});

test('the window slides, and refused requests do not count', () => {
	const window = new SlidingWindow();
	const times = [0, 100, 900, 950, 999, 1000, 1050, 1100, 1101, 1899, 1900];
	expect(times.filter((now) => window.take(now, 3))).toEqual([0, 100, 900, 1000, 1100, 1900]);
});

test('a latency holds hundreds of requests at the same time', async () => {
	const slow = await createStandin({ answers: 'echo', latency: 300 });
	const client = new TestClient(slow.url, 'sk-test-latency');
	const begin = performance.now();
	const outcomes = await burst(client, 300);
	const took = performance.now() - begin;
	const { mostAtOnce } = await totalsOf(client);
	await slow.close();
	expect(outcomes.every(({ kind }) => kind === 'answer')).toBe(true);
	expect(took).toBeGreaterThanOrEqual(299);
	expect(mostAtOnce).toBeGreaterThan(100);
});

test('what is above the limit is not held back by the latency', async () => {
	const slow = await createStandin({
		...{ answers: 'echo', latency: 600_000 },
		limits: { requestsPerSecond: 1 },
	} as const);
	const client = new TestClient(slow.url, 'sk-test-latency');
	const held = client.send('POST', GENERATION, generationRequest(pngUrl(100, 100)));
	const outcome = expect(held).rejects.toThrow('fetch failed');
	while ((await totalsOf(client)).requests === 0);
	expect(await outcomeOf(client)).toMatchObject({ kind: 'other', status: 429 });
	await slow.close();
	await outcome;
});
