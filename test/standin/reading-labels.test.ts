import { extractAllFields, extractFields, type ReadLine } from './reading';
import { likeness } from './reading/likeness';
import { splitAtColons, splitAtKnownLabels } from './reading/lineSegments';
import { printed, turnedLine } from './reading/testLines';
import { kindOfField, misfit } from './reading/valueKinds';

describe('likeness of a name and a label', () => {
	it.each([
		['invoice_number', 'Invoice No.', 0.9],
		['invoiceNumber', 'INVOICE #:', 0.9],
		['vat_no', 'VAT Reg No', 0.9],
		['date_of_birth', 'DOB', 0.9],
		['tax', 'VAT (20%)', 0.9],
		['invoice_number', '发票号码', 0.9],
		['姓名', 'Name', 0.9],
		['surname', 'Surname / Nom', 0.9],
		['passport_number', 'Passport nurnber', 0.6],
		['联系电话', '电话', 0.9],
		['单位地址', '地址', 0.55],
		['bank_name', 'Bank', 0.7],
	])('%s is said by %s', (name, label, least) => {
		expect(likeness(name, label)).toBeGreaterThanOrEqual(least);
	});

	it.each([
		['colour_of_sky', 'Colour'],
		['invoice_date', 'Due Date'],
		['invoice_number', 'Invoice Date'],
		['name', 'Account name'],
		['发票代码', '发票号码'],
		['plate_number', 'Place of birth'],
		['total', 'Subtotal'],
		['seat_number', 'VAT number'],
	])('%s is not said by %s', (name, label) => {
		expect(likeness(name, label)).toBeLessThan(0.55);
	});

	it('forgives a word that the page says elsewhere', () => {
		const plain = likeness('invoice_number', 'Number');
		const onInvoice = likeness('invoice_number', 'Number', new Set(['invoice']));
		expect(onInvoice).toBeGreaterThan(plain);
	});
});

describe('labels within a line', () => {
	const isLabel = (text: string) => ['Date', 'Time', '性别', '民族', 'VAT No.'].includes(text);
	const pairsOf = (segments: ReturnType<typeof splitAtColons>) =>
		segments.map(({ label, value }) => [label, value]);

	it.each([
		['Time: 18:27', [['Time', '18:27']]],
		[
			'Date: 14 May Time: 18:27',
			[
				['Date', '14 May'],
				['Time', '18:27'],
			],
		],
		[
			'Signature: ______ Date: 14/03/2025',
			[
				['Signature', ''],
				['Date', '14/03/2025'],
			],
		],
		['网址：https://example.com/a', [['网址', 'https://example.com/a']]],
		['18:27:05', []],
	])('are parted at colons: %s', (text, pairs) => {
		expect(pairsOf(splitAtColons(text, isLabel))).toEqual(pairs);
	});

	it.each([
		['VAT No. GB 482', [['VAT No.', 'GB 482']]],
		['4a. Date 20.09.2021', [['Date', '20.09.2021']]],
		[
			'性别 女 民族 汉',
			[
				['性别', '女'],
				['民族', '汉'],
			],
		],
		['Some Date 2021', []],
	])('are known at its beginning: %s', (text, pairs) => {
		expect(pairsOf(splitAtKnownLabels(text, isLabel, isLabel))).toEqual(pairs);
	});
});

describe('kinds of values', () => {
	it.each([
		['due_date', 'date', '13 April 2025', 'Net'],
		['total_due', 'amount', 'GBP 786.18', 'Paid'],
		['email', 'email', 'a@example.com', 'example.com'],
		['开票日期', 'date', '2025年03月14日', '王建国'],
		['time', 'time', '18:27', 'noon'],
	] as const)('%s asks for a value of kind %s', (name, kind, good, bad) => {
		expect(kindOfField(name)).toBe(kind);
		expect(misfit(kind, good)).toBe(0);
		expect(misfit(kind, bad)).toBe(Infinity);
	});
});

interface FieldCase {
	layout: string;
	lines: ReadLine[];
	fields: Record<string, unknown>;
}

const cases: FieldCase[] = [
	{
		layout: 'labels left of their values',
		lines: [
			printed('Due Date:', 50, 50),
			printed('13 April 2025', 300, 50),
			printed('Purchase Order:', 50, 90),
			printed('PO-88213', 300, 90),
		],
		fields: { due_date: '13 April 2025', purchase_order: 'PO-88213' },
	},
	{
		layout: 'small labels above their values, side by side',
		lines: [
			printed('Last name', 50, 50, 14),
			printed('First name', 400, 50, 14),
			printed('Hartley', 50, 70),
			printed('Amelia', 400, 70),
			printed('Nationality', 50, 120, 14),
			printed('British', 50, 140),
		],
		fields: { lastName: 'Hartley', firstName: 'Amelia', nationality: 'British' },
	},
	{
		layout: 'labels that end level on the right',
		lines: [
			printed('IBAN:', 150, 50),
			printed('GB29 NWBK 6016', 260, 50),
			printed('Bank name:', 100, 80),
			printed('Severn Bank', 260, 80),
		],
		fields: { iban: 'GB29 NWBK 6016', bank: 'Severn Bank' },
	},
	{
		layout: 'totals with amounts far to the right, under a column of the same name',
		lines: [
			printed('Item', 50, 50),
			printed('Qty', 400, 50),
			printed('Total', 700, 50),
			printed('Paper', 50, 80),
			printed('2', 400, 80),
			printed('9.00', 700, 80),
			printed('Ink', 50, 110),
			printed('1', 400, 110),
			printed('31.79', 690, 110),
			printed('SUBTOTAL', 50, 170),
			printed('40.79', 690, 170),
			printed('TOTAL', 50, 200),
			printed('$41.81', 680, 200),
		],
		fields: { subtotal: '40.79', total: '$41.81' },
	},
	{
		layout: 'two pairs in a line, Chinese labels set wide',
		lines: [
			printed('姓', 50, 50),
			printed('名', 110, 50),
			printed('林晓梅', 200, 50),
			printed('性别 女 民族 汉', 50, 90),
			printed('检票口：12B 票价：¥117.5元', 50, 130),
		],
		fields: { 姓名: '林晓梅', 性别: '女', 民族: '汉', 检票口: '12B', 票价: '¥117.5元' },
	},
	{
		layout: 'an address over two lines',
		lines: [
			printed('Address:', 50, 50),
			printed('17 Elm Grove,', 200, 50),
			printed('Bristol BS8 2XD', 200, 76),
			printed('Phone:', 50, 130),
			printed('0117 496 0415', 200, 130),
		],
		fields: { address: '17 Elm Grove, Bristol BS8 2XD', phone: '0117 496 0415' },
	},
	{
		layout: 'sections with the same labels, nested',
		lines: [
			printed('购买方', 50, 50),
			printed('名称：杭州青禾有限公司', 50, 80),
			printed('销售方', 600, 50),
			printed('名称：宁波北风有限公司', 600, 80),
		],
		fields: { 销售方: { 名称: '宁波北风有限公司' }, 购买方: { 名称: '杭州青禾有限公司' } },
	},
	{
		layout: 'sections named by the key',
		lines: [
			printed('Sender', 50, 50),
			printed('Phone: 0117 496 0415', 50, 80),
			printed('Recipient', 50, 150),
			printed('Phone: 0131 555 7731', 50, 180),
		],
		fields: { sender_phone: '0117 496 0415', recipient_phone: '0131 555 7731' },
	},
	{
		layout: 'one date without a label',
		lines: [printed('G7342', 50, 50), printed('2025年03月14日 08:36开', 50, 90)],
		fields: { 日期: '2025年03月14日', 时间: '08:36' },
	},
];

const emptied = (fields: Record<string, unknown>): Record<string, unknown> =>
	Object.fromEntries(
		Object.entries(fields).map(([key, value]) => [
			key,
			typeof value === 'object' && value !== null ? emptied({ ...value }) : '',
		]),
	);

describe('extractFields', () => {
	it.each(cases)('reads $layout', ({ lines, fields }) => {
		expect(extractFields(lines, emptied(fields))).toEqual(fields);
	});

	it.each([90, 180, -7])('reads a page turned by %d degrees', (degrees) => {
		const [{ lines, fields }] = cases;
		const turned = lines.map((line) => turnedLine(line, degrees));
		expect(extractFields(turned, emptied(fields))).toEqual(fields);
	});

	it('gives null for what is not on the page, and for an empty page', () => {
		const [{ lines }] = cases;
		const schema = { colour_of_sky: '', Bank: { IBAN: '' } };
		const nothing = { colour_of_sky: null, Bank: { IBAN: null } };
		expect(extractFields(lines, schema)).toEqual(nothing);
		expect(extractFields([], schema)).toEqual(nothing);
	});

	it('does not take the next label for the value of an empty field', () => {
		const lines = [
			printed('Middle name:', 50, 50),
			printed('Last name:', 50, 90),
			printed('Hartley', 250, 90),
		];
		expect(extractFields(lines, { middle_name: '', last_name: '' })).toEqual({
			middle_name: null,
			last_name: 'Hartley',
		});
	});

	it('does not take a date with another label for the date', () => {
		const lines = [printed('Date of birth', 50, 50), printed('23/07/1991', 300, 50)];
		const schema = { invoice_date: '', nationality: '' };
		expect(extractFields(lines, schema)).toEqual({ invoice_date: null, nationality: null });
	});

	it('finds a field by the label that its hint names', () => {
		const lines = [printed('Auth code: 09316Z', 50, 50)];
		expect(extractFields(lines, { approval: 'the letters behind "Auth code"' })).toEqual({
			approval: '09316Z',
		});
	});

	it('fills a list from the table whose header matches, without its totals', () => {
		const rows = [
			['Description', 'Qty', 'Amount'],
			['Copy paper', '12', '222.00'],
			['Toner', '3', '194.70'],
			['Total', '15', '416.70'],
		];
		const lines = rows.flatMap((cells, row) =>
			cells.map((cell, column) => printed(cell, 50 + 300 * column, 50 + 40 * row)),
		);
		const schema = {
			items: [{ description: '', quantity: '', amount: '', colour: '' }],
			planets: [{ planet: '', moons: '' }],
		};
		expect(extractFields(lines, schema)).toEqual({
			items: [
				{ description: 'Copy paper', quantity: '12', amount: '222.00', colour: null },
				{ description: 'Toner', quantity: '3', amount: '194.70', colour: null },
			],
			planets: [],
		});
	});
});

describe('extractAllFields', () => {
	it('gives every label with its value in reading order, repeated ones numbered', () => {
		const lines = [
			printed('INVOICE', 50, 10, 30),
			printed('名称：杭州青禾有限公司', 50, 60),
			printed('名称：宁波北风有限公司', 50, 100),
			printed('Subtotal', 50, 140),
			printed('655.15', 600, 140),
			printed('VAT No. GB 482 9917 36', 50, 180),
		];
		expect(Object.entries(extractAllFields(lines))).toEqual([
			['名称', '杭州青禾有限公司'],
			['名称 (2)', '宁波北风有限公司'],
			['Subtotal', '655.15'],
			['VAT No.', 'GB 482 9917 36'],
		]);
	});

	it('finds no fields in sentences', () => {
		const lines = [
			printed('Payment is due within 30 days of the invoice date. Goods remain the', 50, 50),
			printed('continue, with one change: work in the channel should begin in May', 50, 80),
		];
		expect(extractAllFields(lines)).toEqual({});
	});
});
