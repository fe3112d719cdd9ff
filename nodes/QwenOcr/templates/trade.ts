import { template } from './template';
import { LINE_ITEM } from './vocabulary';

const group = 'Trade';
const GOODS = {
	itemNumber: 'Item No., article No., SKU',
	description: LINE_ITEM.description,
	quantity: LINE_ITEM.quantity,
	unit: 'Unit, such as pcs or box',
};

/** Papers that go with orders and goods. */
export const trade = [
	template({
		value: 'purchaseOrder',
		group,
		kind: 'Purchase Order',
		description: 'Number, dates, buyer, seller, ordered items and amounts of a purchase order',
		schema: {
			orderNumber: 'Order No., PO No. {text, required}',
			orderDate: 'Order date {date, required}',
			deliveryDate: 'Delivery date {date}',
			buyer: {
				name: 'Who orders {text, required}',
				taxId: 'VAT No. or tax ID of the buyer',
				address: 'Address of the buyer',
			},
			seller: {
				name: 'Supplier, vendor {text, required}',
				taxId: 'VAT No. or tax ID of the supplier',
				address: 'Address of the supplier',
			},
			deliveryAddress: 'Ship to, delivery address',
			lineItems: [{ ...GOODS, unitPrice: LINE_ITEM.unitPrice, amount: LINE_ITEM.amount }],
			subtotal: 'Subtotal, before tax {amount}',
			discount: 'Discount {amount}',
			shipping: 'Shipping, freight {amount}',
			tax: 'Tax, VAT, GST {amount}',
			total: 'Total, with tax {amount}',
			paymentTerms: 'Payment terms',
			deliveryTerms: 'Delivery terms, Incoterms',
		},
	}),
	template({
		value: 'deliveryNote',
		group,
		kind: 'Delivery Note',
		description: 'Number, date, sender, receiver, goods and packages of a delivery note',
		schema: {
			deliveryNoteNumber: 'Delivery note No., 送货单号 {text, required}',
			deliveryDate: 'Date, 送货日期 {date, required}',
			orderNumber: 'Order No., 订单号',
			seller: {
				name: 'Who sends the goods, 发货单位 {text, required}',
				address: 'Address of the sender',
			},
			buyer: {
				name: 'Who receives the goods, 收货单位 {text, required}',
				address: 'Delivery address, 收货地址',
			},
			carrier: 'Carrier, 承运人',
			lineItems: [GOODS],
			packages: 'Number of packages, 件数 {number}',
			grossWeight: 'Gross weight with its unit, 毛重',
			receivedBy: 'Name of who signed for it, 收货人',
			receivedDate: 'Date of receipt, 收货日期 {date}',
		},
	}),
	template({
		value: 'billOfLading',
		group,
		kind: 'Bill of Lading',
		description: 'Number, parties, ship, ports, containers and dates of a bill of lading',
		schema: {
			billNumber: 'B/L No. {text, required}',
			bookingNumber: 'Booking No.',
			carrier: 'Carrier',
			shipper: { name: 'Shipper {text, required}', address: 'Address of the shipper' },
			consignee: { name: 'Consignee {text, required}', address: 'Address of the consignee' },
			notifyParty: { name: 'Notify party', address: 'Address of the notify party' },
			vessel: 'Vessel',
			voyage: 'Voyage No.',
			placeOfReceipt: 'Place of receipt',
			portOfLoading: 'Port of loading {text, required}',
			portOfDischarge: 'Port of discharge {text, required}',
			placeOfDelivery: 'Place of delivery',
			containers: [
				{
					containerNumber: 'Container No.',
					sealNumber: 'Seal No.',
					packages: 'Number and kind of packages',
					description: 'Description of goods',
					grossWeight: 'Gross weight with its unit',
					measurement: 'Measurement with its unit',
				},
			],
			freightTerms: 'Freight, such as PREPAID or COLLECT',
			originals: 'Number of original B/Ls',
			onBoardDate: 'Shipped on board date {date}',
			placeOfIssue: 'Place of issue',
			issueDate: 'Date of issue {date}',
		},
	}),
];
