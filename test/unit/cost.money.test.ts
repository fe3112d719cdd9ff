import { asDecimal } from '../../nodes/QwenOcr/dashscope/cost/asDecimal';
import { readPaceSettings } from '../../nodes/QwenOcr/parameters/paceSettings';
import type { Price } from '../../nodes/QwenOcr/dashscope/cost/prices';
import { UsageSum } from '../../nodes/QwenOcr/reading/usageSum';

const LISTED: Price = { input: 0.043, output: 0.072, currency: 'USD' };
const OWN: Price = { input: 2, output: 0, currency: 'EUR', isOwn: true };

describe('an amount of money', () => {
	test.each([
		[1e-7, '0.0000001'],
		[1.23456e-9, '0.00000000123'],
		[0, '0'],
		[0.30000000000000004, '0.3'],
		[0.0029, '0.0029'],
		[1234.5, '1230'],
		[1e21, '1000000000000000000000'],
		[-1e-7, '-0.0000001'],
	])('%d is written as %s', (amount, text) => {
		expect(asDecimal(amount, 3)).toBe(text);
	});

	test.each([
		[1234.5, '1234.5'],
		[0.1 + 0.2, '0.3'],
		[2.5e-7, '0.00000025'],
	])('%d that a person entered is written as %s', (amount, text) => {
		expect(asDecimal(amount)).toBe(text);
	});

	it.each<[string, Price[], string]>([
		['listed', [LISTED], '0.000000043 USD (prices of 2026-09)'],
		['their own', [OWN], '0.000002 EUR (the option Prices)'],
		[
			'both',
			[LISTED, OWN, LISTED],
			'0.000000086 USD and 0.000002 EUR (prices of 2026-09, the option Prices)',
		],
	])('is a plain decimal in the hint of a run, where prices are %s', (_whose, prices, words) => {
		const totals = new UsageSum();
		const usage = { inputTokens: 1, outputTokens: 0, imageTokens: 0, totalTokens: 1 };
		for (const price of prices) totals.add(usage, price);
		expect(totals.inWords('2026-09')).toMatch(/^\d requests?: \d tokens, about /);
		expect(totals.inWords('2026-09').split(', about ')[1]).toBe(words);
	});

	it('is a plain decimal in the message about an option', () => {
		expect(() => readPaceSettings({ maxCost: -1e-7 })).toThrow('Max Cost is -0.0000001');
	});
});
