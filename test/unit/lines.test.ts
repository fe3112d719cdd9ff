import fc from 'fast-check';
import { normalizeAngle, readLines } from '../../nodes/QwenOcr/results/lines';
import { manyRuns } from './propertyRuns';

/** Boxes recorded from the service (contract, section 10.2), with what a reader of the page sees. */
const recorded = [
	['INTERNATIONAL', '1704,390,4314,390,4314,675,1704,675', '3009,532,285,2610,90', '1704,390', 0],
	[
		'MOTHER LANGUAGE',
		'1368,804,4626,804,4626,1089,1368,1089',
		'2997,946,285,3258,90',
		'1368,804',
		0,
	],
	['DAY', '2682,1242,3336,1242,3336,1527,2682,1527', '3009,1384,285,654,90', '2682,1242', 0],
	['你好!', '5058,819,5670,633,5928,846,5316,1032', '5493,832,279,825,73', '5058,819', -16.9],
	['Привіт!', '24,936,198,780,930,981,756,1137', '477,959,886,197,15', '198,780', 15.4],
	['Bonjour!', '720,2016,894,1860,1626,2061,1452,2217', '1173,2038,886,197,15', '894,1860', 15.4],
	['Merhaba!', '-30,2244,114,2112,846,2313,696,2445', '408,2279,863,167,15', '114,2112', 15.4],
	['Ciao!', '1632,2322,2058,2322,2058,2487,1632,2487', '1845,2404,165,426,90', '1632,2322', 0],
	['Hello!', '2514,2196,3312,2196,3312,2445,2514,2445', '2913,2320,249,798,90', '2514,2196', 0],
	['Ola!', '3882,2400,4176,2400,4176,2541,3882,2541', '4029,2470,141,294,90', '3882,2400', 0],
	[
		'שלום רב!',
		'4218,2103,4884,1851,5064,1974,4398,2226',
		'4641,2039,179,837,69',
		'4218,2103',
		-20.7,
	],
	['Salam!', '5136,2190,5730,2028,5874,2163,5280,2325', '5505,2176,168,719,75', '5136,2190', -15.3],
	['OpenAI 兼容', '46,55,205,55,205,87,46,87', '125,71,159,32,0', '46,55', 0],
	['DashScope', '272,55,415,55,415,87,272,87', '344,71,32,143,90', '272,55', 0],
	['Python', '82,175,169,175,169,207,82,207', '126,191,32,87,90', '82,175', 0],
	['Java', '234,175,289,175,289,207,234,207', '262,191,55,32,0', '234,175', 0],
	['curl', '356,175,401,175,401,207,356,207', '378,191,32,45,90', '356,175', 0],
	['Audience', '52,54,250,57,249,106,52,103', '150,80,49,197,-89', '52,54', 0.9],
] as const;

function numbers(list: string): number[] {
	return list.split(',').map(Number);
}

describe('recorded lines', () => {
	test.each(recorded)('%s', (text, location, rotateRect, start, angle) => {
		const [line] = readLines([
			{ text, location: numbers(location), rotateRect: numbers(rotateRect) },
		]);
		expect([line.polygon[0].x, line.polygon[0].y]).toEqual(numbers(start));
		expect(line.angle).toBe(angle);
	});

	test.each(recorded)(
		'%s, whatever corner the service begins with',
		(text, location, rotateRect, start, angle) => {
			const corners = numbers(location);
			for (const shift of [2, 4, 6]) {
				const turned = [...corners.slice(shift), ...corners.slice(0, shift)];
				const [line] = readLines([{ text, location: turned, rotateRect: numbers(rotateRect) }]);
				expect([line.polygon[0].x, line.polygon[0].y]).toEqual(numbers(start));
				expect(line.angle).toBe(angle);
			}
		},
	);
});

test('corners beyond the picture are moved inside, after the angle was taken', () => {
	const word = {
		text: 'Merhaba!',
		location: numbers('-30,2244,114,2112,846,2313,696,2445'),
		rotateRect: [408, 2279, 863, 167, 15],
	};
	const [line] = readLines([word], { width: 800, height: 2400 });
	expect(line.angle).toBe(15.4);
	expect(line.polygon).toEqual([
		{ x: 114, y: 2112 },
		{ x: 800, y: 2313 },
		{ x: 696, y: 2400 },
		{ x: 0, y: 2244 },
	]);
	expect(line.box).toEqual({ x: 0, y: 2112, width: 800, height: 288 });
});

describe('lines whose longer side does not show the direction', () => {
	test.each([
		['one character, upright', '1', '10,10,30,10,30,50,10,50', [20, 30, 20, 40, 0], 0, '10,10'],
		['one character, turned', '1', '10,10,50,10,50,30,10,30', [30, 20, 20, 40, 90], 90, '50,10'],
		[
			'stacked characters',
			'竖排文字',
			'10,10,30,10,30,200,10,200',
			[20, 105, 20, 190, 0],
			0,
			'10,10',
		],
		[
			'text that runs down the page',
			'spine',
			'10,10,30,10,30,200,10,200',
			[20, 105, 190, 20, 90],
			90,
			'30,10',
		],
		[
			'the half turn of -90',
			'spine',
			'10,10,30,10,30,200,10,200',
			[20, 105, 190, 20, -90],
			90,
			'30,10',
		],
	])('%s keep the angle of the answer', (_name, text, location, rotateRect, angle, start) => {
		const [line] = readLines([{ text, location: numbers(location), rotateRect }]);
		expect(line.angle).toBe(angle);
		expect([line.polygon[0].x, line.polygon[0].y]).toEqual(numbers(start));
	});
});

test('entries without four corners are left out', () => {
	const rotateRect = [1, 1, 1, 1, 0];
	expect(
		readLines([
			{ text: 'a', location: [1, 2, 3], rotateRect },
			{ text: 'b', location: [1, 2, 3, 4, 5, 6, 7, NaN], rotateRect },
		]),
	).toEqual([]);
});

test('any box comes out clockwise, inside the picture, with its angle in (-90, 90]', () => {
	const coordinate = fc.integer({ min: -500, max: 5000 });
	const box = fc.record({
		text: fc.string(),
		location: fc.array(coordinate, { minLength: 8, maxLength: 8 }),
		rotateRect: fc.array(coordinate, { minLength: 5, maxLength: 5 }),
	});
	fc.assert(
		fc.property(box, (word) => {
			const [line] = readLines([word], { width: 4000, height: 3000 });
			expect(line.angle).toBeGreaterThan(-90);
			expect(line.angle).toBeLessThanOrEqual(90);
			expect(line.polygon).toHaveLength(4);
			for (const { x, y } of line.polygon) {
				expect(x >= 0 && x <= 4000 && y >= 0 && y <= 3000).toBe(true);
			}
		}),
		manyRuns(),
	);
});

test('a line that is turned by any angle begins at its reading start', () => {
	const angles = fc.integer({ min: -74, max: 74 });
	const sizes = fc.record({
		length: fc.integer({ min: 60, max: 900 }),
		thickness: fc.integer({ min: 10, max: 30 }),
	});
	fc.assert(
		fc.property(
			angles,
			sizes,
			fc.integer({ min: 0, max: 3 }),
			(degrees, { length, thickness }, shift) => {
				const turn = (degrees * Math.PI) / 180;
				const corner = (along: number, across: number) => [
					1000 + along * Math.cos(turn) - across * Math.sin(turn),
					1000 + along * Math.sin(turn) + across * Math.cos(turn),
				];
				const corners = [
					corner(0, 0),
					corner(length, 0),
					corner(length, thickness),
					corner(0, thickness),
				];
				const location = [...corners.slice(shift), ...corners.slice(0, shift)].flat();
				const [line] = readLines([{ text: 'text', location, rotateRect: [0, 0, 0, 0, 45] }]);
				expect(line.angle).toBeCloseTo(degrees, 1);
				expect(line.polygon[0].x).toBeCloseTo(1000, 6);
				expect(line.polygon[0].y).toBeCloseTo(1000, 6);
			},
		),
		manyRuns(),
	);
});

test.each([
	[0, 0],
	[90, 90],
	[-90, 90],
	[91, -89],
	[180, 0],
	[-89, -89],
	[450, 90],
])('the direction %d degrees is %d', (degrees, expected) => {
	expect(normalizeAngle(degrees)).toBe(expected);
});
