import { template } from './template';
import { CHINESE_INVOICE } from './vocabulary';

const group = 'Invoice';

/** Invoices (发票) of the Chinese tax administration, apart from vehicles. */
export const invoicesChina = [
	template({
		value: 'vatInvoiceChina',
		group,
		kind: 'VAT (China)',
		description:
			'Numbers, date, buyer, seller, line items with tax and amounts of a 增值税发票 on paper or as a file',
		schema: {
			invoiceType: '发票名称，如 电子发票（普通发票）',
			...CHINESE_INVOICE,
			invoiceDate: '开票日期 {date, required}',
			checkCode: '校验码',
			buyer: {
				name: '购买方 名称 {text, required}',
				taxId: '购买方 纳税人识别号 / 统一社会信用代码 {chineseCreditCode}',
				address: '购买方 地址、电话',
				bankAccount: '购买方 开户行及账号',
			},
			seller: {
				name: '销售方 名称 {text, required}',
				taxId: '销售方 纳税人识别号 / 统一社会信用代码 {chineseCreditCode, required}',
				address: '销售方 地址、电话',
				bankAccount: '销售方 开户行及账号',
			},
			lineItems: [
				{
					description: '项目名称 / 货物或应税劳务、服务名称 {text, required}',
					specification: '规格型号',
					unit: '单位',
					quantity: '数量 {number}',
					unitPrice: '单价 {amount}',
					amount: '金额 {amount}',
					taxRate: '税率/征收率',
					tax: '税额 {amount}',
				},
			],
			subtotal: '合计 金额 {amount}',
			tax: '合计 税额 {amount}',
			total: '价税合计（小写） {amount, required}',
			totalInWords: '价税合计（大写）',
			remarks: '备注',
			payee: '收款人',
			reviewer: '复核',
			issuedBy: '开票人',
		},
	}),
	template({
		value: 'vatRollInvoiceChina',
		group,
		kind: 'VAT Roll (China)',
		description:
			'Numbers, date, parties, line items and total of a narrow 增值税普通发票（卷票） from a till',
		schema: {
			...CHINESE_INVOICE,
			invoiceDate: '开票日期 {date, required}',
			checkCode: '校验码',
			machineNumber: '机器编号',
			seller: {
				name: '销售方名称 {text, required}',
				taxId: '销售方 纳税人识别号 / 税号 {chineseCreditCode, required}',
			},
			buyer: {
				name: '购买方名称',
				taxId: '购买方 纳税人识别号 / 税号 {chineseCreditCode}',
			},
			lineItems: [
				{
					description: '项目 {text, required}',
					quantity: '数量 {number}',
					unitPrice: '单价 {amount}',
					amount: '金额 {amount}',
				},
			],
			total: '合计金额（小写） {amount, required}',
			totalInWords: '合计金额（大写）',
			cashier: '收款员',
		},
	}),
	template({
		value: 'machinePrintedInvoiceChina',
		group,
		kind: 'Machine-Printed (China)',
		description: 'Numbers, date, parties, line items and total of a 通用机打发票',
		schema: {
			...CHINESE_INVOICE,
			invoiceDate: '开票日期 {date, required}',
			industry: '行业分类',
			checkCode: '校验码 / 防伪码',
			seller: {
				name: '销售方名称 / 收款单位 {text, required}',
				taxId: '销售方 纳税人识别号 {chineseCreditCode}',
			},
			buyer: {
				name: '购买方名称 / 付款单位',
				taxId: '购买方 纳税人识别号 {chineseCreditCode}',
			},
			lineItems: [
				{
					description: '品名 / 项目 {text, required}',
					quantity: '数量 {number}',
					unitPrice: '单价 {amount}',
					amount: '金额 {amount}',
				},
			],
			total: '合计金额（小写） {amount, required}',
			totalInWords: '合计金额（大写）',
			issuedBy: '开票人',
			remarks: '备注',
		},
	}),
	template({
		value: 'fixedAmountInvoiceChina',
		group,
		kind: 'Fixed Amount (China)',
		description: 'Numbers, place and face value of a 定额发票',
		schema: {
			...CHINESE_INVOICE,
			title: '发票名称，如 通用定额发票',
			region: '省市',
			seller: { name: '收款单位（盖章）' },
			invoiceDate: '开票日期 {date}',
			total: '票面金额，如 壹佰元 / ¥100 {amount, required}',
		},
	}),
];
