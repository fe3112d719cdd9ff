import type { ReadLine } from './reading/shapes';
import { modelCanvas, rawWord, smallestRectangle, wordInfo, wordLocation } from './wordsInfo';

const BIG = { width: 6000, height: 3000 };
const SMALL = { width: 532, height: 280 };

/** Raw numbers, location and rectangle of the two recorded answers of November 2025. */
const RECORDED: Array<[string, typeof BIG, number[], number[], number[]]> = [
	[
		'INTERNATIONAL',
		BIG,
		[502, 178, 95, 435, 90],
		[1704, 390, 4314, 390, 4314, 675, 1704, 675],
		[3009, 532, 285, 2610, 90],
	],
	[
		'MOTHER LANGUAGE',
		BIG,
		[500, 316, 95, 543, 90],
		[1368, 804, 4626, 804, 4626, 1089, 1368, 1089],
		[2997, 946, 285, 3258, 90],
	],
	[
		'DAY',
		BIG,
		[502, 462, 95, 109, 90],
		[2682, 1242, 3336, 1242, 3336, 1527, 2682, 1527],
		[3009, 1384, 285, 654, 90],
	],
	[
		'你好!',
		BIG,
		[916, 278, 83, 119, 59],
		[5058, 819, 5670, 633, 5928, 846, 5316, 1032],
		[5493, 832, 279, 825, 73],
	],
	[
		'Привіт!',
		BIG,
		[80, 320, 139, 60, 29],
		[24, 936, 198, 780, 930, 981, 756, 1137],
		[477, 959, 886, 197, 15],
	],
	[
		'Bonjour!',
		BIG,
		[196, 680, 139, 60, 29],
		[720, 2016, 894, 1860, 1626, 2061, 1452, 2217],
		[1173, 2038, 886, 197, 15],
	],
	[
		'Merhaba!',
		BIG,
		[68, 760, 139, 51, 29],
		[-30, 2244, 114, 2112, 846, 2313, 696, 2445],
		[408, 2279, 863, 167, 15],
	],
	[
		'Ciao!',
		BIG,
		[308, 802, 55, 71, 90],
		[1632, 2322, 2058, 2322, 2058, 2487, 1632, 2487],
		[1845, 2404, 165, 426, 90],
	],
	[
		'Hello!',
		BIG,
		[486, 774, 83, 133, 90],
		[2514, 2196, 3312, 2196, 3312, 2445, 2514, 2445],
		[2913, 2320, 249, 798, 90],
	],
	[
		'Ola!',
		BIG,
		[672, 824, 47, 49, 90],
		[3882, 2400, 4176, 2400, 4176, 2541, 3882, 2541],
		[4029, 2470, 141, 294, 90],
	],
	[
		'שלום רב!',
		BIG,
		[774, 680, 51, 139, 53],
		[4218, 2103, 4884, 1851, 5064, 1974, 4398, 2226],
		[4641, 2039, 179, 837, 69],
	],
	[
		'Salam!',
		BIG,
		[918, 726, 51, 113, 62],
		[5136, 2190, 5730, 2028, 5874, 2163, 5280, 2325],
		[5505, 2176, 168, 719, 75],
	],
	[
		'OpenAI 兼容',
		SMALL,
		[236, 254, 115, 299, 90],
		[46, 55, 205, 55, 205, 87, 46, 87],
		[125, 71, 159, 32, 0],
	],
	[
		'DashScope',
		SMALL,
		[646, 254, 115, 269, 90],
		[272, 55, 415, 55, 415, 87, 272, 87],
		[344, 71, 32, 143, 90],
	],
	[
		'Python',
		SMALL,
		[236, 684, 115, 163, 90],
		[82, 175, 169, 175, 169, 207, 82, 207],
		[126, 191, 32, 87, 90],
	],
	[
		'Java',
		SMALL,
		[492, 684, 115, 105, 90],
		[234, 175, 289, 175, 289, 207, 234, 207],
		[262, 191, 55, 32, 0],
	],
	[
		'curl',
		SMALL,
		[712, 684, 115, 85, 90],
		[356, 175, 401, 175, 401, 207, 356, 207],
		[378, 191, 32, 45, 90],
	],
];

test.each(RECORDED)('places "%s" as recorded', (_text, canvas, raw, location, rectangle) => {
	expect(wordLocation(raw, canvas)).toEqual(location);
	const [x, y, width, height, angle] = smallestRectangle(location);
	// The recorded service writes a level box with 0 or 90 degrees, now so, now so.
	const own = rectangle[4] === 0 ? [x, y, height, width, angle - 90] : [x, y, width, height, angle];
	own.forEach((value, index) => {
		expect(Math.abs(value - rectangle[index])).toBeLessThanOrEqual(1);
	});
});

test('takes the recorded canvases', () => {
	expect(modelCanvas({ width: 509, height: 265 })).toEqual(SMALL);
	expect(modelCanvas(BIG)).toEqual(BIG);
});

/** A line on a canvas of 1000 by 1000, so that pixels are the model's own numbers. */
function line(text: string, centre: [number, number], size: [number, number], angle: number) {
	const [length, thickness] = size;
	const radians = (angle * Math.PI) / 180;
	const corner = (along: number, across: number) => ({
		x: centre[0] + along * Math.cos(radians) - across * Math.sin(radians),
		y: centre[1] + along * Math.sin(radians) + across * Math.cos(radians),
	});
	const polygon: ReadLine['polygon'] = [
		corner(-length / 2, -thickness / 2),
		corner(length / 2, -thickness / 2),
		corner(length / 2, thickness / 2),
		corner(-length / 2, thickness / 2),
	];
	return { text, confidence: 1, polygon, length, thickness, angle };
}

const SQUARE = { width: 1000, height: 1000 };

test.each([
	[0, [500, 400, 40, 200, 90]],
	[0.4, [500, 400, 40, 200, 90]],
	[15, [500, 400, 200, 40, 15]],
	[-31, [500, 400, 40, 200, 59]],
	[90, [500, 400, 200, 40, 90]],
	[-90, [500, 400, 200, 40, 90]],
	[180, [500, 400, 40, 200, 90]],
])('writes a line at %d degrees as %j', (angle, raw) => {
	const word = rawWord(line('Total', [500, 400], [200, 40], angle), SQUARE);
	expect(word).toEqual({ rotate_rect: raw, text: 'Total' });
});

test.each([0, 15, -31, 90, -60])('keeps the place of a line at %d degrees', (angle) => {
	const read = line('Total', [500, 400], [200, 40], angle);
	const { location } = wordInfo(rawWord(read, SQUARE), SQUARE);
	const found = [0, 2, 4, 6].map((at) => ({ x: location[at], y: location[at + 1] }));
	for (const { x, y } of read.polygon) {
		const nearest = Math.min(...found.map((point) => Math.hypot(point.x - x, point.y - y)));
		expect(nearest).toBeLessThan(3);
	}
});

test('tells by angle 0 that a narrow character stands upright', () => {
	const level = rawWord(line('1', [500, 400], [20, 30], 0), SQUARE);
	const lying = rawWord(line('1', [500, 400], [20, 30], 90), SQUARE);
	expect(wordInfo(level, SQUARE).rotate_rect).toEqual([500, 400, 20, 30, 0]);
	expect(wordInfo(lying, SQUARE).rotate_rect).toEqual([500, 400, 20, 30, 90]);
});
