import fc from 'fast-check';
import { readResultSchema } from '../../nodes/QwenOcr/dashscope/resultSchema';
import { Fault } from '../../nodes/QwenOcr/fault';
import type { Field } from '../../nodes/QwenOcr/fieldLists/field';
import { EACH, formatPath, parsePath } from '../../nodes/QwenOcr/fieldLists/fieldPath';
import type { PathStep } from '../../nodes/QwenOcr/fieldLists/fieldPath';
import { readFieldList } from '../../nodes/QwenOcr/fieldLists/readFieldList';
import { toResultSchema } from '../../nodes/QwenOcr/fieldLists/toResultSchema';
import { manyRuns } from './propertyRuns';

const text = { type: 'text', description: '', required: false };

function list(...rows: unknown[]): Field[] {
	return readFieldList({ field: rows });
}

function faultOf(run: () => unknown): Fault {
	try {
		run();
	} catch (error) {
		expect(error).toBeInstanceOf(Fault);
		return error as Fault;
	}
	throw new Error('no fault came');
}

describe('a path', () => {
	test.each<[string, PathStep[]]>([
		['total', ['total']],
		['seller.taxId', ['seller', 'taxId']],
		['lineItems[].amount', ['lineItems', EACH, 'amount']],
		['emails[]', ['emails', EACH]],
		['grid[][]', ['grid', EACH, EACH]],
		['Invoice No\\.', ['Invoice No.']],
		['a\\[\\]\\\\', ['a[]\\']],
		['a.', ['a', '']],
	])('%j has the steps %j', (path, steps) => {
		expect(parsePath(path)).toEqual(steps);
		expect(formatPath(steps)).toBe(path);
	});

	test.each(['a[0]', 'a[]b', 'a]', '[a', 'a\\b', 'a\\'])('%j is none', (path) => {
		expect(parsePath(path)).toBeUndefined();
	});

	it('goes there and back for any names', () => {
		const name = fc.oneof(fc.string(), fc.constantFrom('.', '[]', '\\', 'a.b', '[', '发票'));
		const rest = fc.array(fc.oneof(name, fc.constant(EACH)), { maxLength: 4 });
		fc.assert(
			fc.property(name, rest, (first, steps) => {
				expect(parsePath(formatPath([first, ...steps]))).toEqual([first, ...steps]);
			}),
			manyRuns(),
		);
	});
});

describe('a field list', () => {
	it('is read as n8n gives it', () => {
		const rows = [
			{
				name: 'invoiceNumber',
				type: 'text',
				required: true,
				format: 'pattern',
				pattern: '^R-\\d+$',
			},
			{ name: 'lineItems.amount', type: 'amount', description: ' Amount ' },
			{ name: 'emails', isList: true, format: 'email', choices: 'left, over' },
			{ name: 'state', type: 'choice', choices: 'paid, open，late、paid', format: 'none' },
		];
		expect(list(...rows)).toEqual([
			{ ...text, path: 'invoiceNumber', required: true, format: 'pattern', pattern: '^R-\\d+$' },
			{ ...text, path: 'lineItems.amount', type: 'amount', description: 'Amount' },
			{ ...text, path: 'emails[]', format: 'email' },
			{ ...text, path: 'state', type: 'choice', choices: ['paid', 'open', 'late'] },
		]);
	});

	test.each<[string, unknown, Partial<Field>]>([
		['a row that is not in a list', { field: { name: 'a' } }, { path: 'a' }],
		['the rows alone', [{ name: 'a' }], { path: 'a' }],
		['a number for a name', [{ name: 2024 }], { path: '2024' }],
		['blanks around names', [{ name: ' seller . name ' }], { path: 'seller.name' }],
		['a list named twice', [{ name: 'a[]', isList: true }], { path: 'a[]' }],
		['an escaped dot', [{ name: 'Invoice No\\.' }], { path: 'Invoice No\\.' }],
		['"true" for required', [{ name: 'a', required: 'true' }], { required: true }],
		['null for required', [{ name: 'a', required: null }], { required: false }],
		['a type in capitals', [{ name: 'a', type: 'DATETIME' }], { type: 'dateTime' }],
		['undefined for the type', [{ name: 'a', type: undefined }], { type: 'text' }],
		['a number for a hint', [{ name: 'a', description: 5 }], { description: '5' }],
		[
			'choices in a list',
			[{ name: 'a', type: 'choice', choices: [1, 'b'] }],
			{ choices: ['1', 'b'] },
		],
	])('takes %s', (_, input, expected) => {
		expect(readFieldList(input)).toEqual([expect.objectContaining(expected)]);
	});

	it('brings the fields of a group together', () => {
		const names = ['seller.name', 'total', 'items[].a', 'seller.taxId', 'items[].b'];
		expect(list(...names.map((name) => ({ name }))).map(({ path }) => path)).toEqual([
			'seller.name',
			'seller.taxId',
			'total',
			'items[].a',
			'items[].b',
		]);
	});

	test.each<[unknown[], string]>([
		[[{ name: 'a' }, { name: ' ' }], 'Field 2 has no name'],
		[[{ type: 'date' }], 'Field 1 has no name'],
		[[{ name: {} }], 'Field 1 has a Name that is not a text'],
		[['total'], 'Field 1 is not a field with a name and a type'],
		[[{ name: 'a' }, { name: 'a' }], 'Field 2 "a" has the name of field 1'],
		[
			[{ name: 'seller' }, { name: 'seller.name' }],
			'Field 2 "seller.name" uses "seller" as a group, but in field 1 it is a value',
		],
		[
			[{ name: 'seller.name' }, { name: 'seller' }],
			'Field 2 "seller" uses "seller" as a value, but in field 1 it is a group',
		],
		[
			[{ name: 'items[].a' }, { name: 'items.b' }],
			'Field 2 "items.b" uses "items" as a group, but in field 1 it is a list',
		],
		[
			[{ name: 'items[].a' }, { name: 'items', isList: true }],
			'Field 2 "items[]" uses "items[]" as a value, but in field 1 it is a group',
		],
		[[{ name: 'a.b.c.d' }], 'Field 1 "a.b.c.d" is nested deeper than 3 levels'],
		[[{ name: 'Invoice No.' }], 'Field 1 "Invoice No\\." has an empty part in its name'],
		[[{ name: 'a..b' }], 'has an empty part in its name'],
		[[{ name: 'items[0].a' }], 'Field 1 "items[0].a" has brackets or a backslash in the wrong'],
		[[{ name: 'a\nb' }], 'has a name with characters that no field may have'],
		[[{ name: 'a.__proto__' }], 'has a name with characters that no field may have'],
		[[{ name: 'a', type: 'money' }], 'Field 1 "a" has the unknown Type "money"'],
		[[{ name: 'a', format: 'uuid' }], 'Field 1 "a" has the unknown Format Check "uuid"'],
		[[{ name: 'a', required: 'maybe' }], 'Field 1 "a" has "maybe" for Required'],
		[[{ name: 'a', type: 'choice' }], 'Field 1 "a" has no choices'],
		[[{ name: 'a', type: 'choice', choices: 'x|y' }], 'has the choice "x|y", which holds'],
		[[{ name: 'a', format: 'pattern' }], 'Field 1 "a" has no pattern'],
		[[{ name: 'a', format: 'pattern', pattern: '(' }], 'which is not a valid regular expression'],
		[[{ name: 'a', format: 'pattern', pattern: 'a, date' }], 'holds "date" behind the pattern'],
		[[{ name: 'a', format: 'pattern', pattern: 'a{date' }], 'whose braces do not close'],
		[[], 'The field list has no fields'],
	])('%j is refused', (rows, message) => {
		const fault = faultOf(() => list(...rows));
		expect(fault.message.replace('No.', 'No\\.')).toContain(message);
		expect(fault.code).toBe('invalid_fields');
		expect(fault.description).not.toBe('');
	});

	test.each([undefined, null, '', 5, 'name', {}, { field: 'a' }])('cannot be %j', (input) => {
		expect(faultOf(() => readFieldList(input)).message).toBe('The field list has no fields');
	});

	it('allows three levels, lists not counted', () => {
		expect(list({ name: 'orders[].items[].amount' })).toHaveLength(1);
	});

	it('gives fields or a fault whatever an expression gives', () => {
		const value = fc.oneof(fc.anything(), fc.string(), fc.boolean());
		const names = [
			'name',
			'type',
			'description',
			'required',
			'isList',
			'format',
			'choices',
			'pattern',
		];
		const row = fc.record(Object.fromEntries(names.map((name) => [name, value])), {
			requiredKeys: [],
		});
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.array(row)), (input) => {
				try {
					readResultSchema(toResultSchema(readFieldList(input)));
				} catch (error) {
					expect(error).toMatchObject({ name: 'Fault', code: 'invalid_fields' });
				}
			}),
			manyRuns(),
		);
	});

	it('of ten thousand fields is read in no time', () => {
		const rows = Array.from({ length: 10_000 }, (_, index) => ({ name: `group.field${index}` }));
		const started = performance.now();
		expect(Object.keys(toResultSchema(list(...rows)).group)).toHaveLength(10_000);
		expect(performance.now() - started).toBeLessThan(4000);
	});
});

describe('the schema for the service', () => {
	it('has the nesting and order of the fields, and says in which form values are wanted', () => {
		const fields = list(
			{ name: 'total', type: 'amount', description: 'Total incl. tax', required: true },
			{ name: 'seller.name', description: 'printed at the top' },
			{ name: 'seller.iban', format: 'iban' },
			{ name: 'lineItems[].quantity', type: 'number' },
			{ name: 'lineItems[].date', type: 'date', description: 'Date' },
			{ name: 'printedAt', type: 'dateTime' },
			{ name: 'paid', type: 'boolean', description: 'PAID' },
			{ name: 'sex', type: 'choice', choices: 'M, F' },
			{ name: 'emails', isList: true },
		);
		const schema = toResultSchema(fields);
		expect(JSON.stringify(schema)).toBe(
			JSON.stringify({
				total: 'Total incl. tax (amount as printed, with currency)',
				seller: { name: 'printed at the top', iban: '' },
				lineItems: [{ quantity: 'number as printed', date: 'Date (date as printed)' }],
				printedAt: 'date and time as printed',
				paid: 'PAID (yes or no)',
				sex: 'one of: M, F',
				emails: [''],
			}),
		);
		expect(readResultSchema(schema)).toEqual(schema);
	});
});
