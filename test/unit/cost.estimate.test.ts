import fc from 'fast-check';
import { estimate } from '../../nodes/QwenOcr/dashscope/cost/estimate';
import type { RequestToEstimate } from '../../nodes/QwenOcr/dashscope/cost/estimate';
import { findPrice } from '../../nodes/QwenOcr/dashscope/cost/prices';
import { readPrices } from '../../nodes/QwenOcr/dashscope/cost/readPrices';
import { textTokens } from '../../nodes/QwenOcr/dashscope/cost/textTokens';
import { manyRuns } from './propertyRuns';

const PAGE = { width: 1425, height: 1900 };
const REQUEST: RequestToEstimate = {
	model: 'qwen-vl-ocr',
	task: 'text_recognition',
	pictures: [PAGE],
	pixels: {},
};
const PRICE = findPrice(readPrices(undefined), 'qwen-vl-ocr', 'cn-beijing');

describe('the estimate of a request', () => {
	it('is its picture, its prompt and the longest answer, with their price', () => {
		expect(estimate(REQUEST, PRICE)).toEqual({
			inputTokens: 2657 + 35,
			outputTokens: 4096,
			cost: ((2657 + 35) * 0.3 + 4096 * 0.5) / 1_000_000,
			currency: 'CNY',
		});
	});

	it('has no cost without a price', () => {
		expect(estimate(REQUEST, undefined)).toEqual({ inputTokens: 2692, outputTokens: 4096 });
	});

	it.each<[string, Partial<RequestToEstimate>, number, number]>([
		['a picture of unknown size', { pictures: [undefined] }, 8194 + 35, 4096],
		['two pictures', { pictures: [PAGE, PAGE] }, 2 * 2657 + 35, 4096],
		['a limit of pixels', { pixels: { maxPixels: 1_003_520 }, pictures: [undefined] }, 1017, 4096],
		['Max Tokens', { maxTokens: 500 }, 2692, 500],
		['more than the model takes', { pictures: Array(9).fill(undefined) }, 30_000, 4096],
		['positions, billed above the rule', { task: 'advanced_recognition' }, 2923 + 33, 4096],
		['an older model', { model: 'qwen-vl-ocr-0413' }, 3470 + 35, 4096],
		['the newest model', { model: 'qwen3.5-ocr' }, 2692, 16_384],
		['a model that nobody knows', { model: 'mine', pictures: [undefined] }, 8194 + 35, 16_384],
		[
			'a PDF of ten pages by URL',
			{ pictures: [], pdfPages: 10, model: 'qwen3.5-ocr' },
			82_290,
			163_840,
		],
		['a prompt', { task: undefined, prompt: 'Read the total, in euros' }, 2657 + 35 + 12, 4096],
	])('for %s', (_, change, inputTokens, outputTokens) => {
		expect(estimate({ ...REQUEST, ...change }, undefined)).toEqual({ inputTokens, outputTokens });
	});

	it.each<[string, Partial<RequestToEstimate>, number]>([
		['text', { pictures: [{ width: 480, height: 234 }] }, 107 + 24],
		[
			'positions',
			{ task: 'advanced_recognition', pictures: [{ width: 509, height: 265 }] },
			142 + 33,
		],
		[
			'positions, large',
			{ task: 'advanced_recognition', pictures: [{ width: 6000, height: 3000 }] },
			1862 + 33,
		],
		['a turned page', { enableRotate: true, pictures: [{ width: 1560, height: 906 }] }, 2410 + 24],
		[
			'fields',
			{
				task: 'key_information_extraction',
				pictures: [{ width: 716, height: 445 }],
				resultSchema: { 乘车日期: '', 发票: { 发票代码: '', 发票号码: '' } },
			},
			524,
		],
	])('is not below what the recorded request used: %s', (_, change, used) => {
		expect(estimate({ ...REQUEST, ...change }, undefined).inputTokens).toBeGreaterThanOrEqual(used);
	});

	it('is never lower for a picture of unknown size than for one that is known', () => {
		const side = fc.integer({ min: 50, max: 9000 });
		const property = fc.property(side, side, fc.boolean(), (width, height, enableRotate) => {
			const known = estimate({ ...REQUEST, enableRotate, pictures: [{ width, height }] }, PRICE);
			const unknown = estimate({ ...REQUEST, enableRotate, pictures: [undefined] }, PRICE);
			expect(unknown.cost).toBeGreaterThanOrEqual(known.cost ?? Infinity);
		});
		fc.assert(property, manyRuns());
	});
});

describe('text tokens', () => {
	it.each([
		['', 0],
		['发票号码', 4],
		['Read all the text in the image.', 16],
		['合计 1', 3],
	])('of %j are %d', (text, tokens) => {
		expect(textTokens(text)).toBe(tokens);
	});
});
