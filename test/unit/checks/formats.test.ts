import fc from 'fast-check';
import { checkFormat, formatCheckOf, FORMATS } from '../../../nodes/QwenOcr/results/checks/formats';
import { readPattern } from '../../../nodes/QwenOcr/results/checks/pattern';
import { NAMED_FORMATS } from '../../../nodes/QwenOcr/fieldLists/field';
import { manyRuns } from '../propertyRuns';
import { computingTime } from '../computingTime';

describe('the format checks', () => {
	it('are those that field lists know, A to Z by name', () => {
		expect(FORMATS.map(({ value }) => value).sort()).toEqual([...NAMED_FORMATS, 'pattern'].sort());
		const names = FORMATS.map(({ name }) => name.toLowerCase());
		expect(names).toEqual([...names].sort());
	});

	test.each([
		['iban', 'DE89 3704 0044 0532 0130 00'],
		['iban', 'GB29NWBK60161331926819'],
		['iban', 'IBAN: FR14 2004 1010 0505 0001 3M02 606'],
		['iban', 'no93 8601 1117 947'],
		['iban', 'ＤＥ８９３７０４００４４０５３２０１３０００'],
		['iban', 'MT84 MALT 0110 0001 2345 MTLC AST0 01S'],
		['cardNumber', '4111 1111 1111 1111'],
		['cardNumber', '3782-822463-10005'],
		['cardNumber', '6222021234567890128'],
		['chineseIdNumber', '11010519491231002X'],
		['chineseIdNumber', '110105 19491231 002x'],
		['chineseIdNumber', '440524188001010014'],
		['chineseCreditCode', '91350100M000100Y43'],
		['chineseCreditCode', '9144030071526726XG'],
		['euVatNumber', 'DE 123 456 789'],
		['euVatNumber', 'ATU12345678'],
		['euVatNumber', 'BE 0123.456.789'],
		['euVatNumber', 'NL123456789B01'],
		['euVatNumber', 'FR XX 999 999 999'],
		['euVatNumber', 'ESX1234567X'],
		['euVatNumber', 'IE 1S23456L'],
		['euVatNumber', 'IE1234567WI'],
		['euVatNumber', 'XI 123 4567 89'],
		['euVatNumber', 'GB 999 9999 73'],
		['euVatNumber', 'SE-556677889901'],
		['isoDate', '2024-02-29'],
		['isoDate', ' 2026-11-14 '],
		['email', 'anna.maier+rechnung@post.example.com'],
		['email', '用户@例子.中国'],
		['email', 'a@b.xn--p1ai'],
	] as const)('%s takes %j', (format, value) => {
		expect(checkFormat(value, { format })).toBeUndefined();
	});

	test.each([
		['iban', 'DE89 3704 0044 0532 0130 01', 'check_digit'],
		['iban', 'DE89 3704 0044 0532 0130 0', 'format'],
		['iban', 'ZZ89 3704 0044 0532 0130 00', 'format'],
		['iban', 'account 4711', 'format'],
		['iban', 'DE89.3704.0044.0532.0130.00', 'format'],
		['cardNumber', '4111 1111 1111 1112', 'check_digit'],
		['cardNumber', '4111 1111 111', 'format'],
		['cardNumber', '4111 1111 1111 11I1', 'format'],
		['chineseIdNumber', '110105194912310021', 'check_digit'],
		['chineseIdNumber', '11010519491331002X', 'format'],
		['chineseIdNumber', '110105190002290021', 'format'],
		['chineseIdNumber', '99010519491231002X', 'format'],
		['chineseIdNumber', '110105491231002', 'format'],
		['chineseCreditCode', '91350100M000100Y44', 'check_digit'],
		['chineseCreditCode', '91350100M000100I43', 'format'],
		['chineseCreditCode', '9135010OM000100Y43', 'format'],
		['chineseCreditCode', '110108551385082', 'format'],
		['euVatNumber', 'DE 123 456 78', 'format'],
		['euVatNumber', 'AT12345678', 'format'],
		['euVatNumber', 'US123456789', 'format'],
		['euVatNumber', 'FR IO 999 999 999', 'format'],
		['euVatNumber', '', 'format'],
		['isoDate', '2023-02-29', 'format'],
		['isoDate', '14.11.2026', 'format'],
		['isoDate', '2026-11-14T08:00', 'format'],
		['email', 'anna.maier@post', 'format'],
		['email', 'anna@maier@example.com', 'format'],
		['email', 'anna..maier@example.com', 'format'],
		['email', '.anna@example.com', 'format'],
		['email', 'anna @example.com', 'format'],
		['email', 'anna@-example.com', 'format'],
		['email', 'anna@192.0.2.1', 'format'],
	] as const)('%s refuses %j: %s', (format, value, code) => {
		const problem = checkFormat(value, { format });
		expect(problem).toEqual({ code, message: expect.stringMatching(/^[A-Z].*[^.]$/) as string });
	});

	it('say what is wrong', () => {
		const iban = checkFormat('DE89 3704', { format: 'iban' });
		expect(iban?.message).toBe('An IBAN of DE has 22 characters, this one 8');
		const date = checkFormat('11010519491331002X', { format: 'chineseIdNumber' });
		expect(date?.message).toBe('The ID number holds no date of birth: 1949-13-31');
	});

	it('never fail, whatever is printed', () => {
		const value = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.stringMatching(/^[A-Z0-9 .-]{0,40}$/),
			fc.string({ unit: 'grapheme', maxLength: 200 }),
		);
		fc.assert(
			fc.property(value, (text) => {
				for (const format of NAMED_FORMATS) {
					expect([undefined, 'format', 'check_digit']).toContain(
						checkFormat(text, { format })?.code,
					);
				}
			}),
			manyRuns(),
		);
	});
});

describe("a field's own pattern", () => {
	test.each([
		['^[A-Z]{2}\\d{6}$', 'AB123456', true],
		['^[A-Z]{2}\\d{6}$', ' AB123456 ', true],
		['^[A-Z]{2}\\d{6}$', 'AB12345', false],
		['\\d', 'room 7', true],
		['^\\p{Script=Han}+$', '发票', true],
		['^[\\w\\-]+$', 'a-b', true],
		['^(\\d{1,3}\\.){3}\\d{1,3}$', '192.0.2.1', true],
		['^.+$', 'a'.repeat(257), false],
	])('%s asks of %j: %s', (pattern, value, fits) => {
		const check = formatCheckOf({ format: 'pattern', pattern });
		expect(check && checkFormat(value, check)).toEqual(
			fits ? undefined : expect.objectContaining({ code: 'format' }),
		);
	});

	it('is asked of no field without a check', () => {
		expect(formatCheckOf({})).toBeUndefined();
		expect(formatCheckOf({ format: 'iban' })).toEqual({ format: 'iban' });
	});

	test.each([
		['(', 'cannot be used: Unterminated group'],
		['[b-a]', 'cannot be used: Range out of order in character class'],
		['(a+)+', 'it repeats what may itself be of any length'],
		['^(\\w+\\s?)*$', 'it repeats what may itself be of any length'],
		['(\\d|\\d\\d)*', 'it repeats what may itself be of any length'],
		['(a*)(a*)(a*)(a*)', 'it repeats what may itself be of any length'],
		['((?=x)\\w+)+', 'it repeats what may itself be of any length'],
		['a'.repeat(1001), 'it is longer than 1000 characters'],
	])('%.40s is refused with the reason', (pattern, reason) => {
		expect(() => readPattern(pattern)).toThrow(
			expect.objectContaining({
				code: 'invalid_option',
				message: expect.stringContaining(reason) as string,
			}) as Error,
		);
	});

	test.each([
		'^\\d+(\\.\\d+)*$',
		'^(\\w+,)*\\w+$',
		'(?=.*\\d)(?=.*[A-Z])(?=.*[a-z])(?=.*[!?]).{8,}',
		'^.*Invoice.*No.*$',
		'^[A-HJ-NPR-Z0-9]{17}$',
		'^(cat|dog|bird)+$',
		'\\s*\\w+\\s*\\w+\\s*\\w+\\s*',
		'^(?<year>\\d{4})-\\k<year>$',
		'[(\\]*]+',
	])('%s, which ends in time, is taken', (pattern) => {
		expect(readPattern(pattern).source).toBe(pattern);
	});

	it('is a regular expression or a fault, and matching ends in time', () => {
		const piece = fc.constantFrom(
			...[
				'a',
				'b',
				'.',
				'\\d',
				'\\w',
				'[ab]',
				'(',
				'(?:',
				')',
				'*',
				'+',
				'?',
				'{2,}',
				'|',
				'(?=',
				'^',
				'$',
			],
		);
		const pattern = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));
		fc.assert(
			fc.property(pattern, (text) => {
				let compiled: RegExp;
				try {
					compiled = readPattern(text);
				} catch (fault) {
					expect(fault).toHaveProperty('code', 'invalid_option');
					return;
				}
				const value = `${'ab'.repeat(5)}${'a'.repeat(240)}!`;
				const match = () => checkFormat(value, { format: 'pattern', pattern: compiled });
				expect(computingTime(match)).toBeLessThan(1_000);
			}),
			manyRuns(),
		);
	});
});
