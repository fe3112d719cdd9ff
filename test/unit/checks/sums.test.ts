import fc from 'fast-check';
import { checkSums, coveredPaths } from '../../../nodes/QwenOcr/results/checks/sums';
import { manyRuns } from '../propertyRuns';
import { computingTime } from '../computingTime';
import { DOCUMENT, lines, messages, NET_ROLES, ROLES } from './invoiceSums';

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
