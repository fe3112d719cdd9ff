import { template } from './template';
import { BIC_PATTERN } from './vocabulary';

const group = 'Bank';

/** Papers of banks. The security code of a card is left out on purpose. */
export const banking = [
	template({
		value: 'bankCard',
		group,
		kind: 'Card',
		description: 'Number, holder, bank and expiry of a bank, debit or credit card',
		schema: {
			cardNumber: 'Card No., 卡号 {cardNumber, required}',
			holder: 'Name of the card holder',
			bank: 'Bank that issued the card, 发卡行',
			cardType: 'Debit or credit, 借记卡 / 信用卡',
			network: 'Card network, such as VISA or UnionPay 银联',
			expiry: 'Valid thru, 有效期, such as 08/29',
		},
	}),
	template({
		value: 'bankSlip',
		group,
		kind: 'Slip or Transfer',
		description: 'Date, payer, payee, amount and purpose of a bank slip or transfer (回单)',
		schema: {
			title: 'Title of the slip, such as 电子回单',
			transactionNumber: 'Transaction No., 流水号, 回单编号',
			transactionDate: 'Date, 交易日期 {date, required}',
			payer: {
				name: 'Payer, 付款人 {text, required}',
				account: 'Account of the payer, 付款人账号',
				bank: 'Bank of the payer, 付款人开户行',
			},
			payee: {
				name: 'Payee, 收款人 {text, required}',
				account: 'Account of the payee, 收款人账号',
				bank: 'Bank of the payee, 收款人开户行',
			},
			total: 'Amount, 金额（小写） {amount, required}',
			totalInWords: 'Amount in words, 金额（大写）',
			fee: 'Fee, 手续费 {amount}',
			purpose: 'Purpose, reference, 用途 / 摘要',
			verificationCode: 'Verification code, 验证码',
		},
	}),
	template({
		value: 'bankStatement',
		group,
		kind: 'Statement',
		description: 'Account, period, balances and every entry of an account statement',
		schema: {
			bank: 'Bank {text, required}',
			accountHolder: 'Account holder, 户名 {text, required}',
			accountNumber: 'Account No., 账号',
			iban: 'IBAN {iban}',
			bic: `BIC, SWIFT {pattern: ${BIC_PATTERN}}`,
			statementNumber: 'Statement No.',
			periodFrom: 'First day of the period {date}',
			periodTo: 'Last day of the period {date}',
			openingBalance: 'Opening balance, balance brought forward {amount}',
			closingBalance: 'Closing balance {amount}',
			transactions: [
				{
					date: 'Booking date, 交易日期 {date, required}',
					description: 'Text of the entry, 摘要',
					debit: 'Money out, debit, 支出 {amount}',
					credit: 'Money in, credit, 收入 {amount}',
					amount: 'Amount with its sign, where one column has both {amount}',
					balance: 'Balance after the entry, 余额 {amount}',
				},
			],
		},
	}),
	template({
		value: 'acceptanceBillChina',
		group,
		kind: 'Electronic Acceptance Bill (China)',
		description: 'Number, dates, drawer, payee, acceptor and amount of a 电子银行承兑汇票',
		schema: {
			billNumber: '票据号码 {text, required, pattern: ^[0-9 -]{30,}$}',
			status: '票据状态',
			issueDate: '出票日期 {date, required}',
			dueDate: '汇票到期日 {date, required}',
			drawer: {
				name: '出票人 全称 {text, required}',
				account: '出票人 账号',
				bank: '出票人 开户银行',
			},
			payee: {
				name: '收票人 全称 {text, required}',
				account: '收票人 账号',
				bank: '收票人 开户银行',
			},
			acceptor: {
				name: '承兑人 全称 {text, required}',
				account: '承兑人 账号',
				bank: '承兑人 开户行名称',
				bankNumber: '承兑人 开户行行号',
			},
			total: '票据金额（小写） {amount, required}',
			totalInWords: '票据金额（大写）',
			contractNumber: '交易合同号',
			transferable: '能否转让，如 可再转让、不得转让',
			acceptanceDate: '承兑日期 {date}',
		},
	}),
];
