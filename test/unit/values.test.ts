import {
	type Evidence,
	findEvidence,
	readValue,
	type ReadingRules,
	type ReadValue,
	type ValueType,
} from '../../nodes/QwenOcr/results/values/readValue';
import { amountCases } from './values/amountCases';
import {
	asianDateCases,
	dateTimeCases,
	numericDateCases,
	orderCases,
	wordDateCases,
} from './values/dateCases';
import { formatCases, numberCases } from './values/numberCases';
import { booleanCases, choiceCases } from './values/otherCases';

const NO_RULES: ReadingRules = { numberFormat: 'auto', dayFirst: 'review' };

function read(
	printed: string,
	type: ValueType,
	rules: Partial<ReadingRules> = {},
	evidence?: Evidence,
): ReadValue {
	return readValue(printed, { type }, { ...NO_RULES, ...rules }, evidence);
}

/** The value, or the code of the doubt. */
function outcome(result: ReadValue): string | number | boolean {
	return result.kind === 'read' ? result.value : result.code;
}

function messageOf(result: ReadValue): string {
	return result.kind === 'doubtful' ? result.message : '';
}

describe('readValue reads a printed number', () => {
	it.each([...numberCases])('%j', (printed, expected) => {
		expect(outcome(read(printed, 'number'))).toBe(expected);
	});
});

describe('readValue holds a number against Number Format', () => {
	it.each([...formatCases])('%j with a decimal %s', (printed, numberFormat, expected) => {
		expect(outcome(read(printed, 'amount', { numberFormat }))).toBe(expected);
	});
});

describe('readValue reads a printed amount', () => {
	const cases = amountCases.map(
		([printed, expected, currency]) => [printed, expected, currency] as const,
	);

	it.each(cases)('%j', (printed, expected, currency) => {
		const result = read(printed, 'amount');
		expect(outcome(result)).toBe(expected);
		expect(result.kind === 'read' ? result.currency : undefined).toBe(currency);
	});
});

describe('readValue reads a printed date', () => {
	it.each([...numericDateCases, ...asianDateCases, ...wordDateCases])('%j', (printed, expected) => {
		expect(outcome(read(printed, 'date'))).toBe(expected);
	});
});

describe('readValue holds a date against Day First', () => {
	it.each([...orderCases])('%j with the %s first', (printed, dayFirst, expected) => {
		expect(outcome(read(printed, 'date', { dayFirst }))).toBe(expected);
	});
});

describe('readValue reads a printed date and time', () => {
	it.each([...dateTimeCases])('%j', (printed, expected) => {
		expect(outcome(read(printed, 'dateTime'))).toBe(expected);
	});
});

describe('readValue reads a printed yes or no', () => {
	it.each([...booleanCases])('%j', (printed, expected) => {
		expect(outcome(read(printed, 'boolean'))).toBe(expected ?? 'unreadable_value');
	});
});

describe('readValue finds the choice that is printed', () => {
	it.each([...choiceCases])('%j of %j', (printed, choices, expected) => {
		const result = readValue(printed, { type: 'choice', choices }, NO_RULES);
		expect(outcome(result)).toBe(expected ?? 'unreadable_value');
	});
});

describe('readValue', () => {
	it.each(['', ' 1,234 ', '?', 'X'.repeat(1_000)])('gives text as it is printed: %j', (printed) => {
		expect(read(printed, 'text')).toEqual({ kind: 'read', value: printed });
	});

	it.each<[string, ValueType, string]>([
		['11/12/2026', 'date', "'11/12/2026' may be 11 December or 12 November 2026."],
		['14-NOV-45', 'date', "'14-NOV-45' may be 14 November 2045 or 14 November 1945."],
		['1,234', 'number', "'1,234' may be 1234 or 1.234."],
		['31/02/2026', 'date', "'31/02/2026' is not a day of the calendar."],
		['¥33?.50', 'amount', "'¥33?.50' has characters that could not be read."],
		['2026-11-14', 'dateTime', "'2026-11-14' has no time beside the date."],
		['X', 'boolean', "'X' is neither a clear yes nor a clear no."],
		['two\nlines', 'number', "'two lines' is not a number."],
	])('says why %j is doubtful', (printed, type, message) => {
		expect(messageOf(read(printed, type))).toBe(message);
	});

	it('quotes only the beginning of a long text', () => {
		expect(messageOf(read('9'.repeat(500), 'number'))).toBe(
			`'${'9'.repeat(60)}…' is too long for a value.`,
		);
	});

	it('leaves a certain form as it is when the evidence says otherwise', () => {
		expect(outcome(read('12,50', 'number', {}, { numberFormat: 'point' }))).toBe(12.5);
		expect(outcome(read('12/25/2026', 'date', {}, { dayFirst: true }))).toBe('2026-12-25');
	});

	it('trusts the option more than the evidence', () => {
		const evidence: Evidence = { numberFormat: 'comma', dayFirst: true };
		expect(outcome(read('1,234', 'number', { numberFormat: 'point' }, evidence))).toBe(1234);
		expect(outcome(read('11/12/2026', 'date', { dayFirst: 'month' }, evidence))).toBe('2026-11-12');
	});
});

describe('readValue takes no letter for a digit', () => {
	const cases: Array<[ValueType, ReadonlyArray<readonly [string, ...unknown[]]>]> = [
		['number', numberCases],
		['amount', amountCases],
		['date', [...numericDateCases, ...asianDateCases, ...wordDateCases]],
		['dateTime', dateTimeCases],
	];

	it.each(cases)('in any %s of the tables', (type, printedCases) => {
		const readable = printedCases.filter(([printed]) => read(printed, type).kind === 'read');
		const misread = readable.flatMap(([printed]) =>
			[...printed.matchAll(/\p{Nd}/gu)].flatMap(({ index }) =>
				[...'OoQlI|BZ?*'].map(
					(letter) => printed.slice(0, index) + letter + printed.slice(index + 1),
				),
			),
		);
		expect(misread.length).toBeGreaterThan(500);
		expect(misread.filter((printed) => read(printed, type).kind === 'read')).toEqual([]);
	});
});

describe('findEvidence', () => {
	it.each<[string, ValueType, Evidence]>([
		['1,234.50', 'amount', { numberFormat: 'point' }],
		['337.50', 'number', { numberFormat: 'point' }],
		['1.234,50 €', 'amount', { numberFormat: 'comma' }],
		['12,5', 'number', { numberFormat: 'comma' }],
		['1,234,567', 'number', { numberFormat: 'point' }],
		['1.234,-', 'amount', { numberFormat: 'comma' }],
		['1,234円', 'amount', { numberFormat: 'point' }],
		['25/12/2026', 'date', { dayFirst: true }],
		['12/25/2026 11:46', 'dateTime', { dayFirst: false }],
		['1,234', 'number', {}],
		['1234,567', 'number', {}],
		['1 234', 'number', {}],
		['25.-', 'amount', {}],
		['1,23?.50', 'amount', {}],
		['11/12/2026', 'date', {}],
		['05/05/2026', 'date', {}],
		['25/12/26', 'date', {}],
		['2026-12-25', 'date', {}],
		['25 December 2026', 'date', {}],
		['31/02/2026', 'date', {}],
		['1,234.50', 'text', {}],
		['9'.repeat(300), 'number', {}],
	])('learns from %j as %s', (text, type, evidence) => {
		expect(findEvidence([{ text, type }])).toEqual(evidence);
	});

	it('learns nothing from values that contradict each other', () => {
		const printed = ['1,234.50', '1.234,50'].map((text) => ({ text, type: 'amount' as const }));
		const dates = ['25/12/2026', '12/25/2026'].map((text) => ({ text, type: 'date' as const }));
		expect(findEvidence([...printed, ...dates])).toEqual({});
	});

	it('settles the ambiguous values of the document', () => {
		const evidence = findEvidence([
			{ text: '¥1,234.50', type: 'amount' },
			{ text: '25/12/2026', type: 'date' },
			{ text: '1,234', type: 'amount' },
		]);
		expect(outcome(read('1,234', 'amount', {}, evidence))).toBe(1234);
		expect(outcome(read('11/12/2026', 'date', {}, evidence))).toBe('2026-12-11');
	});
});
