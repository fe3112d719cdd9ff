import { Fault } from '../../nodes/QwenOcr/fault';
import type { Field } from '../../nodes/QwenOcr/fieldLists/field';
import { readTypedSchema } from '../../nodes/QwenOcr/fieldLists/readTypedSchema';
import { toTypedSchema } from '../../nodes/QwenOcr/fieldLists/toTypedSchema';

function read(hint: string): { sent: string; field: Field } {
	const { schema, fields } = readTypedSchema({ a: hint });
	return { sent: String(schema.a), field: fields[0] };
}

describe('a hint with types', () => {
	test.each<[string, string, Partial<Field>]>([
		['Total incl. tax {amount, required}', 'Total incl. tax', { type: 'amount', required: true }],
		['{date}', '', { type: 'date' }],
		['{ Required , DateTime } ', '', { type: 'dateTime', required: true }],
		['含税金额{amount，required}', '含税金额', { type: 'amount', required: true }],
		['State {choice: A | B | A}', 'State', { type: 'choice', choices: ['A', 'B'] }],
		['性别 {choice：男｜女}', '性别', { type: 'choice', choices: ['男', '女'] }],
		['{required}', '', { type: 'text', required: true }],
		['IBAN {iban}', 'IBAN', { type: 'text', format: 'iban' }],
		['{date, isoDate}', '', { type: 'date', format: 'isoDate' }],
		['No. {text, pattern: ^\\d+$}', 'No.', { format: 'pattern', pattern: '^\\d+$' }],
		['{pattern: ^[a-z]{2,3}, x$}', '', { type: 'text', pattern: '^[a-z]{2,3}, x$' }],
		['{required, Pattern:^\\p{Lu}{2}}', '', { required: true, pattern: '^\\p{Lu}{2}' }],
		['Name {as printed} {text}', 'Name {as printed}', { type: 'text' }],
		['Name {date} {text}', 'Name {date}', { type: 'text' }],
	])('%j sends %j', (hint, sent, expected) => {
		const result = read(hint);
		expect(result.sent).toBe(sent);
		expect(result.field).toMatchObject({ description: sent, ...expected });
	});

	test.each([
		'',
		' Printed label ',
		'Name {as printed}',
		'Name {date as printed}',
		'Number {大写}',
		'Date {YYYY-MM-DD}',
		'Number {see: page 2}',
		'{text printed at the top: the total}',
		'Empty {}',
		'Odd {,}',
		'Total {amount} on page 1',
		'{{amount',
		'}',
		'the braces {a} {b: c d}',
	])('%j is for the service alone', (hint) => {
		const result = read(hint);
		expect(result.sent).toBe(hint);
		expect(result.field).toEqual({ path: 'a', type: 'text', description: hint, required: false });
	});

	test.each([
		['{amonut}', 'holds the unknown word "amonut"'],
		['{string, required}', 'holds the unknown word "string"'],
		['{date, as printed}', 'holds the unknown word "as printed"'],
		['{amount: EUR}', 'holds the unknown word "amount: EUR"'],
		['{date | time}', 'holds the unknown word "date | time"'],
		['{date, amount}', 'names two types, amount and date'],
		['{iban, email}', 'names two checks, email and iban'],
		['{iban, pattern: a}', 'names two checks, iban and pattern'],
		['{choice}', 'names no values behind "choice:"'],
		['{choice: | }', 'names no values behind "choice:"'],
		['{pattern: }', 'has nothing behind "pattern:"'],
		['{pattern: (}', 'has the pattern "(", which is not a valid regular expression'],
		['{pattern: ^a$, required}', 'holds "required" behind the pattern'],
	])('%j is refused by the name of its field', (braces, message) => {
		const schema = { seller: [{ total: `Total ${braces}` }] };
		const refused = () => readTypedSchema(schema);
		expect(refused).toThrow(`The hint of "seller[].total" in Result Schema ${message}`);
		expect(refused).toThrow(Fault);
		expect(refused).toThrow(expect.objectContaining({ code: 'invalid_result_schema' }));
	});

	it('of a megabyte is read in no time', () => {
		const started = performance.now();
		for (const piece of ['{', '{a', '{a,', '}', '{ pattern', ', ', '{date as', 'pattern: {']) {
			const hint = piece.repeat(1_000_000 / piece.length) + '}';
			try {
				expect(read(hint).field.path).toBe('a');
			} catch (error) {
				expect(error).toBeInstanceOf(Fault);
			}
		}
		expect(performance.now() - started).toBeLessThan(4000);
	});
});

describe('a schema with types', () => {
	it('is parted into what is sent and what is ours', () => {
		const typed = {
			'Invoice No.': 'top right {required}',
			seller: { taxId: '{euVatNumber}' },
			items: [{ amount: '{amount}' }],
			emails: ['{email}'],
			grid: [['']],
		};
		const { schema, fields } = readTypedSchema(typed);
		expect(schema).toEqual({
			'Invoice No.': 'top right',
			seller: { taxId: '' },
			items: [{ amount: '' }],
			emails: [''],
			grid: [['']],
		});
		expect(fields.map(({ path, type, format }) => [path, type, format])).toEqual([
			['Invoice No\\.', 'text', undefined],
			['seller.taxId', 'text', 'euVatNumber'],
			['items[].amount', 'amount', undefined],
			['emails[]', 'text', 'email'],
			['grid[][]', 'text', undefined],
		]);
	});

	test.each(['', ' ', '__proto__'])('cannot name a field %j', (name) => {
		const schema = Object.fromEntries([[name, 'hint']]);
		expect(() => readTypedSchema(schema)).toThrow('has a field that cannot be named');
	});

	it('of many fields is read in no time', () => {
		const names = Array.from({ length: 50_000 }, (_, index) => [`f${index}`, '{date}']);
		const started = performance.now();
		expect(readTypedSchema(Object.fromEntries(names)).fields).toHaveLength(50_000);
		expect(performance.now() - started).toBeLessThan(5000);
	});

	it('is written as a person would', () => {
		const base = { description: '', required: false } as const;
		const fields: Field[] = [
			{ ...base, path: 'total', type: 'amount', description: 'Total', required: true },
			{ ...base, path: 'note', type: 'text', description: 'Note {as printed}' },
			{ ...base, path: 'odd', type: 'text', description: 'Odd {date}' },
			{ ...base, path: 'bank.iban', type: 'text', format: 'iban', required: true },
			{ ...base, path: 'bank.bic', type: 'text', format: 'pattern', pattern: '^[A-Z]{8}$' },
			{ ...base, path: 'states[]', type: 'choice', choices: ['A', 'B'] },
		];
		expect(JSON.parse(toTypedSchema(fields))).toEqual({
			total: 'Total {amount, required}',
			note: 'Note {as printed}',
			odd: 'Odd {date} {text}',
			bank: { iban: '{iban, required}', bic: '{text, pattern: ^[A-Z]{8}$}' },
			states: ['{choice: A | B}'],
		});
	});
});
