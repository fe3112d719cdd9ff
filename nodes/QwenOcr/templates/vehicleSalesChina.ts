import { template } from './template';
import { CHINESE_INVOICE, VIN_PATTERN } from './vocabulary';

const group = 'Invoice';

/** Invoices for vehicles, which China prints on forms of their own. */
export const vehicleSalesChina = [
	template({
		value: 'motorVehicleSalesInvoiceChina',
		group,
		kind: 'Motor-Vehicle Sales (China)',
		description: 'Numbers, date, buyer, seller, vehicle and amounts of a 机动车销售统一发票',
		schema: {
			...CHINESE_INVOICE,
			invoiceDate: '开票日期 {date, required}',
			taxControlCode: '税控码',
			buyer: {
				name: '购买方名称 {text, required}',
				taxId: '购买方 纳税人识别号 / 统一社会信用代码 / 身份证号码',
			},
			vehicle: {
				type: '车辆类型',
				model: '厂牌型号 {text, required}',
				origin: '产地',
				certificateNumber: '合格证号',
				importCertificateNumber: '进口证明书号',
				inspectionNumber: '商检单号',
				engineNumber: '发动机号码',
				vin: `车辆识别代号/车架号码 {text, required, pattern: ${VIN_PATTERN}}`,
				tonnage: '吨位',
				seats: '限乘人数 {number}',
			},
			seller: {
				name: '销货单位名称 {text, required}',
				taxId: '销货单位 纳税人识别号 {chineseCreditCode, required}',
				address: '销货单位 地址',
				phone: '销货单位 电话',
				bank: '开户银行',
				account: '账号',
			},
			taxRate: '增值税税率或征收率',
			subtotal: '不含税价（小写） {amount}',
			tax: '增值税税额 {amount}',
			total: '价税合计（小写） {amount, required}',
			totalInWords: '价税合计（大写）',
			taxOffice: '主管税务机关及代码',
			taxPaymentNumber: '完税凭证号码',
			issuedBy: '开票人',
		},
	}),
	template({
		value: 'usedVehicleSalesInvoiceChina',
		group,
		kind: 'Used-Vehicle Sales (China)',
		description: 'Numbers, date, buyer, seller, vehicle and price of a 二手车销售统一发票',
		schema: {
			...CHINESE_INVOICE,
			invoiceDate: '开票日期 {date, required}',
			taxControlCode: '税控码',
			buyer: {
				name: '买方单位/个人 {text, required}',
				taxId: '买方 单位代码/身份证号码',
				address: '买方单位/个人住址',
				phone: '买方 电话',
			},
			seller: {
				name: '卖方单位/个人 {text, required}',
				taxId: '卖方 单位代码/身份证号码',
				address: '卖方单位/个人住址',
				phone: '卖方 电话',
			},
			vehicle: {
				plateNumber: '车牌照号 {text, required}',
				registrationNumber: '登记证号',
				type: '车辆类型',
				vin: `车架号/车辆识别代码 {text, required, pattern: ${VIN_PATTERN}}`,
				model: '厂牌型号',
				destinationOffice: '转入地车辆管理所名称',
			},
			total: '车价合计（小写） {amount, required}',
			totalInWords: '车价合计（大写）',
			market: { name: '二手车市场', taxId: '二手车市场 纳税人识别号', address: '二手车市场 地址' },
			auctioneer: { name: '经营、拍卖单位', taxId: '经营、拍卖单位 纳税人识别号' },
			issuedBy: '开票人',
			remarks: '备注',
		},
	}),
];
