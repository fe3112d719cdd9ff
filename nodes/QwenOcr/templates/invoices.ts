import { template } from './template';
import { BIC_PATTERN, LINE_ITEM } from './vocabulary';

const group = 'Invoice';

/** Invoices outside China. */
export const invoices = [
	template({
		value: 'invoice',
		group,
		kind: 'International',
		description:
			'Number, dates, seller, buyer, line items and amounts of an invoice in any language',
		schema: {
			invoiceNumber: 'Invoice No. {text, required}',
			invoiceDate: 'Invoice date {date, required}',
			dueDate: 'Due date {date}',
			purchaseOrderNumber: 'Purchase order, PO No.',
			seller: {
				name: 'Who sends the invoice {text, required}',
				taxId: 'VAT No. or tax ID of the seller',
				address: 'Address of the seller',
			},
			buyer: {
				name: 'Bill to',
				taxId: 'VAT No. or tax ID of the buyer',
				address: 'Address of the buyer',
			},
			lineItems: [LINE_ITEM],
			subtotal: 'Subtotal, before tax {amount}',
			discount: 'Discount {amount}',
			shipping: 'Shipping, freight, delivery {amount}',
			tax: 'Tax, VAT, GST {amount}',
			total: 'Total, Grand total, Total due, with tax {amount, required}',
			amountPaid: 'Amount paid, deposit {amount}',
			amountDue: 'Amount due, Balance due, if printed apart from the total {amount}',
			paymentTerms: 'Payment terms',
			bank: 'Bank',
			iban: 'IBAN {iban}',
			bic: `BIC, SWIFT {pattern: ${BIC_PATTERN}}`,
			paymentReference: 'Payment reference',
		},
	}),
	template({
		value: 'invoiceEu',
		group,
		kind: 'European Union',
		description:
			'Number, dates, seller and buyer with VAT numbers, line items, VAT per rate and amounts of an invoice from the EU',
		schema: {
			invoiceNumber: 'Invoice No., Rechnungsnummer, N° de facture, Nº de factura {text, required}',
			invoiceDate: 'Invoice date, Rechnungsdatum, Date de facture {date, required}',
			supplyDate: 'Date of supply, Leistungsdatum, Date de livraison {date}',
			dueDate: "Due date, Fälligkeit, Date d'échéance {date}",
			purchaseOrderNumber: 'Purchase order, Bestellnummer, N° de commande',
			seller: {
				name: 'Who sends the invoice {text, required}',
				taxId: 'VAT No., USt-IdNr., N° TVA, P. IVA, NIF-IVA of the seller {euVatNumber}',
				address: 'Address of the seller {text, required}',
			},
			buyer: {
				name: 'Who receives the invoice {text, required}',
				taxId: 'VAT No., USt-IdNr., N° TVA, P. IVA, NIF-IVA of the buyer {euVatNumber}',
				address: 'Address of the buyer',
			},
			lineItems: [{ ...LINE_ITEM, taxRate: 'VAT rate, MwSt., TVA, with %' }],
			taxBreakdown: [
				{
					rate: 'VAT rate, with %',
					taxableAmount: 'Net amount at this rate {amount}',
					tax: 'VAT at this rate {amount}',
				},
			],
			subtotal: 'Net total, Nettobetrag, Total HT, Imponibile {amount}',
			discount: 'Discount, Rabatt, Remise {amount}',
			shipping: 'Shipping, Versand, Frais de port {amount}',
			tax: 'VAT in total, MwSt., TVA, IVA {amount}',
			total: 'Gross total, Gesamtbetrag, Total TTC, Totale {amount, required}',
			amountPaid: 'Amount paid, Anzahlung, Acompte {amount}',
			amountDue: 'Amount due, Zahlbetrag, Net à payer {amount}',
			iban: 'IBAN {iban}',
			bic: `BIC, SWIFT {pattern: ${BIC_PATTERN}}`,
			paymentReference: 'Payment reference, Verwendungszweck',
		},
	}),
	template({
		value: 'utilityBill',
		group,
		kind: 'Utility Bill',
		description:
			'Supplier, customer, account, period, meter readings and amounts of a bill for power, gas, water or a line',
		schema: {
			invoiceNumber: 'Bill No. or invoice No.',
			invoiceDate: 'Bill date {date, required}',
			dueDate: 'Due date {date}',
			accountNumber: 'Account No. or customer No. {text, required}',
			seller: {
				name: 'Name of the supplier {text, required}',
				taxId: 'VAT No. or tax ID of the supplier',
				address: 'Address of the supplier',
			},
			buyer: {
				name: 'Name of the customer {text, required}',
				address: 'Address of the customer',
			},
			supplyAddress: 'Address that is supplied, if another',
			periodFrom: 'First day of the billing period {date}',
			periodTo: 'Last day of the billing period {date}',
			meters: [
				{
					meterNumber: 'Meter No.',
					previousReading: 'Previous reading {number}',
					currentReading: 'Current reading {number}',
					consumption: 'Units used {number}',
					unit: 'Unit, such as kWh or m³',
				},
			],
			lineItems: [LINE_ITEM],
			subtotal: 'Subtotal of this period, before tax {amount}',
			tax: 'Tax, VAT, GST {amount}',
			total: 'Total of this period, with tax {amount}',
			previousBalance: 'Balance brought forward {amount}',
			amountPaid: 'Payments received {amount}',
			amountDue: 'Amount due, total to pay {amount, required}',
		},
	}),
];
