import { inCapitalNumerals } from './chineseAmount';
import {
	createChineseCompany,
	createChineseEntry,
	createChinesePersonName,
	createCreditCode,
	formatChineseDate,
} from './chineseWords';
import { chooseDay } from './dates';
import type { Draft } from './draft';
import type { Entry } from './entries';
import { drawBoxes } from './entryBoxes';
import { drawRows } from './entryRows';
import { drawTable, type Ruling, type TableColumn } from './itemTable';
import type { Random } from './random';
import { Sheet } from './sheet';
import { drawBlock } from './textBlock';
import { createTheme, type Theme } from './theme';

const WIDTH = 1360;
const MARGIN = 80;

const GOODS = [
	['复印纸', '箱'],
	['签字笔', '盒'],
	['墨粉', '支'],
	['文件柜', '个'],
	['办公椅', '把'],
	['网线', '米'],
	['显示器', '台'],
	['纯净水', '桶'],
	['包装纸箱', '个'],
	['技术服务费', '次'],
] as const;

interface ChineseItem {
	name: string;
	unit: string;
	quantity: number;
	/** Whole cents. */
	unitPrice: number;
	/** Whole cents. */
	amount: number;
	/** Whole cents. */
	tax: number;
}

/** A Chinese invoice: number and date, buyer and seller, goods with their tax, the sum in words. */
export function drawChineseInvoice(random: Random): Draft {
	const rate = random.pick([1, 3, 6, 9, 13]);
	const items = createItems(random, rate);
	const head = createHead(random);
	const buyer = createParty(random, '购买方');
	const seller = createParty(random, '销售方');
	const sums = createSums(random, items);
	const signed = [createChineseEntry('开票人', createChinesePersonName(random))];
	if (random.chance(0.5))
		signed.unshift(createChineseEntry('收款人', createChinesePersonName(random)));

	const theme = createTheme(random, ['notoSansSC']);
	const sheet = new Sheet(WIDTH);
	const width = WIDTH - 2 * MARGIN;
	const title = random.pick(['增值税普通发票', '电子发票（普通发票）', '商品销售发票']);
	let y = drawBlock(sheet, theme, [title], {
		x: WIDTH / 2,
		y: 60,
		align: 'centre',
		first: theme.title,
	});
	const headWidth = 420;
	const headPlace = { x: WIDTH - MARGIN - headWidth, width: headWidth, values: 'inline' as const };
	y = drawRows(sheet, theme, head, { ...headPlace, y: y + theme.lineHeight * 0.3 });
	y = drawParties(random, sheet, theme, [...buyer, ...seller], y + theme.lineHeight * 0.6);

	const ruling = random.pick<Ruling>(['grid', 'grid', 'rows', 'head']);
	const columns = itemColumns(items, rate);
	const table = drawTable(sheet, theme, columns, { x: MARGIN, y, width, ruling });
	y = drawRows(sheet, theme, sums, {
		x: MARGIN + 10,
		y: table.bottom + theme.lineHeight * 0.5,
		width: width - 20,
		values: random.pick(['inline', 'column']),
	});
	y = drawRows(sheet, theme, signed, {
		x: MARGIN + 10,
		y: y + theme.lineHeight * 0.6,
		width: 400,
		values: 'inline',
	});
	sheet.height = Math.ceil(y + 60);
	const entries = [...head, ...buyer, ...seller, ...sums, ...signed];
	return { sheet, entries, document: '发票', rows: table.rows };
}

function createItems(random: Random, rate: number): ChineseItem[] {
	return random.sample(GOODS, random.integer(1, 5)).map(([name, unit]) => {
		const quantity = random.integer(1, 30);
		const unitPrice = random.integer(150, 90000);
		const amount = quantity * unitPrice;
		return { name, unit, quantity, unitPrice, amount, tax: Math.round((amount * rate) / 100) };
	});
}

function createHead(random: Random): Entry[] {
	const style = random.pick(['2025年12月31日', '2025年12月31日', '2025-12-31'] as const);
	const head = [
		createChineseEntry('发票号码', random.fill(random.pick(['########', '25################']))),
		createChineseEntry('开票日期', formatChineseDate(chooseDay(random), style)),
	];
	if (random.chance(0.4)) head.unshift(createChineseEntry('发票代码', random.fill('0##00#######')));
	return head;
}

function createParty(random: Random, side: '购买方' | '销售方'): Entry[] {
	return [
		createChineseEntry(`${side}名称`, createChineseCompany(random), side),
		createChineseEntry(`${side}纳税人识别号`, createCreditCode(random), side),
	];
}

function createSums(random: Random, items: ChineseItem[]): Entry[] {
	const amount = items.reduce((sum, item) => sum + item.amount, 0);
	const tax = items.reduce((sum, item) => sum + item.tax, 0);
	const sign = random.pick(['¥', '￥']);
	return [
		createChineseEntry('合计金额', sign + yuan(amount), '金额'),
		createChineseEntry('合计税额', sign + yuan(tax), '金额'),
		createChineseEntry('价税合计（大写）', inCapitalNumerals(amount + tax), '金额'),
		createChineseEntry('价税合计（小写）', sign + yuan(amount + tax), '金额'),
	];
}

function drawParties(random: Random, sheet: Sheet, theme: Theme, parties: Entry[], y: number) {
	const place = { x: MARGIN, y, width: WIDTH - 2 * MARGIN };
	if (random.chance(0.4)) {
		return drawBoxes(sheet, theme, parties, { ...place, label: 'above', filledIn: theme.value });
	}
	const padding = theme.body.size * 0.6;
	const bottom = drawRows(sheet, theme, parties, {
		x: place.x + padding,
		y: y + padding,
		width: place.width,
		values: random.pick(['inline', 'column']),
	});
	sheet.box(place.x, y, place.width, bottom - y + padding / 2, { stroke: theme.accent });
	return bottom + theme.lineHeight * 0.7;
}

function itemColumns(items: ChineseItem[], rate: number): TableColumn[] {
	return [
		{ head: '项目名称', align: 'left', cells: items.map(({ name }) => name) },
		{ head: '单位', align: 'left', cells: items.map(({ unit }) => unit) },
		{ head: '数量', align: 'right', cells: items.map(({ quantity }) => String(quantity)) },
		{ head: '单价', align: 'right', cells: items.map(({ unitPrice }) => yuan(unitPrice)) },
		{ head: '金额', align: 'right', cells: items.map(({ amount }) => yuan(amount)) },
		{ head: '税率', align: 'right', cells: items.map(() => `${rate}%`) },
		{ head: '税额', align: 'right', cells: items.map(({ tax }) => yuan(tax)) },
	];
}

function yuan(cents: number) {
	return (cents / 100).toFixed(2);
}
