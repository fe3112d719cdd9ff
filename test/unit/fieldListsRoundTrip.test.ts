import fc from 'fast-check';
import { readResultSchema } from '../../nodes/QwenOcr/dashscope/resultSchema';
import type { ResultSchema } from '../../nodes/QwenOcr/dashscope/resultSchema';
import { Fault } from '../../nodes/QwenOcr/fault';
import { FIELD_TYPES, NAMED_FORMATS } from '../../nodes/QwenOcr/fieldLists/field';
import { readFieldList } from '../../nodes/QwenOcr/fieldLists/readFieldList';
import { readTypedSchema } from '../../nodes/QwenOcr/fieldLists/readTypedSchema';
import { toResultSchema } from '../../nodes/QwenOcr/fieldLists/toResultSchema';
import { toTypedSchema } from '../../nodes/QwenOcr/fieldLists/toTypedSchema';
import { manyRuns } from './propertyRuns';

const part = fc.constantFrom(
	'a',
	'b',
	'total',
	'发票',
	'Invoice No\\.',
	'2024',
	'7',
	'constructor',
);
const name = fc
	.array(fc.tuple(part, fc.constantFrom('', '', '[]')), { minLength: 1, maxLength: 3 })
	.map((parts) => parts.map(([word, list]) => word + list).join('.'));

const braces = fc.constantFrom(
	'{date}',
	'{as printed}',
	' {',
	'}',
	'{text,',
	'required}',
	'{a, b}',
);
const description = fc.array(fc.oneof(fc.string(), braces)).map((pieces) => pieces.join(' '));
const pattern = fc.oneof(
	fc.constantFrom('^\\d{3} {1,2}x$', '^(a|b), c$', '\\p{Lu}+', '[{}]', '{a', 'x, y}', '\\{date'),
	fc.string({ minLength: 1 }),
);

const row = fc.record({
	name,
	type: fc.constantFrom(...FIELD_TYPES),
	description,
	required: fc.boolean(),
	isList: fc.boolean(),
	format: fc.constantFrom('none', 'pattern', ...NAMED_FORMATS),
	pattern,
	choices: fc.constantFrom('A, B', '男、女', 'one choice', 'a {b, c'),
});

const hint = fc.oneof(
	description,
	fc
		.tuple(
			description,
			fc.subarray([...FIELD_TYPES, ...NAMED_FORMATS, 'required'], { maxLength: 3 }),
		)
		.map(([words, types]) => `${words} {${types.join(',')}}`),
	fc.tuple(description, pattern).map(([words, expression]) => `${words}{pattern: ${expression}}`),
	fc.tuple(description, fc.string()).map(([words, choices]) => `${words} {choice: ${choices}}`),
);
const key = fc.oneof(fc.string(), fc.constantFrom('a.b', 'a[]', '\\', '7', '发票号码', 'toString'));
const { schema: typedSchema } = fc.letrec<{ schema: ResultSchema; value: ResultSchema[string] }>(
	(tie) => ({
		schema: fc.dictionary(key, tie('value'), { minKeys: 1, maxKeys: 4, noNullPrototype: true }),
		value: fc.oneof(
			{ maxDepth: 3, withCrossShrink: true },
			hint,
			tie('schema'),
			fc.tuple(tie('value')),
		),
	}),
);

/** What `run` gives, undefined where it refuses its input. */
function unlessRefused<Value>(run: () => Value): Value | undefined {
	try {
		return run();
	} catch (error) {
		expect(error).toBeInstanceOf(Fault);
		return undefined;
	}
}

test('a field list becomes a typed schema and the same list again', () => {
	let accepted = 0;
	fc.assert(
		fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
			const fields = unlessRefused(() => readFieldList({ field: rows }));
			if (!fields) return;
			accepted++;
			const typed = readResultSchema(toTypedSchema(fields));
			expect(readTypedSchema(typed).fields).toEqual(fields);
		}),
		manyRuns(),
	);
	expect(accepted).toBeGreaterThan(manyRuns().numRuns / 10);
});

test('a typed schema becomes a field list and the same schema again', () => {
	let accepted = 0;
	fc.assert(
		fc.property(typedSchema, (typed) => {
			const read = unlessRefused(() => readTypedSchema(readResultSchema(typed)));
			if (!read) return;
			accepted++;
			const written = toTypedSchema(read.fields);
			const again = readTypedSchema(readResultSchema(written));
			expect(again).toEqual(read);
			expect(toTypedSchema(again.fields)).toBe(written);
			expect(Object.keys(toResultSchema(read.fields))).toEqual(Object.keys(read.schema));
		}),
		manyRuns(),
	);
	expect(accepted).toBeGreaterThan(manyRuns().numRuns / 10);
});
