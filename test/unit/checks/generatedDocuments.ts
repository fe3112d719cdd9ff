import type { FieldType, NamedFormat } from '../../../nodes/QwenOcr/fieldLists/field';
import {
	generateCardNumber,
	generateChineseIdNumber,
	generateCreditCode,
	generateIban,
} from './generatedCodes';
import type { Random } from './seededRandom';

/** The fields of the generated documents, as a person would list them. */
export const DOCUMENT_FIELDS: ReadonlyArray<{
	path: string;
	type: FieldType;
	description: string;
	format?: NamedFormat;
}> = [
	{ path: 'invoiceNumber', type: 'text', description: 'Invoice No.' },
	{ path: 'invoiceDate', type: 'date', description: 'Invoice date' },
	{ path: 'seller.name', type: 'text', description: 'Who sends the invoice' },
	{ path: 'seller.taxId', type: 'text', description: 'VAT No.', format: 'euVatNumber' },
	{
		path: 'seller.creditCode',
		type: 'text',
		description: '统一社会信用代码',
		format: 'chineseCreditCode',
	},
	{ path: 'buyer.idNumber', type: 'text', description: '身份证号', format: 'chineseIdNumber' },
	{ path: 'lineItems[].description', type: 'text', description: 'Goods or service' },
	{ path: 'lineItems[].quantity', type: 'number', description: 'Quantity' },
	{ path: 'lineItems[].unitPrice', type: 'amount', description: 'Unit price' },
	{ path: 'lineItems[].amount', type: 'amount', description: 'Amount of the line' },
	{ path: 'subtotal', type: 'amount', description: 'Subtotal, before tax' },
	{ path: 'discount', type: 'amount', description: 'Discount' },
	{ path: 'shipping', type: 'amount', description: 'Shipping, freight' },
	{ path: 'taxRate', type: 'text', description: 'VAT rate' },
	{ path: 'tax', type: 'amount', description: 'Tax, VAT' },
	{ path: 'total', type: 'amount', description: 'Total, with tax' },
	{ path: 'amountPaid', type: 'amount', description: 'Amount paid, deposit' },
	{ path: 'amountDue', type: 'amount', description: 'Amount due' },
	{ path: 'iban', type: 'text', description: 'IBAN', format: 'iban' },
	{ path: 'cardNumber', type: 'text', description: 'Card', format: 'cardNumber' },
];

/** Typed fields of a document, with null for what it does not print. */
export type GeneratedDocument = Record<string, unknown>;

/** Gives the fields of an invoice whose sums and check digits are all right, laid out in one of several ways. */
export function generateDocument(random: Random): GeneratedDocument {
	const rate = random.pick([5, 7, 10, 13, 19, 20, 25]);
	const areLinesWithTax = random.whole(1, 4) === 1;
	const lines = Array.from({ length: random.whole(1, 3) }, () => generateLine(random));
	const sum = lines.reduce((total, line) => total + line.cents, 0);
	const discount = areLinesWithTax ? 0 : random.pick([0, 0, Math.round(sum * 0.03) + 1]);
	const shipping = areLinesWithTax ? 0 : random.pick([0, 0, random.whole(290, 2500)]);
	const tax = areLinesWithTax
		? Math.round((sum * rate) / (100 + rate))
		: Math.round(((sum - discount + shipping) * rate) / 100);
	const subtotal = areLinesWithTax ? sum - tax : sum;
	const total = subtotal - discount + shipping + tax;
	const paid = random.pick([0, 0, random.whole(100, Math.max(101, total - 1))]);
	return {
		invoiceNumber: `R-${random.digits(6)}`,
		invoiceDate: `2026-${String(random.whole(10, 12))}-${random.whole(10, 28)}`,
		seller: {
			name: 'Hardware Store',
			taxId: `DE${random.digits(9)}`,
			creditCode: generateCreditCode(random),
		},
		buyer: { idNumber: generateChineseIdNumber(random) },
		lineItems: lines.map(({ item }) => item),
		subtotal: random.whole(1, 6) === 1 ? null : subtotal / 100,
		discount: orNull(discount),
		shipping: orNull(shipping),
		taxRate: `${rate}%`,
		tax: tax / 100,
		total: total / 100,
		amountPaid: orNull(paid),
		amountDue: paid === 0 ? null : (total - paid) / 100,
		iban: generateIban(random),
		cardNumber: generateCardNumber(random),
	};
}

function generateLine(random: Random): { cents: number; item: Record<string, unknown> } {
	const quantity = random.pick([1, 2, 3, random.whole(4, 250), random.whole(11, 99) / 10]);
	const price = random.whole(35, 250_00);
	const cents = Math.round(quantity * price);
	const description = random.pick(['Cable', 'Screws', 'Delivery of sand', 'Working hours']);
	const isPriced = random.whole(1, 5) > 1;
	return {
		cents,
		item: {
			description,
			quantity: isPriced ? quantity : null,
			unitPrice: isPriced ? price / 100 : null,
			amount: cents / 100,
		},
	};
}

function orNull(cents: number): number | null {
	return cents === 0 ? null : cents / 100;
}
