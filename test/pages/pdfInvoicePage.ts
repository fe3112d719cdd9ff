import { A4, toLiteral, type PdfPage } from './pdfFile';
import { textWidth } from './pdfFonts';
import { createRandom, type Random } from './random';

const LEFT = 56;
const RIGHT = A4.width - 56;
const ROW_HEIGHT = 17;
const ROW_COUNT = 22;
/** Lower edge of the table's header. */
const TABLE_TOP = 560;
const TABLE_BOTTOM = TABLE_TOP - ROW_COUNT * ROW_HEIGHT;

/** Columns of the table: where their text stands, and the rule on their right. */
const COLUMNS = [
	{ label: 'No.', x: LEFT + 4, align: 'left', rule: LEFT + 28 },
	{ label: 'Description', x: LEFT + 34, align: 'left', rule: 310 },
	{ label: 'Quantity', x: 356, align: 'right', rule: 362 },
	{ label: 'Unit price', x: 432, align: 'right', rule: 438 },
	{ label: 'Amount', x: RIGHT - 4, align: 'right', rule: RIGHT },
] as const;

const GOODS = [
	'Hydraulic hose, reinforced, 12 mm',
	'Ball bearing 6204-2RS',
	'Maintenance of the filling line, per hour',
	'Cable gland M20 with seal',
	'Stainless steel sheet 2 mm, cut to size',
	'Travel costs',
	'Gear oil ISO VG 220, drum of 60 l',
];

const RECIPIENT = ['Brightwater Foods GmbH', 'Accounts payable', 'Hafenstr. 44', '20457 Hamburg'];

/**
 * Draws a digital invoice as an accounting program prints it: letterhead with a coloured mark, two
 * addresses, a table with rules and a shaded header, totals, small print. `seed` picks the goods and
 * the numbers.
 */
export function invoicePage(seed: number): PdfPage {
	const random = createRandom(seed);
	const goods = Array.from({ length: ROW_COUNT }, () => pickGoods(random));
	const net = goods.reduce((sum, { quantity, price }) => sum + quantity * price, 0);
	const content = [
		letterhead(random.fill('INV-2024-#####')),
		tableFrame(),
		tableRow(
			COLUMNS.map(({ label }) => label),
			TABLE_TOP,
			true,
		),
		...goods.map(({ name, quantity, price }, index) =>
			tableRow(
				[String(index + 1), name, String(quantity), amount(price), amount(quantity * price)],
				TABLE_TOP - (index + 1) * ROW_HEIGHT,
				false,
			),
		),
		totals(net),
		smallPrint(),
	];
	return { kind: 'drawing', content: content.join('\n') };
}

function pickGoods(random: Random) {
	return {
		name: random.pick(GOODS),
		quantity: random.integer(1, 40),
		price: random.integer(150, 48_000),
	};
}

function letterhead(number: string): string {
	const facts = [
		`Invoice number: ${number}`,
		'Invoice date: 14 March 2024',
		'Terms: 30 days net, delivered at place',
	];
	return [
		`0.05 0.35 0.6 rg ${LEFT} 770 34 34 re f 0.9 0.45 0.1 rg ${LEFT + 17} 770 17 17 re f`,
		print('Aldermoor Machine Works Ltd', LEFT + 46, 782, { size: 16, isBold: true }),
		print('Foundry Lane 18, Leicester LE4 9HA, United Kingdom', LEFT, 750, { size: 8 }),
		...RECIPIENT.map((line, index) => print(line, LEFT, 722 - index * 14, { size: 11 })),
		print('INVOICE', RIGHT, 722, { size: 20, isBold: true, align: 'right' }),
		...facts.map((fact, index) => print(fact, RIGHT, 700 - index * 14, { align: 'right' })),
		print('We thank you for your order and charge as agreed:', LEFT, 620),
	].join('\n');
}

function tableFrame(): string {
	const top = TABLE_TOP + ROW_HEIGHT;
	const heights = Array.from({ length: ROW_COUNT + 2 }, (_, index) => top - index * ROW_HEIGHT);
	return [
		`0.88 g ${LEFT} ${TABLE_TOP} ${RIGHT - LEFT} ${ROW_HEIGHT} re f 0.45 G 0.5 w`,
		...heights.map((y) => `${LEFT} ${y} m ${RIGHT} ${y} l S`),
		...[LEFT, ...COLUMNS.map(({ rule }) => rule)].map(
			(x) => `${x} ${TABLE_BOTTOM} m ${x} ${top} l S`,
		),
	].join('\n');
}

function tableRow(cells: string[], bottom: number, isBold: boolean): string {
	return COLUMNS.map(({ x, align }, index) =>
		print(cells[index], x, bottom + 5, { size: 9, align, isBold }),
	).join('\n');
}

/** `net` in cents. */
function totals(net: number): string {
	const tax = Math.round(net * 0.19);
	const lines = [
		['Net amount', amount(net)],
		['VAT 19 %', amount(tax)],
		['Total EUR', amount(net + tax)],
	];
	return lines
		.flatMap(([label, value], index) => {
			const style = { size: 11, align: 'right', isBold: index === lines.length - 1 } as const;
			const baseline = TABLE_BOTTOM - 20 - index * 16;
			return [print(label, 420, baseline, style), print(value, RIGHT - 4, baseline, style)];
		})
		.join('\n');
}

function smallPrint(): string {
	return [
		'Goods remain our property until they are paid in full. Claims must reach us within eight days of delivery.',
		'Bank: Midland Trade Bank, IBAN GB33 BUKB 2020 1555 5555 55, BIC BUKBGB22. Company no. 04418821.',
	]
		.map((line, index) => print(line, LEFT, 70 - index * 10, { size: 7 }))
		.join('\n');
}

interface PrintStyle {
	size?: number;
	align?: 'left' | 'right';
	isBold?: boolean;
}

function print(text: string, x: number, baseline: number, style: PrintStyle = {}): string {
	const { size = 10, align = 'left', isBold = false } = style;
	const left = align === 'left' ? x : x - textWidth(text, size, isBold);
	const font = isBold ? 'Bold' : 'Regular';
	return `BT 0 g /${font} ${size} Tf ${left.toFixed(2)} ${baseline} Td ${toLiteral(text)} Tj ET`;
}

function amount(cents: number): string {
	return (cents / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
}
