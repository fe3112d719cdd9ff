import { chooseDay, chooseTime, formatDate } from './dates';
import type { Draft } from './draft';
import { createEntry, type Entry } from './entries';
import { drawRows } from './entryRows';
import { addUp, createLineItems, type LineItem, type Totals } from './goods';
import { createTaxEntry } from './invoiceContent';
import { MARKETS, type Market } from './markets';
import { createMoney, type Money } from './money';
import { chooseGivenName, choosePlaceName, createCompany } from './parties';
import type { Random } from './random';
import { Sheet } from './sheet';
import { drawBlock } from './textBlock';
import { createTheme, type Theme } from './theme';

const MARGIN = 44;

/** A till receipt: narrow, monospaced, items over a sum and how it was paid. */
export function drawReceipt(random: Random): Draft {
	const market = random.pick(MARKETS);
	const money = createMoney(random, market);
	const theme = createTheme(random, ['courierPrime', 'courierPrime', 'courierPrime', 'roboto']);
	const items = createLineItems(random, 'grocery', random.integer(3, 9));
	const rate = random.pick(market.tax.rates);
	const sums = addUp(items, rate);
	const meta = createMeta(random, market);
	const totals = [
		createEntry(random, 'subtotal', money.plain(sums.subtotal), 'totals'),
		createTaxEntry(random, market, rate, money.plain(sums.tax)),
		createEntry(random, 'total', money.withCurrency(sums.total), 'totals'),
	];
	const payment = createPayment(random, money, sums);

	const sheet = new Sheet(random.integer(620, 700), random.pick(['#ffffff', '#fbfaf6', '#f7f7f5']));
	const place = { x: MARGIN, width: sheet.width - 2 * MARGIN };
	const gap = theme.lineHeight * 0.5;
	let y = drawShop(random, sheet, theme, market);
	y = drawSeparator(sheet, y + gap);
	y = drawRows(sheet, theme, meta, { ...place, y, values: random.pick(['inline', 'right']) });
	y = drawSeparator(sheet, y + gap);
	y = drawItems(sheet, theme, items, money, y);
	y = drawSeparator(sheet, y + gap);
	y = drawRows(sheet, theme, totals, { ...place, y, values: 'right', emphasizeLast: true });
	y = drawSeparator(sheet, y + gap);
	y = drawRows(sheet, theme, payment, { ...place, y, values: 'right' });
	y = drawBlock(sheet, theme, random.pick([['Thank you!'], ['Thank you for', 'your visit']]), {
		x: sheet.width / 2,
		y: y + theme.lineHeight,
		align: 'centre',
	});
	sheet.height = Math.ceil(y + 60);
	return { sheet, entries: [...meta, ...totals, ...payment], document: 'receipt' };
}

function createMeta(random: Random, market: Market) {
	const number = random.fill(random.pick(['######', '####-#####', '@#####']));
	const register = String(random.integer(1, 12)).padStart(random.pick([1, 2]), '0');
	const optional = [
		createEntry(random, 'cashier', chooseGivenName(random)),
		createEntry(random, 'register', register),
	];
	const shortDates = market.dates.filter((style) => style.length === 10);
	return [
		createEntry(random, 'receipt_number', number),
		createEntry(random, 'date', formatDate(chooseDay(random), random.pick(shortDates))),
		createEntry(random, 'time', chooseTime(random)),
		...random.sample(optional, random.integer(1, 2)),
	];
}

function createPayment(random: Random, money: Money, { total }: Totals): Entry[] {
	if (random.chance(0.5)) {
		return [
			createEntry(random, 'card', money.plain(total), 'payment'),
			createEntry(random, 'card_number', random.fill('**** **** **** ####'), 'payment'),
		];
	}
	const note = random.pick([500, 1000, 2000]);
	const cash = Math.ceil(total / note) * note;
	return [
		createEntry(random, 'cash', money.plain(cash), 'payment'),
		createEntry(random, 'change', money.plain(cash - total), 'payment'),
	];
}

function drawShop(random: Random, sheet: Sheet, theme: Theme, market: Market) {
	const { street, town, phone } = createCompany(random, market);
	const kind = random.pick(['Food Market', 'Corner Shop', 'Bakery & Cafe', 'Grocery']);
	const lines = [`${choosePlaceName(random)} ${kind}`, street, town, `Tel. ${phone}`];
	return drawBlock(sheet, theme, lines, {
		x: sheet.width / 2,
		y: 44,
		align: 'centre',
		first: { ...theme.strong, size: theme.body.size * 1.25 },
	});
}

function drawSeparator(sheet: Sheet, y: number) {
	sheet.line(MARGIN, y, sheet.width - MARGIN, y, 2, '8 6');
	return y + 10;
}

function drawItems(sheet: Sheet, theme: Theme, items: LineItem[], money: Money, top: number) {
	const right = sheet.width - MARGIN;
	let baseline = top + theme.body.size;
	for (const { name, quantity, unitPrice, amount } of items) {
		sheet.text(name, MARGIN, baseline, theme.body);
		if (quantity > 1) {
			baseline += theme.lineHeight;
			const detail = `${quantity} x ${money.plain(unitPrice)}`;
			sheet.text(detail, MARGIN + theme.body.size, baseline, theme.body);
		}
		sheet.text(money.plain(amount), right, baseline, theme.body, 'right');
		baseline += theme.lineHeight;
	}
	return baseline - theme.body.size;
}
