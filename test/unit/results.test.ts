import fc from 'fast-check';
import { readAnswerJson } from '../../nodes/QwenOcr/results/answerJson';
import { fenceLanguage, readAnswerText, stripFences } from '../../nodes/QwenOcr/results/answerText';
import { readFields } from '../../nodes/QwenOcr/results/fields/readFields';
import { readLocatedText } from '../../nodes/QwenOcr/results/locatedText';
import { readDocument, readFormula } from '../../nodes/QwenOcr/results/markup';
import { markIncomplete } from '../../nodes/QwenOcr/results/completeness';
import { manyRuns } from './propertyRuns';

describe('the text of an answer', () => {
	test.each([
		['```json\n{"a": 1}\n```', '{"a": 1}'],
		['```html\n<table></table>```', '<table></table>'],
		['  ```latex\r\nx^2\r\n```  ', 'x^2'],
		['```json\n{"a": 1', '{"a": 1'],
		['plain text\nof two lines', 'plain text\nof two lines'],
		['```\nno language\n```', 'no language'],
		['```json\n[]\n```\nA remark.', '[]\nA remark.'],
		['a ``` inside', 'a ``` inside'],
		['```hello```', '```hello```'],
		['```json5\n{a: 1}\n```', '{a: 1}'],
		['Here it is:\n```json\n{}\n```', 'Here it is:\n{}'],
		['```html\n<p>1</p>\n```\n\n```html\n<p>2</p>\n```', '<p>1</p>\n<p>2</p>'],
	])('%j loses its fence', (text, expected) => {
		expect(stripFences(text)).toBe(expected);
	});

	it("prefers the service's cleaned text", () => {
		expect(readAnswerText({ text: 'aa aa', processedText: 'aa' })).toBe('aa');
		expect(readAnswerText({ text: 'aa', processedText: ' ' })).toBe('aa');
	});

	it('names the language of a fence', () => {
		expect(fenceLanguage('```LaTeX\nx')).toBe('latex');
		expect(fenceLanguage('x')).toBe('');
	});

	it('gives back whatever a fence held', () => {
		const content = fc.string().filter((text) => !text.includes('```') && text === text.trim());
		fc.assert(
			fc.property(content, (text) => {
				expect(stripFences(`\`\`\`json\n${text}\n\`\`\``)).toBe(text);
			}),
			manyRuns(),
		);
	});
});

describe('JSON in an answer', () => {
	test.each([
		['{"a": [1, 2]}', { a: [1, 2] }, false],
		['Here it is: {"a": 1} as asked.', { a: 1 }, true],
		["{'a': 'b', }", { a: 'b' }, true],
		['[{"a": 1,}]', [{ a: 1 }], true],
	])('%j is read', (text, value, repaired) => {
		expect(readAnswerJson(text)).toEqual({ value, repaired });
	});

	test.each(['', 'no JSON at all', '42', '"text"', 'null', '} {'])('%j holds none', (text) => {
		expect(readAnswerJson(text)).toBeUndefined();
	});

	it('is not looked for at any price', () => {
		const started = performance.now();
		readAnswerJson('"a'.repeat(500_000));
		readAnswerJson('{"a'.repeat(350_000));
		expect(performance.now() - started).toBeLessThan(3000);
	});

	it('reads back any JSON and never throws on other text', () => {
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue()), fc.string(), (value, noise) => {
				expect(readAnswerJson(JSON.stringify(value))?.repaired).toBe(false);
				readAnswerJson(noise);
				readAnswerJson(`${noise}${JSON.stringify(value).slice(0, -1)}${noise}`);
			}),
			manyRuns(),
		);
	});
});

describe('fields', () => {
	const answer = { text: '```json\n{"a": "from text"}\n```', finishReason: 'stop' };

	it('come from kv_result rather than from the text', () => {
		const { parts, text } = readFields({ ...answer, keyValues: { a: 'from kv_result' } });
		expect(parts.fields).toEqual({ a: 'from kv_result' });
		expect(text).toBe('{"a": "from text"}');
	});

	it('come from the text where there is no kv_result', () => {
		expect(readFields(answer).parts.fields).toEqual({ a: 'from text' });
	});

	it('are null where the service marks them as missing, at every depth', () => {
		const keyValues = {
			a: 'null',
			b: null,
			c: '',
			d: ' ',
			e: { f: 'null', g: ['null', 'x'] },
			h: 0,
		};
		expect(readFields({ ...answer, keyValues }).parts.fields).toEqual({
			a: null,
			b: null,
			c: null,
			d: null,
			e: { f: null, g: [null, 'x'] },
			h: 0,
		});
	});

	it('are null where the schema asks for more than came, and keep what came beyond it', () => {
		const schema = { a: '', b: { c: '', d: '' }, list: [{ e: '', f: '' }], gone: [{ g: '' }] };
		const keyValues = { a: '1', b: { c: '2' }, list: [{ e: '3' }], extra: '4' };
		expect(readFields({ ...answer, keyValues }, schema).parts.fields).toEqual({
			a: '1',
			b: { c: '2', d: null },
			list: [{ e: '3', f: null }],
			gone: [],
			extra: '4',
		});
		expect(readFields({ text: '', finishReason: 'length' }, { a: '' }).parts.fields).toEqual({
			a: null,
		});
	});

	it('come from the text when kv_result is empty', () => {
		expect(readFields({ ...answer, keyValues: {} }).parts.fields).toEqual({ a: 'from text' });
	});

	it('are not repaired in an answer that does not say it is complete', () => {
		expect(readFields({ text: '{"a": "b", "c', finishReason: 'unknown' }).parts.fields).toEqual({});
	});

	it('say so when the JSON had to be repaired', () => {
		const result = readFields({ text: "{'a': 'b',}", finishReason: 'stop' });
		expect(result.parts.fields).toEqual({ a: 'b' });
		expect(result.reasons[0].code).toBe('repaired');
		expect(result.warnings).toHaveLength(1);
	});

	it('stay empty for an answer that was cut off, instead of closing its JSON by guess', () => {
		const result = readFields({ text: '```json\n{"a": "b", "c": "12', finishReason: 'length' });
		expect(result.parts.fields).toEqual({});
		expect(result.text).toBe('{"a": "b", "c": "12');
	});

	it('are marked for review when the answer holds no JSON', () => {
		const result = readFields({ text: 'I cannot read this.', finishReason: 'stop' });
		expect(result.reasons.map(({ code }) => code)).toEqual(['unreadable_answer']);
	});

	it('named "items" hold a list at the top of the answer', () => {
		expect(readFields({ ...answer, keyValues: [{ a: '1' }] }).parts.fields).toEqual({
			items: [{ a: '1' }],
		});
	});
});

test('a cut answer is a warning that says what to do, and a reason for review', () => {
	const result = { text: 'a', parts: {}, reasons: [], warnings: [] };
	expect(markIncomplete(result, 'stop')).toEqual(result);
	expect(markIncomplete(result, 'unknown').reasons[0].code).toBe('unfinished');
	const round = { ...result, text: 'and so on and on\n'.repeat(60) };
	expect(markIncomplete(round, 'stop').reasons[0].code).toBe('repeated');
	const marked = markIncomplete(result, 'length');
	expect(marked.reasons[0].code).toBe('truncated');
	expect(marked.warnings[0]).toContain('Max Tokens');
});

describe('formulas and documents', () => {
	test.each([
		['$$x^2$$', 'x^2'],
		['```latex\n\\begin{align*}a&=b\\end{align*}\n```', '\\begin{align*}a&=b\\end{align*}'],
		['\\[ a \\]', 'a'],
		['$$a$$ $$b$$', '$$a$$ $$b$$'],
	])('%j is the formula %j', (text, latex) => {
		expect(readFormula({ text }).parts).toEqual({ latex });
	});

	it('tells LaTeX from Markdown', () => {
		expect(readDocument({ text: '```latex\n\\section{A}\n```' }).parts).toEqual({
			latex: '\\section{A}',
		});
		expect(readDocument({ text: '\\begin{tabular}{l}a\\end{tabular}' }).parts).toHaveProperty(
			'latex',
		);
		expect(readDocument({ text: '$$\\begin{aligned}a\\end{aligned}$$' }).parts).toHaveProperty(
			'markdown',
		);
		expect(readDocument({ text: 'plain' }, 'latex').parts).toEqual({ latex: 'plain' });
		expect(readDocument({ text: '# A\n\n| a |\n|---|' }).parts).toEqual({
			markdown: '# A\n\n| a |\n|---|',
		});
	});
});

describe('positions', () => {
	const rotateRect = [5, 5, 10, 10, 0];
	const placed = { text: 'a', location: [0, 0, 9, 0, 9, 9, 0, 9], rotateRect };

	it('that are missing are counted in a warning, and no text is lost', () => {
		const result = readLocatedText({
			text: '',
			words: [placed, { text: 'b', location: [NaN], rotateRect }],
		});
		expect(result.text).toBe('a\nb');
		expect(result.warnings).toEqual(['1 of 2 lines came without a usable position.']);
	});

	it('that did not come leave the text as it is', () => {
		expect(readLocatedText({ text: '[{"text": "a"}]' })).toMatchObject({
			text: '[{"text": "a"}]',
			parts: { lines: [] },
		});
		expect(readLocatedText({ text: '```json\n[]\n```', words: [] })).toMatchObject({
			text: '',
			warnings: [],
		});
	});
});
