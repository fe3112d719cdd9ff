import { textRegions } from './reading/detection';
import {
	convexHull,
	cornersOf,
	fromReadingStart,
	grown,
	smallestRectangle,
	weightedMedian,
} from './reading/geometry';
import { assembleLines } from './reading/lineAssembly';
import { turnDecision } from './reading/orientation';
import { decodeLine } from './reading/recognition';
import { resize, turnedHalf } from './reading/resample';
import type { Polygon } from './reading/shapes';

const box = (left: number, top: number, right: number, bottom: number): Polygon => [
	{ x: left, y: top },
	{ x: right, y: top },
	{ x: right, y: bottom },
	{ x: left, y: bottom },
];
const radians = (degrees: number) => (degrees * Math.PI) / 180;
const rounded = (polygon: Polygon) =>
	polygon.map(({ x, y }) => [Math.round(x), Math.round(y)].map((value) => value + 0));

describe('geometry', () => {
	it('keeps only the outer corners in a hull', () => {
		const hull = convexHull([...box(0, 0, 4, 2), { x: 2, y: 1 }, { x: 2, y: 0 }]);
		expect(hull).toHaveLength(4);
		expect(hull).toEqual(expect.arrayContaining(box(0, 0, 4, 2)));
	});

	it.each([0, 12, -30, 45, 80])('finds a rectangle turned by %d degrees again', (degrees) => {
		const made = { centre: { x: 50, y: 40 }, width: 60, height: 10, angle: radians(degrees) };
		const found = smallestRectangle(convexHull(cornersOf(made)));
		expect(found.width * found.height).toBeCloseTo(600);
		expect(Math.max(found.width, found.height)).toBeCloseTo(60);
		expect(found.centre.x).toBeCloseTo(50);
		expect(found.centre.y).toBeCloseTo(40);
	});

	it('grows a rectangle on all sides', () => {
		const rectangle = { centre: { x: 10, y: 10 }, width: 10, height: 4, angle: 0 };
		expect(cornersOf(grown(rectangle, 2))).toEqual(box(3, 6, 17, 14));
	});

	it('refuses a rectangle around nothing', () => {
		expect(() => smallestRectangle([])).toThrow('at least one point');
	});

	it.each([
		[
			'level',
			0,
			[
				[0, 0],
				[40, 0],
				[40, 10],
				[0, 10],
			],
		],
		[
			'downwards',
			90,
			[
				[40, 0],
				[40, 10],
				[0, 10],
				[0, 0],
			],
		],
		[
			'upside down',
			180,
			[
				[40, 10],
				[0, 10],
				[0, 0],
				[40, 0],
			],
		],
	])('starts at the reading start of %s text', (_, degrees, corners) => {
		const shuffled: Polygon = [
			{ x: 0, y: 10 },
			{ x: 40, y: 0 },
			{ x: 0, y: 0 },
			{ x: 40, y: 10 },
		];
		expect(rounded(fromReadingStart(shuffled, radians(degrees)))).toEqual(corners);
	});

	it('weighs values for their median', () => {
		const entries = [
			{ value: 1, weight: 1 },
			{ value: 9, weight: 5 },
			{ value: 5, weight: 1 },
		];
		expect(weightedMedian(entries)).toBe(9);
		expect(weightedMedian([])).toBe(0);
	});
});

describe('lines from pieces', () => {
	it('joins pieces of one line, parts columns and goes down the page', () => {
		const pieces = [box(0, 60, 200, 80), box(400, 0, 600, 20), box(105, 1, 200, 21)];
		const lines = assembleLines([...pieces, box(0, 0, 100, 20)]);
		expect(rounded(lines[0])).toEqual([
			[0, 0],
			[200, 1],
			[200, 21],
			[0, 20],
		]);
		expect(lines.slice(1).map((line) => line[0])).toEqual([
			{ x: 400, y: 0 },
			{ x: 0, y: 60 },
		]);
	});

	it('lets a side note read downwards from its top right', () => {
		const lines = assembleLines([box(0, 0, 300, 20), box(0, 30, 300, 50), box(400, 0, 420, 200)]);
		const note = lines.find((line) => line.some(({ x }) => x === 420));
		expect(note?.[0]).toEqual({ x: 420, y: 0 });
		expect(note?.[1]).toEqual({ x: 420, y: 200 });
	});
});

describe('which way up', () => {
	const upright = { isTurned: false, certainty: 0.99 };
	const turned = { isTurned: true, certainty: 0.99 };

	it('turns the whole page by its sure majority', () => {
		const decision = turnDecision([turned, turned, { isTurned: false, certainty: 0.6 }]);
		expect(decision).toEqual({ isPageTurned: true, turnLine: [true, true, true] });
	});

	it('does not believe a single turned line', () => {
		const decision = turnDecision([upright, upright, upright, upright, turned]);
		expect(decision).toEqual({
			isPageTurned: false,
			turnLine: [false, false, false, false, false],
		});
	});

	it('turns sure lines where many differ', () => {
		expect(turnDecision([upright, upright, turned]).turnLine).toEqual([false, false, true]);
	});
});

describe('pixels', () => {
	const row = { data: Uint8Array.from([0, 0, 0, 90, 90, 90, 200, 200, 200, 110, 110, 110]) };

	it('shrinks by the mean', () => {
		expect([...resize({ ...row, width: 4, height: 1 }, 2, 1).data]).toEqual([
			45, 45, 45, 155, 155, 155,
		]);
	});

	it('turns by half', () => {
		const { data } = turnedHalf({ data: Uint8Array.from([1, 2, 3, 4, 5, 6]), width: 2, height: 1 });
		expect([...data]).toEqual([4, 5, 6, 1, 2, 3]);
	});

	it('outlines what the model takes for text, not single specks', () => {
		const width = 12;
		const map = new Float32Array(width * 6);
		for (let y = 1; y < 4; y++) map.fill(0.9, y * width + 2, y * width + 8);
		map[5 * width + 11] = 0.9;
		const outlines = textRegions(map, width, 6);
		expect(outlines).toHaveLength(1);
		expect(convexHull(outlines[0])).toEqual(expect.arrayContaining(box(2, 1, 8, 4)));
	});
});

describe('decoding a line', () => {
	const characters = ['', '1', '2', 'a', '.', ' '];
	const decode = (steps: Array<[best: number, space?: number]>) => {
		const scores = new Float32Array(steps.length * characters.length);
		steps.forEach(([best, space], step) => {
			scores[step * characters.length + 5] = space ?? 0;
			scores[step * characters.length + best] = 0.8;
		});
		return decodeLine(scores, characters.length, characters);
	};

	it.each<[string, Array<[number, number?]>, string]>([
		['folds repeats, not characters parted by a blank', [[1], [1], [0], [1], [2]], '112'],
		['sees a word space that barely stirs', [[3], [0, 0.004], [3]], 'a a'],
		['asks for more between digits', [[1], [0, 0.004], [2], [0, 0.03], [1]], '12 1'],
		['leaves a decimal point closed', [[1], [0, 0.1], [4], [0, 0.1], [2]], '1.2'],
		['is empty for blanks', [[0], [0]], ''],
	])('%s', (_, steps, text) => {
		const decoded = decode(steps);
		expect(decoded.text).toBe(text);
		expect(decoded.confidence).toBeCloseTo(text === '' ? 0 : 0.8);
	});
});
