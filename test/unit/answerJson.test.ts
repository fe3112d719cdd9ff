import { readAnswerJson } from '../../nodes/QwenOcr/results/answerJson';
import { computingTime } from './computingTime';

test.each([
	["{'a': 'it is', 'b': [1, 2,],}", { a: 'it is', b: [1, 2] }],
	['Here it is: {"a": "x",} – done', { a: 'x' }],
	['{“a”: “x”}', { a: 'x' }],
])('mends slips of the pen: %s', (text, value) => {
	expect(readAnswerJson(text)).toEqual({ value, repaired: true });
});

const HOSTILE = ["'a", '“a', '"a', 'a"', '`a', '"a"b', '"a\n', "a'b ", '{"', '[“'];

test.each(HOSTILE)('gives up on %j over and over within a second', (unit) => {
	for (const length of [1_000, 4_000, 39_000, 1_000_000]) {
		const text = `{${unit.repeat(length / unit.length)}}`;
		expect(computingTime(() => readAnswerJson(text))).toBeLessThan(1_000);
	}
});
