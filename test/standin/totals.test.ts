/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the tests run on Node, not in n8n */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createStandin, type Standin } from './server';
import { GENERATION, generationRequest, pngUrl, TestClient } from './testClient';
import { eventually, outcomeOf, recorded, setFaults, totalsOf } from './testControls';

let standin: Standin;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo', keepsBodies: false });
});

afterAll(async () => await standin.close());

const NOTHING = { unanswered: 0, limited: 0, billed: 0, destroyed: 0, lost: 0, faults: {} };

test('count the requests of a key by their outcome', async () => {
	const client = new TestClient(standin.url, 'sk-test-totals');
	await setFaults(client, { script: { 3: 'reset_before', 4: 'unavailable' } });
	for (let sent = 0; sent < 4; sent++) await outcomeOf(client);
	await client.send('GET', '/compatible-mode/v1/models');
	await client.generate({});
	expect(await totalsOf(client)).toEqual({
		...NOTHING,
		requests: 6,
		byStatus: { 200: 3, 400: 1, 503: 1 },
		unanswered: 1,
		billed: 2,
		faults: { reset_before: 1, unavailable: 1 },
		atOnce: 0,
		mostAtOnce: 1,
	});
});

test('count all keys together, and requests without a test key', async () => {
	const own = await createStandin({ answers: 'echo' });
	const [first, second] = ['a', 'b'].map((name) => new TestClient(own.url, `sk-test-${name}`));
	await outcomeOf(first);
	await outcomeOf(second);
	await outcomeOf(new TestClient(own.url, 'sk-real'));
	expect(await totalsOf(first)).toMatchObject({ requests: 1, billed: 1 });
	expect(await totalsOf(first, { all: true })).toMatchObject({
		...{ requests: 3, billed: 2 },
		byStatus: { 200: 2, 401: 1 },
	});
	await first.send('DELETE', '/standin/totals?all=1');
	expect(await totalsOf(first)).toMatchObject({ requests: 1 });
	expect(await totalsOf(first, { all: true })).toMatchObject({ requests: 0, byStatus: {} });
	await own.close();
});

test('tell how many requests are open, and were at most', async () => {
	const client = new TestClient(standin.url, 'sk-test-open');
	await setFaults(client, { script: { '1-3': 'hang' } });
	const controller = new AbortController();
	const sent = [1, 2, 3].map(async () => await outcomeOf(client, controller.signal));
	await eventually(async () => (await totalsOf(client)).atOnce === 3);
	controller.abort();
	await Promise.all(sent);
	await eventually(async () => (await totalsOf(client)).atOnce === 0);
	expect(await totalsOf(client)).toMatchObject({ mostAtOnce: 3, unanswered: 3, byStatus: {} });
	await client.send('DELETE', '/standin/totals');
	const empty = { ...NOTHING, requests: 0, byStatus: {}, atOnce: 0, mostAtOnce: 0 };
	expect(await totalsOf(client)).toEqual(empty);
});

test('do not bill what the client gave up before', async () => {
	const slow = await createStandin({ answers: 'echo', latency: 600_000 });
	const client = new TestClient(slow.url, 'sk-test-slow');
	const controller = new AbortController();
	const outcome = outcomeOf(client, controller.signal);
	await eventually(async () => (await recorded(client)).some(({ body }) => body !== null));
	controller.abort();
	await outcome;
	await eventually(async () => (await totalsOf(client)).atOnce === 0);
	expect(await totalsOf(client)).toMatchObject({ billed: 0, destroyed: 0, lost: 0, unanswered: 1 });
	await slow.close();
});

test('go on where the log ends and keeps no bodies', async () => {
	const client = new TestClient(standin.url, 'sk-test-bodies');
	await client.send('POST', GENERATION, generationRequest(pngUrl(100, 100)));
	expect(await recorded(client)).toMatchObject([{ status: 200, body: null, billed: true }]);
});

describe('a client that leaves', () => {
	const request = JSON.stringify(generationRequest(pngUrl(100, 100)));
	const head = [
		`POST ${GENERATION} HTTP/1.1`,
		'host: standin',
		'authorization: Bearer sk-test-leaving',
		'content-type: application/json',
		`content-length: ${request.length}`,
	];
	const client = () => new TestClient(standin.url, 'sk-test-leaving');

	async function openSocket({ isReading = true } = {}): Promise<Socket> {
		const socket = connect(Number(new URL(standin.url).port), '127.0.0.1');
		if (!isReading) socket.pause();
		await once(socket, 'connect');
		return socket;
	}

	beforeEach(async () => {
		await client().send('DELETE', '/standin/totals');
	});

	test('behind its request is not billed', async () => {
		const socket = await openSocket();
		socket.write(`${head.join('\r\n')}\r\n\r\n${request}`);
		socket.destroySoon();
		await eventually(async () => (await totalsOf(client())).unanswered === 1);
		expect(await totalsOf(client())).toMatchObject({ billed: 0, lost: 0 });
	});

	test('without a look at the answer has lost it', async () => {
		const socket = await openSocket({ isReading: false });
		socket.write(`${head.join('\r\n')}\r\n\r\n${request}`);
		await eventually(async () => (await totalsOf(client())).billed === 1);
		socket.destroy();
		await eventually(async () => (await totalsOf(client())).lost === 1);
		expect(await totalsOf(client())).toMatchObject({ billed: 1, destroyed: 0 });
	});

	test('with the answer has lost nothing', async () => {
		const socket = await openSocket();
		socket.write(`${head.join('\r\n')}\r\n\r\n${request}`);
		const [reply] = (await once(socket, 'data')) as [Buffer];
		expect(reply.toString()).toMatch('HTTP/1.1 200 OK');
		socket.end();
		await once(socket, 'close');
		expect(await totalsOf(client())).toMatchObject({ billed: 1, destroyed: 0, lost: 0 });
	});
});
