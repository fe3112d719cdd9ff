import fc from 'fast-check';
import {
	findEvidence,
	readValue,
	type ReadingRules,
	type ReadValue,
	type ValueType,
} from '../../nodes/QwenOcr/results/values/readValue';
import { manyRuns } from './propertyRuns';
import { computingTime } from './computingTime';

const NO_RULES: ReadingRules = { numberFormat: 'auto', dayFirst: 'review' };
const TYPES: readonly ValueType[] = [
	'text',
	'number',
	'amount',
	'date',
	'dateTime',
	'boolean',
	'choice',
];
const LOCALES =
	`ar-EG bg bn ca cs da de de-AT de-CH el en-GB en-IN en-US en-ZA es es-CO es-MX et fa fi fr fr-CA fr-CH he hi hr
	hu id it ja ko lt lv mr ms nb nl pl pt pt-PT ro ru sk sl sv th tr uk vi zh-CN zh-HK zh-TW`.split(
		/\s+/,
	);
/** Locales whose month names can be read, all but the months that other languages call so. */
const WORDY_LOCALES =
	'bg ca cs da de el en-GB en-US es et fi fr hr hu id it ja ko lt lv ms nb nl pl pt ro ru sk sl sv th tr uk vi zh-CN'.split(
		' ',
	);
const CURRENCIES = ['USD', 'EUR', 'CNY', 'JPY', 'GBP', 'INR', 'SEK', 'CHF', 'TWD', 'CAD', 'MXN'];

const rules: fc.Arbitrary<ReadingRules> = fc.record({
	numberFormat: fc.constantFrom('auto', 'point', 'comma'),
	dayFirst: fc.constantFrom('day', 'month', 'review'),
});
const locale = fc.constantFrom(...LOCALES);
/** At most 13 digits, three of them decimals, so that formatting loses nothing. */
const decimal = fc
	.tuple(fc.integer({ min: -9_999_999_999, max: 9_999_999_999 }), fc.nat({ max: 3 }))
	.map(([digits, decimals]) => Number(`${digits}e-${decimals}`));
const day = fc.date({
	min: new Date('1900-01-01T00:00:00Z'),
	max: new Date('2099-12-31T23:59:59Z'),
	noInvalidDate: true,
});
/** Texts from what numbers and dates are made of, which come nearer to them than any string does. */
const nearValue = fc
	.array(
		fc.constantFrom(
			..."0123456789.,'- /:()+%?*~T年月日元万¥$€一十零M\n\u00a0",
			'Nov',
			'mar',
			'พ.ศ.',
			'令和',
			'pm',
			'EUR',
			'kr',
			'r.',
			'UTC+8',
			'1,234',
			'2026',
		),
		{ maxLength: 40 },
	)
	.map((parts) => parts.join(''));

const FORMS: Record<ValueType, (value: unknown) => boolean> = {
	text: (value) => typeof value === 'string',
	number: Number.isFinite,
	amount: Number.isFinite,
	date: (value) => /^\d{4}-\d\d-\d\d$/.test(String(value)),
	dateTime: (value) =>
		/^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?$/.test(String(value)),
	boolean: (value) => typeof value === 'boolean',
	choice: (value) => value === 'Yes' || value === 'No',
};

/** Lets pass the printed value itself and any doubt. */
function expectNoOther(printed: string, result: ReadValue, value: string | number): void {
	if (result.kind === 'read') expect([printed, result.value]).toEqual([printed, value]);
}

function isoOf(date: Date): string {
	return date.toISOString().slice(0, 10);
}

describe('readValue', () => {
	it('never throws, and gives each type in its own form', () => {
		fc.assert(
			fc.property(
				fc.oneof(nearValue, fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })),
				fc.constantFrom(...TYPES),
				rules,
				(printed, type, readingRules) => {
					const result = readValue(printed, { type, choices: ['Yes', 'No'] }, readingRules);
					findEvidence([{ text: printed, type }]);
					if (result.kind === 'doubtful') expect(result.message).toMatch(/^'.*' .*\.$/su);
					else expect([result.value, FORMS[type](result.value)]).toEqual([result.value, true]);
				},
			),
			manyRuns(),
		);
	});

	it('gives no other number than the one that a locale formats', () => {
		fc.assert(
			fc.property(locale, decimal, fc.nat({ max: 3 }), (language, number, digits) => {
				const format = { minimumFractionDigits: digits, maximumFractionDigits: 3 };
				const printed = new Intl.NumberFormat(language, format).format(number);
				expectNoOther(printed, readValue(printed, { type: 'number' }, NO_RULES), number || 0);
			}),
			manyRuns(),
		);
	});

	it('reads every number under the number format of its locale', () => {
		fc.assert(
			fc.property(locale, decimal, (language, number) => {
				const format = new Intl.NumberFormat(language, { maximumFractionDigits: 3 });
				const sign = format.formatToParts(1.5).find(({ type }) => type === 'decimal')?.value;
				const numberFormat = sign === ',' ? 'comma' : 'point';
				const printed = format.format(number);
				const result = readValue(printed, { type: 'number' }, { ...NO_RULES, numberFormat });
				expect([printed, result]).toEqual([printed, { kind: 'read', value: number || 0 }]);
			}),
			manyRuns(),
		);
	});

	it('gives no other amount or currency than the ones that a locale formats', () => {
		fc.assert(
			fc.property(
				locale,
				decimal,
				fc.constantFrom(...CURRENCIES),
				fc.constantFrom('symbol', 'narrowSymbol', 'code', 'name'),
				fc.constantFrom('standard', 'accounting'),
				(language, number, currency, currencyDisplay, currencySign) => {
					const printed = new Intl.NumberFormat(language, {
						style: 'currency',
						currency,
						currencyDisplay,
						currencySign,
						maximumFractionDigits: 3,
					}).format(number);
					const result = readValue(printed, { type: 'amount' }, NO_RULES);
					expectNoOther(printed, result, number || 0);
					if (result.kind === 'read') expect([undefined, currency]).toContain(result.currency);
				},
			),
			manyRuns(),
		);
	});

	it('gives no other day than the one that a locale formats in its calendars', () => {
		fc.assert(
			fc.property(
				locale,
				day,
				fc.constantFrom(undefined, 'gregory', 'buddhist', 'japanese', 'roc', 'persian', 'islamic'),
				fc.constantFrom('short', 'medium', 'long', 'full'),
				(language, date, calendar, dateStyle) => {
					const printed = new Intl.DateTimeFormat(language, {
						calendar,
						dateStyle,
						timeZone: 'UTC',
					}).format(date);
					expectNoOther(printed, readValue(printed, { type: 'date' }, NO_RULES), isoOf(date));
				},
			),
			manyRuns(),
		);
	});

	it('gives no other time than the one that a locale formats', () => {
		fc.assert(
			fc.property(
				locale,
				day,
				fc.constantFrom('short', 'medium', 'long', 'full'),
				fc.boolean(),
				(language, date, dateStyle, hour12) => {
					const options = { dateStyle, timeStyle: 'medium', timeZone: 'UTC', hour12 } as const;
					const printed = new Intl.DateTimeFormat(language, options).format(date);
					const expected = date.toISOString().slice(0, 19);
					expectNoOther(printed, readValue(printed, { type: 'dateTime' }, NO_RULES), expected);
				},
			),
			manyRuns(),
		);
	});

	it('reads every date with the month in words but where the word is two months', () => {
		fc.assert(
			fc.property(fc.constantFrom(...WORDY_LOCALES), day, (language, date) => {
				const options = { dateStyle: 'long', timeZone: 'UTC' } as const;
				const printed = new Intl.DateTimeFormat(language, options).format(date);
				// Until 1940, January to March are doubtful in Thai too: the year began in April.
				fc.pre(
					!printed.includes('listopad') && (language !== 'th' || date.getUTCFullYear() > 1940),
				);
				const result = readValue(printed, { type: 'date' }, NO_RULES);
				expect([printed, result]).toEqual([printed, { kind: 'read', value: isoOf(date) }]);
			}),
			manyRuns(),
		);
	});

	it('reads every date in figures under the order of its locale', () => {
		fc.assert(
			fc.property(fc.constantFrom('de', 'en-GB', 'en-US', 'fr', 'ru'), day, (language, date) => {
				const options = { year: 'numeric', month: 'numeric', day: 'numeric' } as const;
				const printed = new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(
					date,
				);
				const dayFirst = language === 'en-US' ? 'month' : 'day';
				const result = readValue(printed, { type: 'date' }, { ...NO_RULES, dayFirst });
				expect([printed, result]).toEqual([printed, { kind: 'read', value: isoOf(date) }]);
			}),
			manyRuns(),
		);
	});

	it.each(TYPES)('reads a megabyte of hostile %s in less than a second', (type) => {
		const pieces = [
			'1',
			'1,',
			'1 ',
			"'",
			'(',
			'-',
			'¥',
			'一',
			'mar ',
			'11:',
			'1/',
			'a.',
			'é',
			'☑',
			' ',
		];
		const hostile = pieces.map((piece) => piece.repeat(200).slice(0, 199) + '!');
		const readAll = () => {
			for (let size = 0; size < 1_000_000; size += hostile.length * 200) {
				for (const printed of hostile) readValue(printed, { type, choices: ['Yes'] }, NO_RULES);
			}
			readValue('1,'.repeat(500_000), { type, choices: ['Yes'] }, NO_RULES);
			findEvidence([{ text: '1/'.repeat(500_000), type }]);
		};
		expect(computingTime(readAll)).toBeLessThan(1_000);
	});
});
