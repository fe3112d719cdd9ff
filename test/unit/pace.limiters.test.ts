import { Limiters } from '../../nodes/QwenOcr/dashscope/pace/limiters';
import type { LimitedAccount } from '../../nodes/QwenOcr/dashscope/pace/limiters';
import { publishedRequestsPerMinute } from '../../nodes/QwenOcr/dashscope/pace/publishedLimits';
import { VirtualClock } from './pace/virtualClock';

const ACCOUNT = {
	baseUrl: 'https://dashscope.aliyuncs.com',
	model: 'qwen-vl-ocr',
	apiKey: 'sk-test-limiters',
	requestsPerMinute: 60,
};

describe('the limiters of a process', () => {
	it.each([
		['host', { baseUrl: 'https://dashscope-intl.aliyuncs.com' }],
		['model', { model: 'qwen3.5-ocr' }],
		['key', { apiKey: 'sk-test-another' }],
	])('are one for each %s', (_, other) => {
		const { limiterOf } = limitersOf();
		const limiter = limiterOf({});
		expect(limiterOf({})).toBe(limiter);
		expect(limiterOf({ baseUrl: `${ACCOUNT.baseUrl}/api` })).toBe(limiter);
		expect(limiterOf(other)).not.toBe(limiter);
	});

	it('take a changed rate of an execution', async () => {
		const { clock, limiterOf } = limitersOf();
		await clock.run(limiterOf({}).acquire());
		await clock.run(limiterOf({ requestsPerMinute: 6000 }).acquire());
		expect(clock.now()).toBeLessThanOrEqual(11);
	});

	it.each([
		['the lower rate first', [6, 600]],
		['the higher rate first', [600, 6]],
		['no limit beside it', [0, 6]],
	])('keep to the lowest rate of the executions that run: %s', async (_what, rates) => {
		const { clock, limiters, limiterOf } = limitersOf();
		const executions = rates.map((requestsPerMinute) => ({ requestsPerMinute }));
		for (const execution of executions) limiterOf(execution, execution);
		const limiter = limiterOf(executions[0], executions[0]);
		for (let count = 0; count < 7; count++) await clock.run(limiter.acquire());
		expect(clock.now()).toBeGreaterThan(60_000);

		const [slow] = executions.filter(({ requestsPerMinute }) => requestsPerMinute === 6);
		limiters.leave(slow);
		const start = clock.now();
		for (let count = 0; count < 10; count++) await clock.run(limiter.acquire());
		expect(clock.now() - start).toBeLessThan(2000);
	});

	it('hold no key', () => {
		const { limiters, limiterOf } = limitersOf();
		limiterOf({});
		const [[name]] = Reflect.get(limiters, 'limiters') as Map<string, unknown>;
		expect(name).toContain('qwen-vl-ocr');
		expect(name).not.toContain('sk-test');
	});

	it('are bounded: the one that was not used for longest goes, but not while it is used', () => {
		const { limiters, limiterOf } = limitersOf(2);
		const ended = {};
		const used = limiterOf({ model: 'used' });
		const unused = limiterOf({ model: 'unused' }, ended);
		limiters.leave(ended);
		limiterOf({ model: 'third' });
		expect(limiters.size).toBe(2);
		expect(limiterOf({ model: 'used' })).toBe(used);
		expect(limiterOf({ model: 'unused' })).not.toBe(unused);
	});
});

it('a limiter that is waited for is kept before one that is only used', async () => {
	const { clock, limiterOf } = limitersOf(2);
	const busy = limiterOf({ model: 'busy' });
	await clock.run(busy.acquire());
	const waiting = busy.acquire();
	const idle = limiterOf({ model: 'idle' });
	limiterOf({ model: 'third' });
	expect(limiterOf({ model: 'busy' })).toBe(busy);
	expect(limiterOf({ model: 'idle' })).not.toBe(idle);
	await clock.run(waiting);
});

function limitersOf(most?: number) {
	const clock = new VirtualClock();
	const limiters = new Limiters(clock, most);
	const only = {};
	return {
		clock,
		limiters,
		limiterOf: (account: Partial<LimitedAccount>, execution: object = only) =>
			limiters.of({ ...ACCOUNT, ...account }, execution),
	};
}

describe('the published requests per minute', () => {
	it.each([
		['qwen-vl-ocr', 600],
		['qwen-vl-ocr-latest', 1200],
		['qwen-vl-ocr-2025-11-20', 1200],
		['qwen-vl-ocr-1120', 1200],
		['qwen-vl-ocr-0413', 600],
		['qwen3.5-ocr', 600],
		['toString', 600],
	])('of %s are %d', (model, requestsPerMinute) => {
		expect(publishedRequestsPerMinute(model)).toBe(requestsPerMinute);
	});
});
