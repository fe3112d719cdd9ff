import fc from 'fast-check';
import { findRoles } from '../../../nodes/QwenOcr/results/checks/sumRoles';
import { checkSums, coveredPaths } from '../../../nodes/QwenOcr/results/checks/sums';
import { manyRuns } from '../propertyRuns';
import { computingTime } from './computingTime';

const LINE = ['quantity', 'unitPrice', 'amount', 'tax'].map((name) => `lineItems[].${name}`);
const DOCUMENT = [
	'subtotal',
	'discount',
	'shipping',
	'tax',
	'total',
	'amountPaid',
	'amountDue',
	'tip',
];
const FIELDS = [...LINE, ...DOCUMENT].map((path) => ({ path, type: 'amount' }));
const ROLES = findRoles(FIELDS);
const NET_ROLES = findRoles(
	FIELDS.map((field) =>
		field.path === 'subtotal' ? { ...field, description: 'before tax' } : field,
	),
);

const lines = (...amounts: Array<number | null>) => amounts.map((amount) => ({ amount }));
const messages = (document: unknown, roles = ROLES, tolerance?: number) =>
	checkSums(document, roles, tolerance).map(({ field, message }) => `${field}: ${message}`);

describe('documents that add up', () => {
	test.each<[string, unknown]>([
		['nothing', {}],
		['no object', 'text'],
		['prices without tax', { lineItems: lines(60, 40), subtotal: 100, tax: 19, total: 119 }],
		['cents', { lineItems: lines(0.1, 0.2), subtotal: 0.3, tax: 0.06, total: 0.36 }],
		[
			'line items with tax, total block without',
			{ lineItems: lines(119), subtotal: 100, tax: 19, total: 119 },
		],
		['all with tax', { lineItems: lines(60, 59), subtotal: 119, tax: 19, total: 119 }],
		['no subtotal, prices without tax', { lineItems: lines(60, 40), tax: 19, total: 119 }],
		['no subtotal, prices with tax', { lineItems: lines(60, 59), tax: 19, total: 119 }],
		[
			'discount behind the subtotal',
			{ lineItems: lines(100), subtotal: 100, discount: 10, tax: 18, total: 108 },
		],
		[
			'discount printed with a minus',
			{ lineItems: lines(100), subtotal: 100, discount: -10, tax: 18, total: 108 },
		],
		[
			'discount before the subtotal',
			{ lineItems: lines(100), subtotal: 90, discount: 10, tax: 18, total: 108 },
		],
		[
			'discount as a line of its own',
			{ lineItems: lines(100, -10), subtotal: 90, discount: 10, tax: 18, total: 108 },
		],
		[
			'discount taken off the lines',
			{
				lineItems: [{ quantity: 2, unitPrice: 50, amount: 90, discount: 10 }],
				subtotal: 90,
				discount: 10,
				tax: 18,
				total: 108,
			},
		],
		[
			'shipping behind the subtotal',
			{ lineItems: lines(100), subtotal: 100, shipping: 5, tax: 21, total: 126 },
		],
		[
			'shipping before the subtotal',
			{ lineItems: lines(100), subtotal: 105, shipping: 5, tax: 21, total: 126 },
		],
		[
			'shipping as a line of its own',
			{ lineItems: lines(100, 5), subtotal: 105, shipping: 5, tax: 21, total: 126 },
		],
		['a tip in the total', { subtotal: 100, tax: 8, tip: 15, total: 123 }],
		['a tip beside the total', { subtotal: 100, tax: 8, tip: 15, total: 108 }],
		[
			'a credit note',
			{ lineItems: lines(-60, -40), subtotal: -100, discount: 10, tax: -18, total: -108 },
		],
		[
			'a line without an amount',
			{ lineItems: lines(60, null, 30), subtotal: 100, tax: 20, total: 120 },
		],
		[
			'a line that was not read',
			{ lineItems: [{ amount: 60 }, { amount: '4?.00' }], subtotal: 100 },
		],
		['a line that is no object', { lineItems: [{ amount: 60 }, null], subtotal: 100 }],
		['no tax printed', { lineItems: lines(60, 40), subtotal: 100, total: 119 }],
		['no tax printed, line items with tax', { lineItems: lines(119), subtotal: 100, total: 119 }],
		['a discount that was not read', { subtotal: 100, discount: '1O', tax: 19, total: 109 }],
		[
			'a subtotal among the lines',
			{
				lineItems: [{ amount: 60 }, { amount: 40 }, { description: 'Subtotal', amount: 100 }],
				subtotal: 100,
			},
		],
		[
			'a balance carried forward',
			{ lineItems: [{ description: 'Übertrag', amount: 500 }, { amount: 40 }], subtotal: 540 },
		],
		['quantity × unit price', { lineItems: [{ quantity: 3, unitPrice: 2.5, amount: 7.5 }] }],
		['a weighed quantity', { lineItems: [{ quantity: 1.253, unitPrice: 4.99, amount: 6.25 }] }],
		['a half cent', { lineItems: [{ quantity: 1.5, unitPrice: 2.99, amount: 4.49 }] }],
		[
			'a unit price of many decimals',
			{ lineItems: [{ quantity: 3, unitPrice: 29.4985250737, amount: 88.5 }] },
		],
		['a credited line', { lineItems: [{ quantity: 1, unitPrice: 7.5, amount: -7.5 }] }],
		[
			'an amount with the tax of its line',
			{ lineItems: [{ quantity: 1, unitPrice: 100, amount: 119, tax: 19 }] },
		],
		[
			'an amount with the tax rate of its line',
			{ lineItems: [{ quantity: 1, unitPrice: 100, amount: 119, taxRate: 19 }] },
		],
		[
			'a discount in percent on a line',
			{ lineItems: [{ quantity: 2, unitPrice: 50, amount: 90, discount: 10 }] },
		],
		[
			'a discount in words on a line',
			{ lineItems: [{ quantity: 2, unitPrice: 50, amount: 85, discount: '15 %' }] },
		],
		[
			'a rounded unit price',
			{ lineItems: [{ quantity: 3, unitPrice: 0.33, amount: 1 }], subtotal: 1 },
		],
		[
			'a unit price for a hundred',
			{ lineItems: [{ quantity: 500, unitPrice: 12.5, amount: 62.5 }], subtotal: 62.5 },
		],
		[
			'taxes of lines',
			{
				lineItems: [
					{ amount: 60, tax: 11.4 },
					{ amount: 40, tax: 7.6 },
				],
				subtotal: 100,
				tax: 19,
				total: 119,
			},
		],
		[
			'taxes of lines, each rounded',
			{
				lineItems: [
					{ amount: 0.33, tax: 0.06 },
					{ amount: 0.33, tax: 0.06 },
				],
				tax: 0.13,
			},
		],
		['a deposit', { total: 119, amountPaid: 19, amountDue: 100 }],
		['a total paid at once', { total: 119, amountPaid: 119, amountDue: 119 }],
		['cash and nothing due', { total: 119, amountPaid: 120, amountDue: 0 }],
		['an amount due without a payment', { total: 119, amountDue: 100 }],
	])('%s: no alarm', (_name, document) => {
		expect(messages(document)).toEqual([]);
	});
});

describe('documents that do not add up', () => {
	test.each<[string, unknown, string[]]>([
		[
			'line items',
			{ lineItems: lines(60, 60), subtotal: 121 },
			['subtotal: Line items add up to 120.00, Subtotal says 121.00'],
		],
		[
			'total',
			{ lineItems: lines(100), subtotal: 100, tax: 19, total: 191 },
			['total: Subtotal 100.00 + tax 19.00 = 119.00, Total says 191.00'],
		],
		[
			'line items and total at once',
			{ lineItems: lines(100), subtotal: 107, tax: 19, total: 119 },
			[
				'subtotal: Line items add up to 100.00, Subtotal says 107.00',
				'total: Subtotal 107.00 + tax 19.00 = 126.00, Total says 119.00',
			],
		],
		[
			'total without a subtotal',
			{ lineItems: lines(60, 40), tax: 19, total: 118 },
			['total: Line items 100.00 + tax 19.00 = 119.00, Total says 118.00'],
		],
		[
			'discount and shipping',
			{ subtotal: 100, discount: 10, shipping: 5, tax: 19, total: 115 },
			[
				'total: Subtotal 100.00 + tax 19.00 − discount 10.00 + shipping 5.00 = 114.00, Total says 115.00',
			],
		],
		[
			'quantity × unit price',
			{
				lineItems: [
					{ quantity: 3, unitPrice: 2.5, amount: 7.5 },
					{ quantity: 4, unitPrice: 2.5, amount: 11 },
				],
			},
			['lineItems[1].amount: Quantity 4 × unit price 2.50 = 10.00, Amount says 11.00'],
		],
		[
			'a rounded unit price, amounts not summed',
			{ lineItems: [{ quantity: 3, unitPrice: 0.33, amount: 1 }] },
			['lineItems[0].amount: Quantity 3 × unit price 0.33 = 0.99, Amount says 1.00'],
		],
		[
			'taxes of lines',
			{
				lineItems: [
					{ amount: 60, tax: 11.4 },
					{ amount: 40, tax: 1.6 },
				],
				tax: 19,
			},
			['tax: Taxes of the line items add up to 13.00, Tax says 19.00'],
		],
		[
			'amount due',
			{ total: 119, amountPaid: 19, amountDue: 101 },
			['amountDue: Total 119.00 − amount paid 19.00 = 100.00, Amount due says 101.00'],
		],
	])('%s: the arithmetic is shown', (_name, document, expected) => {
		expect(messages(document)).toEqual(expected);
	});

	it('are fine within the tolerance', () => {
		const document = { lineItems: lines(60, 40), subtotal: 100.02, tax: 19, total: 119.02 };
		expect(messages(document, ROLES, 0.02)).toEqual([]);
		expect(messages(document, ROLES, 0.01)).toHaveLength(1);
	});

	it('are caught where the subtotal is known to be without tax', () => {
		const document = { subtotal: 119, tax: 19, total: 119 };
		expect(messages(document)).toEqual([]);
		expect(messages(document, NET_ROLES)).toEqual([
			'total: Subtotal 119.00 + tax 19.00 = 138.00, Total says 119.00',
		]);
	});
});

describe('covered fields', () => {
	test.each<[string, unknown, string[]]>([
		['nothing given', {}, []],
		['a total alone', { total: 119 }, []],
		[
			'subtotal, tax and total',
			{ subtotal: 98.35, tax: 18.69, total: 117.04 },
			['subtotal', 'tax', 'total'],
		],
		['a tax that could be in the subtotal', { subtotal: 100, tax: 20, total: 120 }, ['tax']],
		[
			'line items',
			{ lineItems: lines(61.5, 40), subtotal: 101.5 },
			['lineItems[0].amount', 'lineItems[1].amount', 'subtotal'],
		],
		['a line without an amount', { lineItems: lines(60, null), subtotal: 100 }, []],
		[
			'a line',
			{ lineItems: [{ quantity: 3, unitPrice: 2.5, amount: 7.5 }] },
			['lineItems[0].quantity', 'lineItems[0].unitPrice', 'lineItems[0].amount'],
		],
		[
			'a quantity whose grams are lost in rounding',
			{ lineItems: [{ quantity: 1.253, unitPrice: 4.99, amount: 6.25 }] },
			['lineItems[0].unitPrice', 'lineItems[0].amount'],
		],
		[
			'a deposit',
			{ total: 119.35, amountPaid: 19.12, amountDue: 100.23 },
			['amountDue', 'amountPaid', 'total'],
		],
	])('%s', (_name, document, paths) => {
		expect([...coveredPaths(ROLES, document)].sort()).toEqual([...paths].sort());
	});
});

describe('sums of anything', () => {
	const numbers = fc.oneof(
		fc.integer({ min: -1000, max: 1000 }).map((cents) => cents / 100),
		fc.double(),
		fc.constantFrom(null, undefined, '12,50', 0, 1e300, -0),
	);
	const line = fc.oneof(
		fc.record({ quantity: numbers, unitPrice: numbers, amount: numbers, tax: numbers }),
		fc.anything(),
	);
	const document = fc.record({
		lineItems: fc.oneof(fc.array(line, { maxLength: 6 }), fc.anything()),
		...Object.fromEntries(DOCUMENT.map((name) => [name, fc.oneof(numbers, fc.anything())])),
	});

	it('never fail, and name the fields they doubt', () => {
		fc.assert(
			fc.property(document, (values) => {
				for (const { field, code, message } of checkSums(values, ROLES)) {
					expect(code).toBe('sum');
					expect(field).toMatch(/^[\w[\].]+$/);
					expect(message).toMatch(/says -?\d+\.\d{2,4}$/);
				}
				expect(coveredPaths(ROLES, values)).toBeInstanceOf(Set);
			}),
			manyRuns(),
		);
	});

	it('take less than a second for line items of 1 MB', () => {
		const lineItems = Array.from({ length: 12_000 }, (_unused, index) => ({
			description: 'x',
			quantity: 2,
			unitPrice: index / 100,
			amount: index / 50,
			tax: 1,
			discount: 3,
		}));
		const values = { lineItems, subtotal: 1, discount: 1, shipping: 2, tax: 1, total: 5, tip: 3 };
		expect(JSON.stringify(values).length).toBeGreaterThan(900_000);
		expect(computingTime(() => checkSums(values, ROLES))).toBeLessThan(1_000);
		expect(computingTime(() => coveredPaths(ROLES, values))).toBeLessThan(1_000);
	});
});
