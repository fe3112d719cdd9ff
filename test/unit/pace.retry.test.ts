import { RateLimiter } from '../../nodes/QwenOcr/dashscope/pace/rateLimiter';
import { DEFAULT_RETRY_POLICY, withRetries } from '../../nodes/QwenOcr/dashscope/pace/retry';
import type { RetryNotice } from '../../nodes/QwenOcr/dashscope/pace/retry';
import type { RetryDetails } from '../../nodes/QwenOcr/dashscope/pace/retryAdvice';
import { readRetryAfter } from '../../nodes/QwenOcr/dashscope/pace/retryAfter';
import { Fault } from '../../nodes/QwenOcr/fault';
import { VirtualClock } from './pace/virtualClock';

const faultOf = (details: RetryDetails, code = 'broken') => new Fault(code, 'x', 'y', details);
const BROKEN = faultOf({ httpCode: 500, retryable: true });
const THROTTLED = faultOf(
	{ httpCode: 429, requestId: 'r-1', retryable: true, retry: { throttle: 'requests' } },
	'rate_limited',
);

/** Runs a work that fails with these faults in turn, and then always with the last one. */
async function attempt(faults: Fault[], { policy = {}, random = 0.5, succeedsAt = Infinity } = {}) {
	const clock = new VirtualClock();
	const notices: RetryNotice[] = [];
	const times: number[] = [];
	const work = async (number: number) => {
		times.push(clock.now());
		if (number >= succeedsAt) return 'read';
		throw faults[Math.min(number, faults.length) - 1];
	};
	const environment = {
		now: clock.now,
		sleep: clock.sleep,
		random: () => random,
		onRetry: (notice: RetryNotice) => notices.push(notice),
	};
	const ended = withRetries(work, { ...DEFAULT_RETRY_POLICY, ...policy }, environment);
	const result = await clock.run(ended.catch((error: unknown) => error));
	return { result, times, notices };
}

describe('retries', () => {
	it('wait a random part of 1, 2, 4, 8 seconds and give up after four', async () => {
		const { result, times } = await attempt([BROKEN]);
		expect(result).toBe(BROKEN);
		expect(times).toEqual([0, 500, 1500, 3500, 7500]);
	});

	it('give the value of the first attempt that succeeds', async () => {
		const { result, times } = await attempt([BROKEN], { succeedsAt: 3, random: 0 });
		expect(result).toBe('read');
		expect(times).toEqual([0, 0, 0]);
	});

	it('never wait longer than 30 seconds', async () => {
		const { times } = await attempt([BROKEN], { policy: { maxRetries: 9 }, random: 1 });
		const waits = times.slice(1).map((time, index) => time - times[index]);
		expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000, 30_000]);
	});

	it.each([
		['is not marked', faultOf({ httpCode: 400, retryable: false })],
		['must not be sent again', faultOf({ retryable: true, retry: { mostRetries: 0 } })],
	])('are not made of a fault that %s', async (_, fault) => {
		expect(await attempt([fault])).toMatchObject({ result: fault, times: [0] });
	});

	it('are not made of an error that is no fault', async () => {
		const error = new TypeError('a mistake');
		const work = async () => await Promise.reject(error);
		const clock = new VirtualClock();
		const environment = { now: clock.now, sleep: clock.sleep, random: () => 0 };
		await expect(withRetries(work, DEFAULT_RETRY_POLICY, environment)).rejects.toBe(error);
	});

	it('of a fault that allows fewer are fewer, and wait at least what it asks for', async () => {
		const download = faultOf({
			retryable: true,
			retry: { mostRetries: 1, leastWaitMilliseconds: 1000 },
		});
		const { times, result } = await attempt([download]);
		expect(result).toBe(download);
		expect(times).toEqual([0, 1500]);
	});

	it('of several faults count together, and each for itself', async () => {
		const once = faultOf({ retryable: true, retry: { mostRetries: 1 } }, 'once');
		const { times, result } = await attempt([once, BROKEN, once], { random: 0 });
		expect(result).toBe(once);
		expect(times).toHaveLength(3);
	});

	it('of throttles cost no retry, but time: ten minutes in all', async () => {
		const { times, result } = await attempt([THROTTLED], { random: 1 });
		expect(result).toBe(THROTTLED);
		expect(times.at(-1)).toBeGreaterThan(570_000);
		expect(times.at(-1)).toBeLessThanOrEqual(600_000);
		const mixed = await attempt([...Array<Fault>(10).fill(THROTTLED), BROKEN], { random: 0 });
		expect(mixed.times).toHaveLength(15);
	});

	it('wait exactly as long as the service asks, whatever the fault', async () => {
		const asking = [
			faultOf({ retryable: true, retry: { throttle: 'tokens', retryAfterMilliseconds: 7000 } }),
			faultOf({ retryable: true, retry: { retryAfterMilliseconds: 45_000 } }),
		];
		const { times } = await attempt(asking, { succeedsAt: 3 });
		expect(times).toEqual([0, 7000, 52_000]);
	});

	it.each([
		['at once', 0, 60],
		['after a millisecond', 1, 601],
	])('end after ten minutes where a throttle asks for the next one %s', async (_, wait, most) => {
		const fault = faultOf({
			retryable: true,
			retry: { throttle: 'requests', retryAfterMilliseconds: wait },
		});
		const { times, result } = await attempt([fault]);
		expect(result).toBe(fault);
		expect(times.length).toBeLessThanOrEqual(most);
		expect(times.at(-1)).toBeLessThanOrEqual(600_000);
	});

	it('are not made when the service asks for more than the waiting budget', async () => {
		const fault = faultOf({ retryable: true, retry: { retryAfterMilliseconds: 700_000 } });
		expect((await attempt([fault])).times).toEqual([0]);
	});

	it('tell what is going on, and nothing that may hold a secret', async () => {
		const { notices } = await attempt([THROTTLED], { succeedsAt: 2 });
		expect(notices).toEqual([
			{
				attempt: 1,
				code: 'rate_limited',
				throttle: 'requests',
				httpCode: 429,
				requestId: 'r-1',
				waitMilliseconds: 500,
			},
		]);
	});

	it('end at once when they are aborted, in a wait and after an attempt', async () => {
		const clock = new VirtualClock();
		const stop = new AbortController();
		const { signal } = stop;
		const environment = { now: clock.now, sleep: clock.sleep, random: () => 1, signal };
		const work = jest.fn(async () => await Promise.reject(BROKEN));
		const waiting = withRetries(work, DEFAULT_RETRY_POLICY, environment);
		const ended = expect(waiting).rejects.toThrow('stopped');
		await clock.advance(300);
		stop.abort(new Error('stopped'));
		await ended;
		expect(clock.waiting).toBe(0);
		expect(work).toHaveBeenCalledTimes(1);
	});

	it('count the time in line for the limiter as waiting, but not before the first attempt', async () => {
		const clock = new VirtualClock();
		const limiter = new RateLimiter(clock, 1);
		await clock.run(limiter.acquire());
		const environment = { now: clock.now, sleep: clock.sleep, random: () => 0, limiter };
		const policy = { maxRetries: 4, waitingBudgetMilliseconds: 100_000 };
		const work = jest.fn(async () => await Promise.reject(BROKEN));
		await clock.run(withRetries(work, policy, environment).catch(() => undefined));
		expect(work).toHaveBeenCalledTimes(3);
	});

	it.each([
		['a success', undefined, 'succeeded'],
		['a throttle', THROTTLED, 'throttled'],
		['a refusal for another reason', faultOf({ httpCode: 400 }), 'succeeded'],
		['a broken service', faultOf({ httpCode: 500 }), undefined],
		['a broken connection', faultOf({}), undefined],
	])('tell the limiter of %s', async (_, fault, told) => {
		const calls: string[] = [];
		const limiter = {
			acquire: async () =>
				await Promise.resolve({
					succeeded: () => calls.push('succeeded'),
					throttled: () => calls.push('throttled'),
				}),
		};
		const clock = new VirtualClock();
		const environment = { now: clock.now, sleep: clock.sleep, random: () => 0, limiter };
		const work = async () => await (fault ? Promise.reject(fault) : Promise.resolve('read'));
		const policy = { maxRetries: 0, waitingBudgetMilliseconds: -1 };
		await withRetries(work, policy, environment).catch(() => undefined);
		expect(calls).toEqual(told ? [told] : []);
	});
});

describe('Retry-After', () => {
	const date = 'Sat, 10 Oct 2026 08:00:00 GMT';

	it.each<[Record<string, unknown>, number | undefined]>([
		[{ 'retry-after': '7' }, 7000],
		[{ 'retry-after': 0 }, 0],
		[{ 'retry-after': 'Sat, 10 Oct 2026 08:00:30 GMT', date }, 30_000],
		[{ 'retry-after': 'Sat, 10 Oct 2026 07:59:30 GMT', date }, 0],
		[{ 'retry-after': 'Sat, 10 Oct 2026 08:00:30 GMT' }, undefined],
		[{ 'retry-after': '-5', date }, undefined],
		[{ 'retry-after': 'soon', date }, undefined],
		[{}, undefined],
	])('of %j is %s ms', (headers, milliseconds) => {
		expect(readRetryAfter(headers)).toBe(milliseconds);
	});
});
