import fc from 'fast-check';
import { RateLimiter } from '../../nodes/QwenOcr/dashscope/pace/rateLimiter';
import type { Permit } from '../../nodes/QwenOcr/dashscope/pace/rateLimiter';
import { VirtualClock } from './pace/virtualClock';
import { manyRuns } from './propertyRuns';

const clocks = () => {
	const clock = new VirtualClock();
	const limiterOf = (requestsPerMinute: number) => new RateLimiter(clock, requestsPerMinute);
	return { clock, limiterOf };
};

/** Takes that many permits one after another; gives when each came, in ms from now. */
async function take(
	clock: VirtualClock,
	limiter: RateLimiter,
	count: number,
	answer: (permit: Permit) => void = (permit) => permit.succeeded(),
): Promise<number[]> {
	const start = clock.now();
	const times: number[] = [];
	for (let index = 0; index < count; index++) {
		const permit = await clock.run(limiter.acquire());
		times.push(clock.now() - start);
		answer(permit);
	}
	return times;
}

const throttle = (permit: Permit) => permit.throttled({ kind: 'requests' });

describe('the rate limiter', () => {
	it('lets the first request go at once and spaces the others evenly, a little under the ceiling', async () => {
		const { clock, limiterOf } = clocks();
		const times = await take(clock, limiterOf(600), 11);
		expect(times[0]).toBe(0);
		expect(times[10]).toBeGreaterThanOrEqual(1000);
		expect(times[10]).toBeLessThanOrEqual(1050);
		const gaps = times.slice(1).map((time, index) => time - times[index]);
		expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThanOrEqual(1);
	});

	it('gives no credit for an idle time', async () => {
		const { clock, limiterOf } = clocks();
		const limiter = limiterOf(600);
		await take(clock, limiter, 5);
		await clock.advance(5000);
		const times = await take(clock, limiter, 2);
		expect(times).toEqual([0, 104]);
	});

	it('makes up for late timers, by 25 ms at most', async () => {
		const { clock } = clocks();
		let late = 0;
		const sleep = async (milliseconds: number) => await clock.sleep(milliseconds + late);
		const limiter = new RateLimiter({ now: clock.now, sleep }, 600);
		await take(clock, limiter, 1);
		late = 2;
		expect((await take(clock, limiter, 50)).at(-1)).toBeLessThan(50 * 103.1 + 5);
		late = 80;
		const [first] = await take(clock, limiter, 1);
		late = 0;
		const [second] = await take(clock, limiter, 1);
		expect(first).toBeGreaterThan(180);
		expect(second).toBeGreaterThanOrEqual(78);
	});

	it('does not hold anything back without a ceiling', async () => {
		const { clock, limiterOf } = clocks();
		expect(await take(clock, limiterOf(0), 200)).toEqual(Array(200).fill(0));
	});

	it('drops at once on a throttle, and comes back', async () => {
		const { clock, limiterOf } = clocks();
		const limiter = limiterOf(600);
		await take(clock, limiter, 20);
		await take(clock, limiter, 1, throttle);
		const dropped = await take(clock, limiter, 2, () => undefined);
		expect(dropped[1] - dropped[0]).toBeGreaterThanOrEqual(110);
		await take(clock, limiter, 400);
		const recovered = await take(clock, limiter, 2);
		expect(recovered[1] - recovered[0]).toBeLessThanOrEqual(104);
	});

	it('takes the throttles of one moment as one', async () => {
		const gapAfter = async (throttles: number) => {
			const { clock, limiterOf } = clocks();
			const limiter = limiterOf(600);
			const permits: Permit[] = [];
			await take(clock, limiter, 10, (permit) => permits.push(permit));
			permits.slice(-throttles).forEach(throttle);
			const [first, second] = await take(clock, limiter, 2, () => undefined);
			return second - first;
		};
		expect(await gapAfter(1)).toBeGreaterThan(110);
		expect(await gapAfter(10)).toBe(await gapAfter(1));
	});

	it('learns a limit without a ceiling when many requests are throttled, but not from a few', async () => {
		const { clock, limiterOf } = clocks();
		const limiter = limiterOf(0);
		for (let index = 0; index < 300; index++) {
			const permit = await clock.run(limiter.acquire());
			if (index % 33 === 0) throttle(permit);
			else permit.succeeded();
			await clock.advance(10);
		}
		expect(await take(clock, limiter, 3)).toEqual([0, 0, 0]);
		await take(clock, limiter, 30, throttle);
		const times = await take(clock, limiter, 3, () => undefined);
		expect(times[2]).toBeGreaterThan(0);
	});

	it('never goes below one request in four seconds, or a lower ceiling', async () => {
		for (const [ceiling, gap] of [
			[600, 4000],
			[6, 10_310],
		]) {
			const { clock, limiterOf } = clocks();
			const limiter = limiterOf(ceiling);
			await take(clock, limiter, 40, throttle);
			const times = await take(clock, limiter, 2, () => undefined);
			expect(times[1] - times[0]).toBeLessThanOrEqual(gap);
			expect(times[1] - times[0]).toBeGreaterThanOrEqual(0.95 * gap);
		}
	});

	it.each([
		[5000, 5000],
		[7_200_000, 600_000],
	])('holds all back for a Retry-After of %d ms, at most ten minutes', async (asked, held) => {
		const { clock, limiterOf } = clocks();
		const limiter = limiterOf(600);
		await take(clock, limiter, 1, (permit) =>
			permit.throttled({ kind: 'requests', retryAfterMilliseconds: asked }),
		);
		const [first, second] = await take(clock, limiter, 2);
		expect(first).toBe(held);
		expect(second - first).toBeGreaterThanOrEqual(78);
	});

	it('lets in those who wait in the order in which they came', async () => {
		const { clock, limiterOf } = clocks();
		const limiter = limiterOf(60);
		const order: number[] = [];
		const waiting = [0, 1, 2, 3, 4].map(async (index) => {
			await limiter.acquire();
			order.push(index);
		});
		await clock.run(Promise.all(waiting));
		expect(order).toEqual([0, 1, 2, 3, 4]);
	});

	it('lets go of a waiter at once when it is aborted, and gives its place to the next', async () => {
		const { clock, limiterOf } = clocks();
		const limiter = limiterOf(60);
		await take(clock, limiter, 1);
		const stop = new AbortController();
		const aborted = [limiter.acquire(stop.signal), limiter.acquire(stop.signal)];
		const next = limiter.acquire();
		const start = clock.now();
		await clock.advance(500);
		stop.abort(new Error('stopped'));
		await expect(Promise.all(aborted)).rejects.toThrow('stopped');
		await expect(aborted[1]).rejects.toThrow('stopped');
		expect(clock.now() - start).toBe(500);
		await clock.run(next);
		expect(clock.now() - start).toBeLessThanOrEqual(1035);
		expect(clock.waiting).toBe(0);
	});

	it('refuses a signal that is aborted already', async () => {
		const { limiterOf } = clocks();
		await expect(limiterOf(600).acquire(AbortSignal.abort(new Error('stopped')))).rejects.toThrow(
			'stopped',
		);
	});

	it('takes a new ceiling within a second', async () => {
		const { clock, limiterOf } = clocks();
		const limiter = limiterOf(1);
		await take(clock, limiter, 1);
		const waiting = limiter.acquire();
		await clock.advance(10);
		limiter.setCeiling(600);
		const start = clock.now();
		await clock.run(waiting);
		expect(clock.now() - start).toBeLessThanOrEqual(1000);
	});

	it('does not stand still when the clock is set back', async () => {
		const { clock } = clocks();
		let offset = 3_600_000;
		const now = () => clock.now() + offset;
		const limiter = new RateLimiter({ now, sleep: clock.sleep }, 600);
		await take(clock, limiter, 1, (permit) =>
			permit.throttled({ kind: 'requests', retryAfterMilliseconds: 2000 }),
		);
		offset = 0;
		const times = await take(clock, limiter, 2);
		expect(times[1]).toBeLessThan(2500);
	});

	it('lets every waiter in, whatever is answered and whoever gives up', async () => {
		const event = fc.constantFrom('succeed', 'throttle', 'tokens', 'hold', 'abort', 'silent');
		await fc.assert(
			fc.asyncProperty(
				fc.array(event, { minLength: 1, maxLength: 40 }),
				fc.constantFrom(0, 1, 60, 600, 1200),
				async (events, ceiling) => {
					const { clock, limiterOf } = clocks();
					const limiter = limiterOf(ceiling);
					const ended = events.map(async (name) => {
						const stop = new AbortController();
						if (name === 'abort') void clock.sleep(100).then(() => stop.abort());
						const permit = await limiter.acquire(stop.signal).catch(() => undefined);
						if (name === 'succeed') permit?.succeeded();
						if (name === 'throttle') permit?.throttled({ kind: 'requests' });
						if (name === 'tokens') permit?.throttled({ kind: 'tokens' });
						if (name === 'hold') {
							permit?.throttled({ kind: 'burst', retryAfterMilliseconds: 1500 });
						}
					});
					await clock.run(Promise.all(ended));
					await clock.run(limiter.acquire());
				},
			),
			manyRuns(),
		);
	});
});
