import { asDecimal } from '../../nodes/QwenOcr/dashscope/cost/asDecimal';
import { readPaceSettings } from '../../nodes/QwenOcr/parameters/paceSettings';
import { RunTotals } from '../../nodes/QwenOcr/reading/runTotals';

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

	it('is a plain decimal in the hint of a run', () => {
		const totals = new RunTotals();
		const usage = { inputTokens: 1, outputTokens: 0, imageTokens: 0, totalTokens: 1 };
		totals.add(usage, { cost: 4.3e-8, currency: 'USD' });
		expect(totals.inWords('2026-09')).toBe(
			'Read with 1 request: 1 tokens, about 0.000000043 USD (prices of 2026-09)',
		);
	});

	it('is a plain decimal in the message about an option', () => {
		expect(() => readPaceSettings({ maxCost: -1e-7 })).toThrow('Max Cost is -0.0000001');
	});
});
