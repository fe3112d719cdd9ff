import fc from 'fast-check';
import { Budget } from '../../nodes/QwenOcr/dashscope/cost/budget';
import type { Reservation } from '../../nodes/QwenOcr/dashscope/cost/budget';
import { VirtualClock } from './pace/virtualClock';
import { manyRuns } from './propertyRuns';

const yuan = (cost: number) => ({ cost, currency: 'CNY' });

describe('the budget of a run', () => {
	it('counts requests in flight, and gives back what they did not cost', () => {
		const budget = new Budget(1);
		const first = budget.reserve(yuan(0.6));
		expect(budget.reserve(yuan(0.6))).toBeUndefined();
		if (first) budget.settle(first, 0.1);
		expect(budget).toMatchObject({ spent: 0.1, reserved: 0 });
		expect(budget.reserve(yuan(0.6))).toBeDefined();
	});

	it('can be spent to its last part', () => {
		const budget = new Budget(0.3);
		const parts = [0.1, 0.1, 0.1].map((cost) => budget.reserve(yuan(cost)));
		expect(parts).not.toContain(undefined);
		expect(budget.reserve(yuan(0.001))).toBeUndefined();
	});

	it('gives back all of what was not sent, and counts nothing twice', () => {
		const budget = new Budget(1);
		const reservation = budget.reserve(yuan(1)) as Reservation;
		budget.release(reservation);
		budget.settle(reservation, 1);
		expect(budget).toMatchObject({ spent: 0, reserved: 0 });
	});

	it('lets a request wait for those in flight, and go when they were cheaper', async () => {
		const budget = new Budget(1);
		const first = budget.reserve(yuan(0.9)) as Reservation;
		const waiting = [budget.reserveInTurn(yuan(0.4)), budget.reserveInTurn(yuan(0.4))];
		budget.settle(first, 0.2);
		const [second] = await Promise.all(waiting);
		expect(budget.reserved).toBeCloseTo(0.8, 12);
		const third = budget.reserveInTurn(yuan(0.5));
		budget.settle(second, 0.4);
		await expect(third).rejects.toThrow(
			'Not sent, as it may cost up to 0.5 CNY: 0.6 of Max Cost 1 CNY are spent',
		);
		await expect(third).rejects.toMatchObject({ code: 'max_cost' });
	});

	it('tells very small amounts as plain decimals', async () => {
		const budget = new Budget(1e-7);
		await expect(budget.reserveInTurn(yuan(2.34e-7))).rejects.toThrow(
			'Not sent, as it may cost up to 0.000000234 CNY: 0 of Max Cost 0.0000001 CNY are spent',
		);
	});

	it('tells the limit as it was entered', async () => {
		await expect(new Budget(1234.5).reserveInTurn(yuan(2000))).rejects.toThrow('Max Cost 1234.5');
	});

	it('refuses at once what can never fit', async () => {
		const budget = new Budget(0.001);
		await expect(budget.reserveInTurn(yuan(0.0029))).rejects.toMatchObject({ code: 'max_cost' });
	});

	it('counts an attempt whose answer never came, and keeps the same for the next', () => {
		const budget = new Budget(1);
		const first = budget.reserve(yuan(0.4)) as Reservation;
		const second = budget.renew(first);
		expect(budget).toMatchObject({ spent: 0.4, reserved: 0.4 });
		expect(() => budget.renew(second)).toThrow(
			expect.objectContaining({
				code: 'max_cost',
				message:
					'Not sent again after an attempt without an answer, as it may cost up to 0.4 CNY more: 0.8 of Max Cost 1 CNY may be spent',
			}),
		);
		expect(budget).toMatchObject({ spent: 0.8, reserved: 0 });
	});

	it('takes one currency only', () => {
		const budget = new Budget(1);
		budget.reserve(yuan(0.1));
		expect(() => budget.reserve({ cost: 0.1, currency: 'USD' })).toThrow(
			'Max Cost counts in CNY, but this item would be billed in USD',
		);
	});

	it('ends a wait at once when it is aborted, and lets the next go on', async () => {
		const budget = new Budget(1);
		const first = budget.reserve(yuan(1)) as Reservation;
		const stop = new AbortController();
		const aborted = budget.reserveInTurn(yuan(0.5), stop.signal);
		const next = budget.reserveInTurn(yuan(0.5));
		stop.abort(new Error('stopped'));
		await expect(aborted).rejects.toThrow('stopped');
		budget.release(first);
		expect(await next).toEqual(yuan(0.5));
	});

	it('is never exceeded, whatever the requests cost, and none is refused for nothing', async () => {
		const anyRequest = fc.record({
			most: fc.integer({ min: 1, max: 100 }),
			part: fc.integer({ min: 0, max: 100 }),
			takes: fc.integer({ min: 0, max: 50 }),
		});
		const property = fc.asyncProperty(
			fc.array(anyRequest, { maxLength: 40 }),
			fc.integer({ min: 1, max: 1000 }),
			async (requests, limit) => {
				const clock = new VirtualClock();
				const budget = new Budget(limit);
				const send = async ({ most, part, takes }: (typeof requests)[number]) => {
					const reservation = await budget.reserveInTurn(yuan(most)).catch(() => undefined);
					expect(budget.spent + budget.reserved).toBeLessThanOrEqual(limit * (1 + 1e-6));
					if (!reservation) return expect(budget.spent + most).toBeGreaterThan(limit);
					await clock.sleep(takes);
					budget.settle(reservation, (most * part) / 100);
				};
				await clock.run(Promise.all(requests.map(send)));
				expect(budget.reserved).toBe(0);
				expect(budget.spent).toBeLessThanOrEqual(limit);
			},
		);
		await fc.assert(property, manyRuns());
	});
});
