import { Limiters } from '../../nodes/QwenOcr/dashscope/pace/limiters';
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
		const limiters = new Limiters(new VirtualClock());
		const limiter = limiters.of(ACCOUNT);
		expect(limiters.of({ ...ACCOUNT })).toBe(limiter);
		expect(limiters.of({ ...ACCOUNT, baseUrl: `${ACCOUNT.baseUrl}/api` })).toBe(limiter);
		expect(limiters.of({ ...ACCOUNT, ...other })).not.toBe(limiter);
	});

	it('take a changed ceiling', async () => {
		const clock = new VirtualClock();
		const limiters = new Limiters(clock);
		await clock.run(limiters.of(ACCOUNT).acquire());
		const limiter = limiters.of({ ...ACCOUNT, requestsPerMinute: 6000 });
		await clock.run(limiter.acquire());
		expect(clock.now()).toBeLessThanOrEqual(11);
	});

	it('hold no key', () => {
		const limiters = new Limiters(new VirtualClock());
		limiters.of(ACCOUNT);
		const [[name]] = Reflect.get(limiters, 'limiters') as Map<string, unknown>;
		expect(name).toContain('qwen-vl-ocr');
		expect(name).not.toContain('sk-test');
	});

	it('are bounded: the one that was not used for longest goes, but not while it is waited for', async () => {
		const clock = new VirtualClock();
		const limiters = new Limiters(clock, 2);
		const busy = limiters.of({ ...ACCOUNT, model: 'busy' });
		await clock.run(busy.acquire());
		const waiting = busy.acquire();
		const idle = limiters.of({ ...ACCOUNT, model: 'idle' });
		limiters.of({ ...ACCOUNT, model: 'third' });
		expect(limiters.size).toBe(2);
		expect(limiters.of({ ...ACCOUNT, model: 'busy' })).toBe(busy);
		expect(limiters.of({ ...ACCOUNT, model: 'idle' })).not.toBe(idle);
		await clock.run(waiting);
	});
});

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
