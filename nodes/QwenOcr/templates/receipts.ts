import { template } from './template';

const group = 'Receipt';

/** Proofs of payment. */
export const receipts = [
	template({
		value: 'receipt',
		group,
		kind: 'Till or Restaurant',
		description: 'Shop, date, goods, amounts and payment of a till or restaurant receipt',
		schema: {
			seller: {
				name: 'Name of the shop, at the top {text, required}',
				taxId: 'VAT No., tax ID, GST No.',
				address: 'Address of the shop',
				phone: 'Tel., 电话',
			},
			receiptNumber: 'Receipt No., 小票号, 单号',
			purchaseDate: 'Date, 日期 {date, required}',
			purchaseTime: 'Time, 时间',
			cashier: 'Cashier, 收银员',
			lineItems: [
				{
					description: 'Item, Description, 品名 {text, required}',
					quantity: 'Qty, 数量 {number}',
					unitPrice: 'Unit price, 单价 {amount}',
					amount: 'Amount, Price, 金额 {amount}',
				},
			],
			subtotal: 'Subtotal, 小计 {amount}',
			discount: 'Discount, 优惠 {amount}',
			tax: 'Tax, VAT, GST {amount}',
			tip: 'Tip, gratuity, service charge {amount}',
			total: 'Total, 合计 {amount, required}',
			amountPaid: 'Amount paid, 实付, 实收 {amount}',
			change: 'Change, 找零 {amount}',
			paymentMethod: 'How it was paid, such as Cash or VISA, 支付方式',
		},
	}),
	template({
		value: 'paymentReceiptChina',
		group,
		kind: 'Payment (China)',
		description: 'Number, date, payer, payee, reason and amount of a 收款收据',
		schema: {
			receiptNumber: 'No.，收据编号',
			receiptDate: '日期，年 月 日 {date, required}',
			payer: '今收到 / 交款单位 {text, required}',
			payee: '收款单位（盖章）',
			reason: '交来 / 收款事由',
			lineItems: [
				{
					description: '项目',
					quantity: '数量 {number}',
					unitPrice: '单价 {amount}',
					amount: '金额 {amount}',
				},
			],
			total: '金额（小写） {amount, required}',
			totalInWords: '人民币（大写）',
			paymentMethod: '收款方式，如 现金、转账、支票',
			accountant: '会计',
			cashier: '出纳',
			handledBy: '经手人',
		},
	}),
	template({
		value: 'nonTaxRevenueBillChina',
		group,
		kind: 'Non-Tax Revenue (China)',
		description: 'Codes, date, payer, items and amount of a 非税收入统一票据',
		schema: {
			billCode: '票据代码 {text, required}',
			billNumber: '票据号码 {text, required}',
			checkCode: '校验码',
			issueDate: '开票日期 {date, required}',
			payer: {
				name: '交款人 {text, required}',
				taxId: '交款人统一社会信用代码',
			},
			lineItems: [
				{
					code: '项目编码',
					description: '项目名称 {text, required}',
					unit: '单位',
					quantity: '数量 {number}',
					unitPrice: '标准 {amount}',
					amount: '金额（元） {amount}',
					remarks: '备注',
				},
			],
			total: '金额合计（小写） {amount, required}',
			totalInWords: '金额合计（大写）',
			payee: '收款单位（章） {text, required}',
			reviewer: '复核人',
			cashier: '收款人',
		},
	}),
];
