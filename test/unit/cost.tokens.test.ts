import fc from 'fast-check';
import {
	mostImageTokens,
	mostTurnedTokens,
	smartResize,
} from '../../nodes/QwenOcr/dashscope/cost/tokens';
import { manyRuns } from './propertyRuns';

const NEWER = { squareSide: 32, minPixels: 3072, maxPixels: 8_388_608 };
const OLDER = { squareSide: 28, minPixels: 3136, maxPixels: 6_422_528 };

const anyRules = fc
	.record({
		squareSide: fc.constantFrom(28, 32),
		bounds: fc.tuple(
			fc.integer({ min: 3136, max: 30_720_000 }),
			fc.integer({ min: 3136, max: 30_720_000 }),
		),
	})
	.map(({ squareSide, bounds }) => ({
		squareSide,
		minPixels: Math.min(...bounds),
		maxPixels: Math.max(...bounds),
	}));

/** Sides of 10 to 12,000 pixels, at most 200:1, as the service takes them. */
const anySize = fc
	.record({
		width: fc.integer({ min: 10, max: 12_000 }),
		height: fc.integer({ min: 10, max: 12_000 }),
	})
	.filter(({ width, height }) => Math.max(width / height, height / width) <= 200);

describe('image tokens', () => {
	it.each([
		[716, 445, 310],
		[509, 265, 130],
		[1425, 1900, 2657],
		[1500, 1734, 2540],
		[480, 234, 107],
		[3000, 1500, 4420],
		[6000, 3000, 8194],
	])('of %d x %d are %d, as recorded', (width, height, tokens) => {
		expect(smartResize({ width, height }, NEWER).tokens).toBe(tokens);
	});

	it.each([
		[1425, 1900, 3470],
		[1500, 1734, 3350],
		[689, 487, 427],
		[6000, 3000, 8194],
	])('of %d x %d are %d with squares of 28', (width, height, tokens) => {
		expect(smartResize({ width, height }, OLDER).tokens).toBe(tokens);
	});

	it.each([
		[1776, 1385, 8_388_608, 2410],
		[1776, 1385, 1_003_520, 947],
	])('of the turned canvas %d x %d up to %d pixels are %d, as recorded', (...row) => {
		const [width, height, maxPixels, tokens] = row;
		expect(smartResize({ width, height }, { ...NEWER, maxPixels }).tokens).toBe(tokens);
	});

	it('round half a square to the even number, as the service does', () => {
		expect(smartResize({ width: 80, height: 112 }, NEWER)).toMatchObject({
			width: 64,
			height: 128,
		});
	});

	it('are never more than those of the largest picture', () => {
		const atMost = fc.property(anySize, anyRules, (size, rules) => {
			expect(smartResize(size, rules).tokens).toBeLessThanOrEqual(mostImageTokens(rules));
		});
		fc.assert(atMost, manyRuns());
	});

	it('of a picture turned by any angle are never more than those of the largest canvas', () => {
		const atMost = fc.property(
			anySize,
			anyRules,
			fc.integer({ max: 180 }),
			(size, rules, degrees) => {
				const angle = (degrees * Math.PI) / 180;
				const [across, along] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))];
				const canvas = {
					width: Math.ceil(size.width * across + size.height * along),
					height: Math.ceil(size.width * along + size.height * across),
				};
				const most = mostTurnedTokens(size, rules);
				expect(smartResize(canvas, rules).tokens).toBeLessThanOrEqual(most);
				expect(most).toBeLessThanOrEqual(mostImageTokens(rules));
			},
		);
		fc.assert(atMost, manyRuns());
	});

	it('of the recorded tilted picture lie between upright and the largest canvas', () => {
		const tilted = { width: 1560, height: 906 };
		expect(smartResize(tilted, NEWER).tokens).toBe(1374);
		expect(mostTurnedTokens(tilted, NEWER)).toBeGreaterThanOrEqual(2410);
		expect(mostTurnedTokens(tilted, NEWER)).toBeLessThan(3200);
	});
});
