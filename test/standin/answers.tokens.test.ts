import { findModel } from './models';
import { textTokens } from './textOverhead';
import { countTokens, imageTokens, splitTokens, turnedCanvas } from './tokens';
import type { Task } from './nativeRequest';

const NEWER = { factor: 32, minPixels: 3072, maxPixels: 8_388_608 };
const OLDER = { factor: 28, minPixels: 3136, maxPixels: 6_422_528 };

test.each([
	[716, 445, 310],
	[509, 265, 130],
	[1425, 1900, 2657],
	[1500, 1734, 2540],
	[480, 234, 107],
	[3000, 1500, 4420],
	[6000, 3000, 8194],
])('counts the image tokens of %i x %i pixels as recorded: %i', (width, height, tokens) => {
	expect(imageTokens({ width, height }, NEWER)).toBe(tokens);
});

test.each([
	[1425, 1900, 3470],
	[1500, 1734, 3350],
	[689, 487, 427],
	[6000, 3000, 8194],
])('counts %i x %i pixels with the older models as documented: %i', (width, height, tokens) => {
	expect(imageTokens({ width, height }, OLDER)).toBe(tokens);
});

test('grows a picture below min_pixels', () => {
	expect(imageTokens({ width: 10, height: 10 }, NEWER)).toBe(2 * 2 + 2);
});

test('counts a page levelled from 20 degrees on its larger canvas, as recorded', () => {
	const canvas = turnedCanvas({ width: 1560, height: 906 }, 20);
	expect(canvas).toEqual({ width: 1776, height: 1385 });
	expect(imageTokens(canvas, NEWER)).toBe(2410);
	expect(imageTokens(canvas, { ...NEWER, minPixels: 3136, maxPixels: 1_003_520 })).toBe(947);
});

test('splits text into tokens that together are the text', () => {
	const text = '合计: 12.50 EUR\nTotal';
	expect(splitTokens(text)).toEqual(['合', '计', ': 12', '.50 ', 'EUR', '\n', 'Tota', 'l']);
	expect(countTokens('')).toBe(0);
});

const model = findModel('qwen-vl-ocr-latest')!;
const recordedSchema = {
	乘车日期: '对应图中乘车日期时间，格式为年-月-日，比如2025-03-05',
	发票: {
		发票代码: '提取图中的发票代码，通常为一组数字或字母组合',
		发票号码: '提取发票上的号码，通常由纯数字组成。',
	},
};

test.each<[Task | null, string, object | null, number]>([
	['text_recognition', '', null, 24],
	['multi_lan', '', null, 24],
	['formula_recognition', '', null, 28],
	['advanced_recognition', 'ignored', null, 33],
	['document_parsing', '', null, 55],
	['table_parsing', '', null, 74],
	['key_information_extraction', '', recordedSchema, 214],
	[null, 'Read all the text in the image.', null, 24],
	[null, '', null, 24],
])('counts the text of %s with prompt "%s" as recorded', (task, prompt, schema, tokens) => {
	expect(textTokens({ model, task, prompt, schema: schema && { ...schema } })).toBe(tokens);
});
