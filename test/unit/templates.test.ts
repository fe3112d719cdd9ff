import { readResultSchema } from '../../nodes/QwenOcr/dashscope/resultSchema';
import { EACH, parsePath } from '../../nodes/QwenOcr/fieldLists/fieldPath';
import { readFieldList } from '../../nodes/QwenOcr/fieldLists/readFieldList';
import { readTypedSchema } from '../../nodes/QwenOcr/fieldLists/readTypedSchema';
import { toResultSchema } from '../../nodes/QwenOcr/fieldLists/toResultSchema';
import {
	describeTemplate,
	templateFieldList,
	templates,
	type Template,
} from '../../nodes/QwenOcr/templates';

const byValue = new Map(templates.map((template) => [template.value, template]));

describe.each(templates.map((template) => [template.value, template] as const))(
	'the template %s',
	(_, template) => {
		const paths = template.fields.map(({ path }) => path);

		it('becomes a schema that the service accepts', () => {
			const schema = toResultSchema(template.fields);
			expect(readResultSchema(JSON.stringify(schema))).toEqual(schema);
		});

		it('is a typed schema to start a list of one’s own from', () => {
			const typed = readResultSchema(templateFieldList(template));
			expect(readTypedSchema(typed).fields).toEqual(template.fields);
		});

		it('holds what a field list of the UI may hold', () => {
			const rows = template.fields.map(({ path, choices, ...field }) => ({
				...field,
				name: path,
				choices: choices?.join(', '),
			}));
			expect(readFieldList({ field: rows })).toEqual(template.fields);
		});

		it('has camelCase names, a hint for each, and something it requires', () => {
			const names = paths.flatMap((path) => parsePath(path) ?? []).filter((step) => step !== EACH);
			for (const name of names) expect(name).toMatch(/^[a-z][a-zA-Z0-9]*$/);
			expect(template.fields.filter((field) => field.description === '')).toEqual([]);
			expect(template.fields.some(({ required }) => required)).toBe(true);
		});

		it('leaves the names free that currencies get', () => {
			const amounts = template.fields.filter(({ type }) => type === 'amount');
			const currencies = amounts.map(({ path }) => `${path}Currency`);
			expect(paths.filter((path) => currencies.includes(path))).toEqual([]);
		});

		it('says what it returns', () => {
			expect(template.value).toMatch(/^[a-z][a-zA-Z]*$/);
			expect(template.name).toMatch(/^[A-Z][\w-]*: [A-Z]/);
			expect(template.name.startsWith(`${template.group}: `)).toBe(true);
			expect(template.description).toMatch(/^[A-Z].*[^.]$/);
		});
	},
);

describe('the templates', () => {
	it('have values and names of their own', () => {
		expect(byValue.size).toBe(templates.length);
		expect(new Set(templates.map(({ name }) => name)).size).toBe(templates.length);
	});

	it('stand in the order that n8n demands, which keeps groups together', () => {
		const names = templates.map(({ name }) => name);
		expect(names).toEqual([...names].sort((one, other) => one.localeCompare(other)));
		const groups = templates.map(({ group }) => group);
		const changes = groups.filter((group, index) => group !== groups[index - 1]);
		expect(changes).toEqual([...new Set(groups)]);
	});

	it('name amounts by one vocabulary', () => {
		const common = 'subtotal discount shipping tax total amountPaid amountDue unitPrice amount';
		const special = {
			invoiceEu: 'taxableAmount',
			utilityBill: 'previousBalance',
			receipt: 'tip change',
			airTicketChina: 'fare fuelSurcharge developmentFee otherTaxes insurance',
			taxiReceiptChina: 'surcharge',
			bankSlip: 'fee',
			bankStatement: 'openingBalance closingBalance debit credit balance',
		};
		for (const { value, fields } of templates) {
			const own = Object.entries(special).find(([key]) => key === value)?.[1] ?? '';
			const known = `${common} ${own}`.split(' ');
			const amounts = fields.filter(({ type }) => type === 'amount');
			const names = amounts.map(({ path }) => String(parsePath(path)?.at(-1)));
			expect(names.filter((name) => !known.includes(name))).toEqual([]);
		}
	});

	it('check what has a check digit', () => {
		const formats = (value: string) =>
			(byValue.get(value)?.fields ?? [])
				.filter(({ format }) => format !== undefined && format !== 'pattern')
				.map(({ path, format }) => `${path} ${format}`);
		expect(formats('vatInvoiceChina')).toEqual([
			'buyer.taxId chineseCreditCode',
			'seller.taxId chineseCreditCode',
		]);
		expect(formats('invoice')).toEqual(['iban iban']);
		expect(formats('invoiceEu')).toContain('seller.taxId euVatNumber');
		expect(formats('bankCard')).toEqual(['cardNumber cardNumber']);
		expect(formats('chineseIdCardFront')).toEqual(['idNumber chineseIdNumber']);
		expect(formats('businessLicenceChina')).toEqual(['creditCode chineseCreditCode']);
	});

	it('are described by the names that they return', () => {
		expect(describeTemplate(byValue.get('paymentReceiptChina') as Template)).toBe(
			'Returns receiptNumber, receiptDate, payer, payee, reason, lineItems, total, totalInWords, paymentMethod, accountant, cashier, handledBy',
		);
	});
});

/** The kinds that the service's guide names for key_information_extraction. */
const KINDS: Array<[string, string]> = [
	['passport', '中国护照 澳门护照 印度护照 新加坡护照 泰国护照 美国护照 澳大利亚护照 阿联酋护照'],
	['travelPermitChina', '往来港澳通行证 往来台湾通行证 港澳居民来往内地通行证'],
	['drivingLicenceChina', '机动车驾驶证'],
	['drivingLicence', '菲律宾驾照 日本驾照 美国驾照'],
	['vehicleNameplateChina', '机动车铭牌'],
	['vehicleConformityCertificateChina', '车辆合格证'],
	['vehicleRegistrationCertificateChina', '机动车登记证'],
	['motorVehicleSalesInvoiceChina', '机动车销售统一发票'],
	['usedVehicleSalesInvoiceChina', '二手车销售发票'],
	['vatRollInvoiceChina', '增值税普通发票(卷票)'],
	['fixedAmountInvoiceChina', '定额专用发票'],
	['machinePrintedInvoiceChina', '通用机打发票'],
	['taxPaymentCertificateChina', '税收完税证明'],
	['nonTaxRevenueBillChina', '中央非税收入统一票据'],
	['trainTicketChina', '12306高铁票 火车票'],
	['shipTicketChina', '船票'],
	['tollReceiptChina', '高速公路车辆通行费票据 高速公路机打发票'],
	['bankCard', '信用卡'],
	['acceptanceBillChina', '电子银行承兑汇票'],
	['paymentReceiptChina', '收款收据'],
	['socialSecurityCardChina', '社会保障卡'],
	['businessLicenceChina', '营业执照'],
	['foodOperationLicenceChina', '食品经营许可证'],
	['foodProductionLicenceChina', '食品生产许可证'],
	['drugOperationLicenceChina', '药品经营许可证'],
	['medicalDeviceLicenceChina', '医疗器械经营许可证'],
	['realEstateCertificateChina', '不动产权证书'],
	[
		'identityCard',
		'香港 澳门 印度尼西亚 泰国 越南 马来西亚 菲律宾 印度 土耳其 巴基斯坦 墨西哥 英国 美国',
	],
];

describe('the kinds that the service names', () => {
	it('are 53', () => {
		expect(KINDS.flatMap(([, kinds]) => kinds.split(' '))).toHaveLength(53);
	});

	test.each(KINDS)('have the template %s for %s', (value) => {
		expect(byValue.has(value)).toBe(true);
	});
});
