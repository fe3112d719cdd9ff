import { template } from './template';

/** Proofs of Chinese offices about taxes and property. */
export const certificates = [
	template({
		value: 'taxPaymentCertificateChina',
		group: 'Certificate',
		kind: 'Tax Payment (China)',
		description: 'Number, date, taxpayer, taxes with periods and total of a 税收完税证明',
		schema: {
			certificateNumber: 'No.，右上角的号码 {text, required}',
			issueDate: '填发日期 {date, required}',
			taxOffice: '税务机关',
			taxpayer: {
				name: '纳税人名称 {text, required}',
				taxId: '纳税人识别号 {text, required}',
			},
			lineItems: [
				{
					originalNumber: '原凭证号',
					description: '税种 {text, required}',
					item: '品目名称',
					period: '税款所属时期',
					paymentDate: '入（退）库日期 {date}',
					amount: '实缴（退）金额 {amount}',
				},
			],
			total: '金额合计（小写） {amount, required}',
			totalInWords: '金额合计（大写）',
			issuedBy: '填票人',
			remarks: '备注',
		},
	}),
	template({
		value: 'realEstateCertificateChina',
		group: 'Certificate',
		kind: 'Real Estate (China)',
		description: 'Number, owner, place, unit number, rights, use, area and term of a 不动产权证书',
		schema: {
			certificateNumber: '不动产权证号，如 粤（2019）广州市不动产权第0123456号 {text, required}',
			owner: '权利人 {text, required}',
			ownership: '共有情况',
			location: '坐落 {text, required}',
			unitNumber: '不动产单元号',
			rightType: '权利类型',
			rightNature: '权利性质',
			use: '用途',
			area: '面积，带单位',
			term: '使用期限',
			otherConditions: '权利其他状况',
			registrationAuthority: '登记机构',
			registrationDate: '登记日期 {date}',
			notes: '附记',
		},
	}),
];
