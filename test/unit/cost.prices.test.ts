import {
	costOf,
	currencyOf,
	findPrice,
	requirePrice,
} from '../../nodes/QwenOcr/dashscope/cost/prices';
import { readPrices } from '../../nodes/QwenOcr/dashscope/cost/readPrices';
import { MODELS } from '../../nodes/QwenOcr/dashscope/models';
import { Fault } from '../../nodes/QwenOcr/fault';

const LISTED = readPrices(undefined);

describe('prices', () => {
	it.each([
		['qwen-vl-ocr', 'cn-beijing', { input: 0.3, output: 0.5, currency: 'CNY' }],
		['qwen-vl-ocr', 'ap-southeast-1', { input: 0.07, output: 0.16, currency: 'USD' }],
		['qwen-vl-ocr-1120', 'us-east-1', { input: 0.07, output: 0.16, currency: 'USD' }],
		['qwen3.5-ocr', 'cn-beijing', { input: 0.5, output: 2, currency: 'CNY' }],
		['qwen-vl-ocr-2024-10-28', 'cn-beijing', { input: 5, output: 5, currency: 'CNY' }],
		['qwen-vl-ocr', 'custom', { input: 0.07, output: 0.16, currency: 'USD' }],
		['qwen3.5-ocr', 'custom', { input: 0.069, output: 0.275, currency: 'USD' }],
		['qwen3.5-ocr', 'ap-southeast-1', undefined],
		['another-model', 'cn-beijing', undefined],
	] as const)('of %s in %s are %j', (model, region, price) => {
		expect(findPrice(LISTED, model, region)).toEqual(price);
	});

	it('are known for every model in every region that offers it', () => {
		for (const { name, regions } of MODELS) {
			for (const region of regions) {
				expect(findPrice(LISTED, name, region)).toMatchObject({ currency: currencyOf(region) });
			}
		}
	});

	it('of the user come first, with their currency or that of the region', () => {
		const prices = readPrices(
			'{"qwen-vl-ocr": {"input": 1, "output": 2, "currency": "EUR"}, "*": {"input": 0, "output": 9}}',
		);
		expect(findPrice(prices, 'qwen-vl-ocr', 'cn-beijing')).toEqual({
			input: 1,
			output: 2,
			currency: 'EUR',
			isOwn: true,
		});
		expect(findPrice(prices, 'another-model', 'cn-beijing')).toEqual({
			input: 0,
			output: 9,
			currency: 'CNY',
			isOwn: true,
		});
	});

	it('are by the million tokens', () => {
		const usage = { inputTokens: 2_000_000, outputTokens: 500_000 };
		expect(costOf(usage, { input: 0.3, output: 0.5 })).toBeCloseTo(0.85, 12);
	});

	it('that are not known keep a run with a Max Cost from starting', () => {
		const ask = () => requirePrice(LISTED, 'another-model', 'cn-beijing');
		expect(ask).toThrow('Max Cost cannot be kept, as the price of another-model is not known here');
	});
});

describe('the option Prices', () => {
	it.each([undefined, null, '', '  ', '{}', {}])('%j leaves the price table as it is', (input) => {
		expect(readPrices(input).own.size).toBe(0);
	});

	it.each([
		['{"a": ', 'Prices is not a JSON object'],
		['[1]', 'Prices is not a JSON object'],
		[7, 'Prices is not a JSON object'],
		['{"a": 1}', 'Prices has no input price for a'],
		['{"a": {"input": 1}}', 'Prices has no output price for a'],
		['{"a": {"input": "1", "output": 1}}', 'Prices has no input price for a'],
		['{"a": {"input": -1, "output": 1}}', 'Prices has no input price for a'],
		['{"a": {"input": 1, "output": 1, "currency": "yuan"}}', 'a currency for a that is not three'],
		['{"a": {"input": 1, "output": 1, "per": 1000}}', 'Prices has "per" for a'],
	])('%j is refused: %s', (input, message) => {
		expect(() => readPrices(input)).toThrow(message);
		expect(() => readPrices(input)).toThrow(expect.objectContaining({ code: 'invalid_option' }));
		expect(() => readPrices(input)).toThrow(Fault);
	});
});
