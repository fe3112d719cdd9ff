import fc from 'fast-check';
import { findRoles } from '../../../nodes/QwenOcr/results/checks/sumRoles';
import { manyRuns } from '../propertyRuns';

/** Fields as `path: hint {type}`; amounts where no type is given. */
function roles(...fields: string[]) {
	const list = fields.map((field) => {
		const [, path, description = '', type = 'amount'] =
			/^([^:{]+?)(?:: ([^{]*?))?(?: \{(\w+)\})?$/.exec(field) ?? [];
		return { path, description, type };
	});
	return Object.fromEntries(findRoles(list));
}

describe('the roles of amounts', () => {
	test.each([
		['total', 'total'],
		['grandTotal', 'total'],
		['total_amount', 'total'],
		['Total amount', 'total'],
		['totals.gross', 'total'],
		['totals.net', 'netSubtotal'],
		['Gesamtbetrag', 'total'],
		['Montant TTC', 'total'],
		['Importe total', 'total'],
		['价税合计', 'total'],
		['合计', 'total'],
		['subtotal', 'subtotal'],
		['sub_total', 'subtotal'],
		['Zwischensumme', 'subtotal'],
		['Sous-total', 'subtotal'],
		['金额', 'subtotal'],
		['合计金额', 'subtotal'],
		['netAmount', 'netSubtotal'],
		['Nettobetrag', 'netSubtotal'],
		['Total HT', 'netSubtotal'],
		['Base imponible', 'netSubtotal'],
		['不含税金额', 'netSubtotal'],
		['tax', 'tax'],
		['VATAmount', 'tax'],
		['MwSt\\.', 'tax'],
		['USt', 'tax'],
		['Montant TVA', 'tax'],
		['IVA', 'tax'],
		['税额', 'tax'],
		['discount', 'discount'],
		['Rabatt', 'discount'],
		['优惠金额', 'discount'],
		['shippingCosts', 'shipping'],
		['Versandkosten', 'shipping'],
		['Frais de port', 'shipping'],
		['运费', 'shipping'],
		['amountPaid', 'amountPaid'],
		['Anzahlung', 'amountPaid'],
		['实付', 'amountPaid'],
		['amountDue', 'amountDue'],
		['Net à payer', 'amountDue'],
		['Zahlbetrag', 'amountDue'],
	])('%s is a %s', (path, role) => {
		expect(roles(path)).toEqual({ [path]: role });
	});

	test.each([
		['field7: Grand total', 'total'],
		['field7: Gesamtbetrag (EUR)', 'total'],
		['field7: Net total, Nettobetrag, Total HT', 'netSubtotal'],
		['subtotal: Subtotal, before tax', 'netSubtotal'],
		['field7: 合计 金额', 'subtotal'],
		['field7: 金额（小写）', 'total'],
		['field7: VAT (19%)', 'tax'],
	])('%s is known by its hint: %s', (field, role) => {
		expect(Object.values(roles(field))).toEqual([role]);
	});

	it('are those of the columns in a list of line items', () => {
		const columns = ['quantity {number}', 'unitPrice', 'amount', 'tax'];
		expect(roles(...columns.map((column) => `lineItems[].${column}`))).toEqual({
			'lineItems[].quantity': 'lineQuantity',
			'lineItems[].unitPrice': 'lineUnitPrice',
			'lineItems[].amount': 'lineAmount',
			'lineItems[].tax': 'lineTax',
		});
		expect(
			roles('Positionen[].Menge', 'Positionen[].Einzelpreis', 'Positionen[].Gesamtpreis'),
		).toEqual({
			'Positionen[].Menge': 'lineQuantity',
			'Positionen[].Einzelpreis': 'lineUnitPrice',
			'Positionen[].Gesamtpreis': 'lineAmount',
		});
		expect(roles('明细[].数量', '明细[].单价', '明细[].金额', '明细[].税额')).toEqual({
			'明细[].数量': 'lineQuantity',
			'明细[].单价': 'lineUnitPrice',
			'明细[].金额': 'lineAmount',
			'明细[].税额': 'lineTax',
		});
	});
});

describe('fields without a role', () => {
	test.each<[string, string[]]>([
		['texts', ['total {text}', 'subtotal {date}']],
		['rates', ['taxRate {number}', 'vatPercent {number}', 'tax {number}', 'VAT % {number}']],
		['counts', ['totalQuantity {number}', 'packages {number}', 'totalPages {number}']],
		['amounts of a party', ['seller.total', 'lastInvoice.total']],
		[
			'what stands beside a total',
			['change', 'cash', 'Rückgeld', 'unitPrice', 'taxableAmount', '找零'],
		],
		['two taxes', ['vat7: VAT', 'vat19: VAT']],
		['two totals', ['total', 'grandTotal']],
		['line items without amounts', ['lineItems[].quantity {number}', 'lineItems[].unitPrice']],
		['amounts in two lists of items', ['items[].amount', 'products[].amount']],
		['lists in lists', ['orders[].lineItems[].amount']],
		['breakdowns of the tax', ['taxBreakdown[].tax', 'taxBreakdown[].net', 'payments[].amount']],
		['a path that is none', ['a[b]']],
	])('%s', (_name, fields) => {
		const found = Object.values(roles(...fields)).filter((role) => role !== 'otherAmount');
		expect(found).toEqual([]);
	});

	it('have none, not even another, where name and hint disagree', () => {
		expect(roles('subtotal: Grand total')).toEqual({});
	});

	it('may still be part of the total if they are amounts', () => {
		expect(roles('tip', 'rounding', 'surcharges[].amount')).toEqual({
			tip: 'otherAmount',
			rounding: 'otherAmount',
			'surcharges[].amount': 'otherAmount',
		});
		expect(roles('discount', 'rebate: Rabatt')).toEqual({
			discount: 'otherAmount',
			rebate: 'otherAmount',
		});
	});

	it('keep the total from being checked if they change it in unknown ways', () => {
		const others = ['premises {text}', 'discountUntil {date}', 'paymentTerms: 2% discount {text}'];
		expect(roles('discount {number}', 'coupon {text}', ...others)).toEqual({
			discount: 'unclear',
			coupon: 'unclear',
		});
	});
});

describe('looking for roles', () => {
	it('never fails, and names only fields of the list', () => {
		const field = fc.record({
			path: fc.oneof(
				fc.string({ unit: 'grapheme' }),
				fc.constantFrom('total', 'lineItems[].amount', 'a.b', '[]', '__proto__', 'constructor'),
			),
			type: fc.constantFrom('amount', 'number', 'text'),
			description: fc.oneof(fc.string({ unit: 'binary' }), fc.constant('Total, with tax')),
		});
		fc.assert(
			fc.property(fc.array(field, { maxLength: 8 }), (fields) => {
				const paths = fields.map(({ path }) => path);
				expect([...findRoles(fields).keys()].filter((path) => !paths.includes(path))).toEqual([]);
			}),
			manyRuns(),
		);
	});
});
