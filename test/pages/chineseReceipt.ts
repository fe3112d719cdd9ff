import {
	createChineseAddress,
	createChineseEntry,
	createChinesePersonName,
	formatChineseDate,
} from './chineseWords';
import { chooseDay, chooseTime } from './dates';
import type { Draft } from './draft';
import type { Entry } from './entries';
import { drawRows } from './entryRows';
import type { Random } from './random';
import { Sheet } from './sheet';
import { drawBlock } from './textBlock';
import { createTheme, type Theme } from './theme';

const MARGIN = 44;
const GOODS =
	'鲜牛奶 全麦面包 鸡蛋 西红柿 苹果 香蕉 大米 酱油 绿茶 矿泉水 洗洁精 纸巾 酸奶 饼干 牛肉面 豆浆'.split(
		' ',
	);

interface Line {
	name: string;
	quantity: number;
	/** Whole cents. */
	unitPrice: number;
}

/** A Chinese till receipt. */
export function drawChineseReceipt(random: Random): Draft {
	const theme = createTheme(random, ['notoSansSC']);
	const sheet = new Sheet(random.integer(600, 680), random.pick(['#ffffff', '#fbfaf6']));
	const items = random.sample(GOODS, random.integer(3, 8)).map(
		(name): Line => ({
			name,
			quantity: random.pick([1, 1, 2, 3]),
			unitPrice: random.integer(200, 4800),
		}),
	);
	const meta = createMeta(random);
	const sums = createSums(random, items);
	const phone = createChineseEntry('电话', random.fill('0###-555####'));
	const address = createChineseEntry('地址', createChineseAddress(random));

	const place = { x: MARGIN, width: sheet.width - 2 * MARGIN };
	const gap = theme.lineHeight * 0.5;
	const shop = random.pick(['惠民超市', '好邻居便利店', '百味餐厅', '晨光面包房']);
	let y = drawBlock(sheet, theme, [shop, random.pick(['购物小票', '销售小票', '结账单'])], {
		x: sheet.width / 2,
		y: 44,
		align: 'centre',
		first: { ...theme.strong, size: theme.body.size * 1.4 },
	});
	y = drawRows(sheet, theme, meta, {
		...place,
		y: y + gap,
		values: random.pick(['inline', 'column']),
	});
	y = drawItems(sheet, theme, items, drawSeparator(sheet, y + gap));
	const values = random.pick(['right', 'inline'] as const);
	y = drawRows(sheet, theme, sums, { ...place, y: drawSeparator(sheet, y + gap), values });
	const contact = { ...place, y: drawSeparator(sheet, y + gap), values: 'inline' as const };
	y = drawRows(sheet, theme, [phone, address], contact);
	y = drawBlock(sheet, theme, [random.pick(['谢谢惠顾，欢迎再来', '谢谢光临'])], {
		x: sheet.width / 2,
		y: y + gap,
		align: 'centre',
	});
	sheet.height = Math.ceil(y + 50);
	return { sheet, entries: [...meta, ...sums, phone, address], document: '小票' };
}

function createMeta(random: Random): Entry[] {
	const day = chooseDay(random);
	const style = random.pick(['2025-12-31', '2025/12/31', '2025年12月31日'] as const);
	const optional = [
		createChineseEntry('收银员', createChinesePersonName(random)),
		createChineseEntry('会员号', random.fill('########')),
		createChineseEntry('桌号', random.fill('@#')),
	];
	return [
		createChineseEntry(random.pick(['单号', '小票号', '流水号']), random.fill('##########')),
		createChineseEntry('日期', formatChineseDate(day, style)),
		createChineseEntry('时间', chooseTime(random)),
		...random.sample(optional, random.integer(1, 2)),
	];
}

function createSums(random: Random, items: Line[]): Entry[] {
	const total = items.reduce((sum, { quantity, unitPrice }) => sum + quantity * unitPrice, 0);
	const count = items.reduce((sum, { quantity }) => sum + quantity, 0);
	const sign = random.pick(['', '¥', '￥']);
	const rows = [
		createChineseEntry('数量合计', String(count), '金额'),
		createChineseEntry(random.pick(['合计', '应收金额', '总计']), sign + yuan(total), '金额'),
	];
	if (random.chance(0.5)) {
		const method = random.pick(['微信支付', '支付宝', '银行卡']);
		return [...rows, createChineseEntry('支付方式', method, '付款')];
	}
	const paid = Math.ceil(total / 1000) * 1000;
	return [
		...rows,
		createChineseEntry(random.pick(['实收', '现金']), sign + yuan(paid), '付款'),
		createChineseEntry('找零', sign + yuan(paid - total), '付款'),
	];
}

function drawSeparator(sheet: Sheet, y: number) {
	sheet.line(MARGIN, y, sheet.width - MARGIN, y, 2, '8 6');
	return y + 10;
}

function drawItems(sheet: Sheet, theme: Theme, items: Line[], top: number) {
	const right = sheet.width - MARGIN;
	const middle = MARGIN + (right - MARGIN) * 0.48;
	const price = MARGIN + (right - MARGIN) * 0.72;
	const rows = [
		['品名', '数量', '单价', '金额'],
		...items.map(({ name, quantity, unitPrice }) => [
			name,
			String(quantity),
			yuan(unitPrice),
			yuan(quantity * unitPrice),
		]),
	];
	let baseline = top + theme.body.size;
	for (const [name, quantity, unitPrice, amount] of rows) {
		sheet.text(name, MARGIN, baseline, theme.body);
		sheet.text(quantity, middle, baseline, theme.body, 'right');
		sheet.text(unitPrice, price, baseline, theme.body, 'right');
		sheet.text(amount, right, baseline, theme.body, 'right');
		baseline += theme.lineHeight;
	}
	return baseline - theme.body.size;
}

function yuan(cents: number) {
	return (cents / 100).toFixed(2);
}
