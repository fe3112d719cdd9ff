import { readFaultOption, readFaultPlan } from './control/faultPlan';
import { FaultSchedule } from './control/faultSchedule';
import { FAULT_NAMES, FAULTS, type FaultName } from './faults';
import { createStandin, type Standin } from './server';
import { TestClient } from './testClient';
import { outcomeOf, setFaults, totalsOf } from './testControls';

let standin: Standin;
let keys = 0;

beforeAll(async () => {
	const faults = readFaultOption('seed=7,share=0.5,faults=server_error+unavailable');
	standin = await createStandin({ answers: 'echo', faults });
});

afterAll(async () => await standin.close());

function newClient(): TestClient {
	return new TestClient(standin.url, `sk-test-plan-${++keys}`);
}

async function statuses(client: TestClient, count: number): Promise<number[]> {
	const seen: number[] = [];
	for (let sent = 0; sent < count; sent++) {
		const outcome = await outcomeOf(client);
		seen.push(outcome.kind === 'answer' ? 200 : (outcome.status ?? 0));
	}
	return seen;
}

function draw(schedule: FaultSchedule, count: number): Array<FaultName | null> {
	return Array.from({ length: count }, () => schedule.next('answer'));
}

describe('a script', () => {
	test('strikes the requests that it names, alone or as a range', async () => {
		const client = newClient();
		await setFaults(client, { script: { 2: 'server_error', '4-5': 'unavailable' } });
		expect(await statuses(client, 6)).toEqual([200, 500, 200, 503, 503, 200]);
	});

	test('can have a fault that does not clear until it is taken back', async () => {
		const client = newClient();
		await setFaults(client, { script: { '2-': 'free_quota_gone' } });
		expect(await statuses(client, 5)).toEqual([200, 429, 429, 429, 429]);
		await setFaults(client, {});
		expect(await statuses(client, 1)).toEqual([200]);
	});

	test('counts requests of one kind only where it says so', () => {
		const schedule = new FaultSchedule({ script: { 'upload 2': 'hang', 3: 'reset_before' } });
		const stages = ['policy', 'upload', 'answer', 'upload', 'upload'] as const;
		expect(stages.map((stage) => schedule.next(stage))).toEqual([
			null,
			null,
			'reset_before',
			'hang',
			null,
		]);
	});

	test('goes before chance', () => {
		const random = { seed: 1, share: 1, faults: ['hang' as const] };
		const schedule = new FaultSchedule({ script: { 1: 'gzip' }, random });
		expect(draw(schedule, 2)).toEqual(['gzip', 'hang']);
	});
});

describe('chance', () => {
	test('is the same for each key and each run with the same seed', async () => {
		const [first, second] = [newClient(), newClient()];
		const seen = await statuses(first, 12);
		expect(await statuses(second, 12)).toEqual(seen);
		expect(new Set(seen)).toEqual(new Set([200, 500, 503]));
		await first.send('DELETE', '/standin/faults');
		expect(await statuses(first, 12)).toEqual(seen);
	});

	test('is another with another seed', () => {
		const lists = [1, 2, 3].map((seed) => {
			return draw(new FaultSchedule({ random: { seed, share: 0.5 } }), 50).join();
		});
		expect(new Set(lists).size).toBe(3);
	});

	test.each([1, 7, 2026, -3])('with seed %i it has its share, all faults alike', (seed) => {
		const names = FAULT_NAMES.filter((name) => FAULTS[name].stages.includes('answer'));
		const drawn = draw(new FaultSchedule({ random: { seed, share: 0.2 } }), 10_000);
		const struck = drawn.filter((fault) => fault !== null);
		expect(struck.length / 10_000).toBeCloseTo(0.2, 1);
		const counts = names.map((name) => struck.filter((fault) => fault === name).length);
		const mean = struck.length / names.length;
		expect(Math.min(...counts)).toBeGreaterThan(mean / 2);
		expect(Math.max(...counts)).toBeLessThan(mean * 2);
	});

	test('has for each request only the faults that can strike it', () => {
		const random = { seed: 1, share: 1, faults: ['empty_content' as const, 'hang' as const] };
		const schedule = new FaultSchedule({ random });
		const drawn = Array.from({ length: 30 }, () => [
			schedule.next('upload'),
			schedule.next('answer'),
		]);
		expect(new Set(drawn.map(([upload]) => upload))).toEqual(new Set(['hang']));
		expect(new Set(drawn.map(([, answer]) => answer))).toEqual(new Set(random.faults));
	});

	test('leaves a request alone that none of its faults can strike', () => {
		const random = { seed: 1, share: 1, faults: ['empty_content' as const] };
		expect(new FaultSchedule({ random }).next('policy')).toBeNull();
	});

	test('leaves bills that add up, with all requests at the same time', async () => {
		const client = newClient();
		const faults: FaultName[] = [
			...(['reset_before', 'reset_after', 'truncated', 'broken_json', 'empty_content'] as const),
			...(['gzip', 'slow_drip', 'html_page', 'throttled_tokens', 'error_in_200'] as const),
		];
		await setFaults(client, { random: { seed: 5, share: 0.6, faults } });
		const outcomes = await Promise.all(Array.from({ length: 150 }, () => outcomeOf(client)));
		const answers = outcomes.filter(({ kind }) => kind === 'answer').length;
		const totals = await totalsOf(client);
		expect(totals.requests).toBe(150);
		expect(totals.destroyed).toBeGreaterThan(20);
		expect(totals.billed).toBe(answers + totals.destroyed);
		expect(totals.lost).toBe(0);
	});
});

describe('plans', () => {
	test('are shown as they were set', async () => {
		const client = newClient();
		const plan = { script: { 'answer 3': 'hang' as const }, random: { seed: 1, share: 0.1 } };
		await setFaults(client, plan);
		expect(await (await client.send('GET', '/standin/faults')).json()).toEqual(plan);
	});

	test.each<[unknown, string]>([
		[[], 'an object with a script or random is expected'],
		[{ scripts: {} }, 'a plan has no member "scripts"'],
		[{ script: { 0: 'hang' } }, 'script: "0" is no number of a request'],
		[{ script: { '5-3': 'hang' } }, 'script: "5-3" is no number of a request'],
		[{ script: { 'page 1': 'hang' } }, 'script: "page 1" is no number of a request'],
		[{ script: { 1: 'rest_after' } }, 'unknown fault "rest_after"; there are throttled_requests'],
		[{ script: { 'upload 1': 'gzip' } }, 'script: gzip cannot strike "upload 1"'],
		[{ random: { share: 0.1 } }, 'random: "seed" must be a whole number'],
		[{ random: { seed: 1, share: 20 } }, 'random: "share" must be a number from 0 to 1'],
		[{ random: { seed: 1, share: 1, faults: [] } }, 'random: "faults" must be a list'],
	])('are refused: %j', async (plan, message) => {
		const { status, body } = await newClient().ask('PUT', '/standin/faults', plan);
		expect(status).toBe(400);
		expect(body.message).toMatch(message);
	});

	test.each([
		['seed=7,share=0.2', { random: { seed: 7, share: 0.2 } }],
		[
			'share=1, seed=0, faults=hang+gzip',
			{ random: { seed: 0, share: 1, faults: ['hang', 'gzip'] } },
		],
		['{"script":{"1":"hang"}}', { script: { 1: 'hang' } }],
	])('come from the command line: %s', (text, plan) => {
		expect(readFaultOption(text)).toEqual(plan);
		expect(readFaultPlan(JSON.stringify(plan))).toEqual(plan);
	});

	test.each([
		['seed=7', '"share" must be'],
		['seed=,share=1', '"seed" must be'],
		['7', 'random has no member "7"'],
	])('are refused on the command line: %s', (text, message) => {
		expect(() => readFaultOption(text)).toThrow(message);
	});
});
