import { template } from './template';

const group = 'Identity';

/** Documents to cross borders with. */
export const travelDocuments = [
	template({
		value: 'passport',
		group,
		kind: 'Passport',
		description:
			'Number, names, nationality, birth, dates and machine-readable lines of a passport',
		schema: {
			type: 'Type / 类型',
			countryCode: 'Country code / 国家码',
			passportNumber: 'Passport No. / 护照号码 {text, required}',
			name: 'Name in the local script / 姓名',
			surname: 'Surname / 姓 {text, required}',
			givenNames: 'Given names / 名',
			sex: 'Sex / 性别',
			nationality: 'Nationality / 国籍',
			birthDate: 'Date of birth / 出生日期 {date, required}',
			placeOfBirth: 'Place of birth / 出生地点',
			issueDate: 'Date of issue / 签发日期 {date}',
			expiryDate: 'Date of expiry / 有效期至 {date, required}',
			placeOfIssue: 'Place of issue / 签发地点',
			issuingAuthority: 'Authority / 签发机关',
			mrzLine1: 'Upper machine-readable line at the bottom, with every <',
			mrzLine2: 'Lower machine-readable line at the bottom, with every <',
		},
	}),
	template({
		value: 'travelPermitChina',
		group,
		kind: 'Travel Permit (China, Hong Kong, Macao, Taiwan)',
		description:
			'Number, holder, birth, validity and authority of a 往来港澳通行证, 往来台湾通行证 or 来往内地通行证',
		schema: {
			title: '证件名称，如 往来港澳通行证',
			documentNumber: '证件号码 {text, required, pattern: ^[A-Z0-9]{8,11}$}',
			name: '姓名 {text, required}',
			latinName: '姓名的拉丁字母写法',
			sex: '性别',
			birthDate: '出生日期 {date, required}',
			validFrom: '有效期限 的开始日期 {date}',
			validUntil: '有效期限 的结束日期 {date, required}',
			placeOfIssue: '签发地点',
			issuingAuthority: '签发机关',
			localIdNumber: '港澳身份证号码',
		},
	}),
];
