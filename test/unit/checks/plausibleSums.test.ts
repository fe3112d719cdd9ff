import { lines, messages } from './invoiceSums';

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
