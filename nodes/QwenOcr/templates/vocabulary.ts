/**
 * Pieces that several templates share. Amounts have one name in all of them: subtotal, discount,
 * shipping, tax, total, amountPaid, amountDue and lineItems[].amount, so that sums are checked and
 * columns are mapped alike whatever the document.
 */

/** Characters of a vehicle identification number: ISO 3779 leaves out I, O and Q. */
export const VIN_PATTERN = '^[A-HJ-NPR-Z0-9]{17}$';

/** A bank's identifier (ISO 9362), as printed. */
export const BIC_PATTERN = '^[A-Z]{6}[A-Z0-9]{2}([A-Z0-9]{3})?$';

/** Invoice code and number as the Chinese tax administration prints them. */
export const CHINESE_INVOICE = {
	invoiceCode: '发票代码 {text, pattern: ^([0-9]{10}|[0-9]{12})$}',
	invoiceNumber: '发票号码 {text, required, pattern: ^([0-9]{8}|[0-9]{20})$}',
};

/** The columns of an invoice outside China. */
export const LINE_ITEM = {
	description: 'Description of the goods or service {text, required}',
	quantity: 'Quantity, Qty {number}',
	unitPrice: 'Unit price {amount}',
	amount: 'Amount of the line {amount}',
};
