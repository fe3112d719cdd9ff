import fc from 'fast-check';
import { readResultSchema } from '../../nodes/QwenOcr/dashscope/resultSchema';
import { manyRuns } from './propertyRuns';

describe('Result Schema', () => {
	it('is read from text and from an object', () => {
		const schema = { a: '', seller: { name: 'printed at the top' }, items: [{ amount: '' }] };
		expect(readResultSchema(JSON.stringify(schema))).toEqual(schema);
		expect(readResultSchema(schema)).toEqual(schema);
	});

	test.each([
		['', 'is empty (line 1, column 1)'],
		['{\n  "a": ""\n  "b": ""\n}', 'comma expected (line 3, column 3)'],
		['{"a": "",}', 'property name expected (line 1, column 10)'],
		['{"a": "', 'unexpected end of string (line 1, column 7)'],
		['["a"]', 'is not a JSON object (line 1, column 1)'],
		['{\n\t"a": 1\n}', 'the number 1 where a text is expected (line 2, column 7)'],
		['{"a": null}', 'null where a text'],
		['{"a": {}}', 'an object without fields (line 1, column 7)'],
		[
			'{"a": {"b": {"c": {"d": ""}}}}',
			'deeper than 3 levels, which the service does not accept (line 1, column 19)',
		],
		['{"a": ["", ""]}', 'exactly one element'],
		['{"a": "", "a": ""}', 'names the field "a" twice (line 1, column 11)'],
	])('%j is refused with its place', (text, message) => {
		expect(() => readResultSchema(text)).toThrow(message);
	});

	it('with brackets without end is refused with its place', () => {
		expect(() => readResultSchema('{"a":'.repeat(100_000))).toThrow('(line 1, column 501)');
	});

	it('of an undefined expression is refused', () => {
		expect(() => readResultSchema(undefined)).toThrow('Result Schema is empty');
	});

	it('gives a schema or a fault with a place for any text', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
				try {
					readResultSchema(text);
				} catch (error) {
					expect(String(error)).toMatch(/\(line \d+, column \d+\)$/);
				}
			}),
			manyRuns(),
		);
	});
});
