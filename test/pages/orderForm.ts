import { addDays, chooseDay, formatDate } from './dates';
import type { Draft } from './draft';
import { createEntry, type Entry } from './entries';
import { drawBoxes } from './entryBoxes';
import { drawColumns } from './entryColumns';
import { FAMILIES } from './fonts';
import { createLineItems, type LineItem } from './goods';
import { drawTable, type Ruling } from './itemTable';
import { MARKETS, type Market } from './markets';
import { createCompany, createPersonName } from './parties';
import type { Random } from './random';
import { Sheet, type TextStyle } from './sheet';
import { drawBlock } from './textBlock';
import { createTheme, type Theme } from './theme';

const WIDTH = 1240;
const MARGIN = 90;

/** A purchase order, delivery note or order form: boxes in two columns and what is to come. */
export function drawOrderForm(random: Random): Draft {
	const market = random.pick(MARKETS);
	const theme = createTheme(random, ['roboto', 'roboto', 'notoSerif']);
	const isDelivery = random.chance(0.4);
	const entries = createOrderEntries(random, market, isDelivery);
	const sheet = new Sheet(WIDTH);
	const width = WIDTH - 2 * MARGIN;

	const title = isDelivery ? 'Delivery note' : random.pick(['Purchase order', 'Order form']);
	const company = createCompany(random, market).name;
	sheet.text(company, WIDTH - MARGIN, 110, theme.body, 'right');
	let y = drawBlock(sheet, theme, [theme.above(title)], { x: MARGIN, y: 70, first: theme.title });
	y += theme.lineHeight * 0.8;

	const place = { x: MARGIN, y, width };
	if (random.chance(0.75)) {
		const label = random.pick(['above', 'inside'] as const);
		const filledIn = chooseFilledIn(random, theme);
		y = drawBoxes(sheet, theme, entries, { ...place, label, filledIn });
	} else y = drawColumns(sheet, theme, entries, { ...place, band: random.chance(0.4) });

	const items = createLineItems(random, 'office', random.integer(2, 6));
	const columns = goodsColumns(items, isDelivery);
	const ruling = random.pick<Ruling>(['grid', 'rows', 'none']);
	y += theme.lineHeight * 0.7;
	const table = drawTable(sheet, theme, columns, { ...place, y, ruling });
	sheet.height = Math.ceil(drawSignatures(sheet, theme, table.bottom) + 80);
	return { sheet, entries, document: isDelivery ? 'delivery_note' : 'order', rows: table.rows };
}

function createOrderEntries(random: Random, market: Market, isDelivery: boolean): Entry[] {
	const style = random.pick(market.dates);
	const ordered = chooseDay(random);
	const delivered = addDays(ordered, random.integer(2, 30));
	const { name, street, town, phone } = createCompany(random, market);
	const method = random.pick(['Courier', 'Parcel post', 'Own truck', 'Freight forwarder']);
	const terms = `${random.pick([14, 30, 60])} days net`;
	const optional = [
		createEntry(random, 'customer_number', random.fill('K-#####'), 'customer'),
		createEntry(random, 'contact_person', createPersonName(random)),
		createEntry(random, 'phone', phone),
		createEntry(random, 'delivery_address', `${street}, ${town}`, 'delivery'),
		createEntry(random, 'shipping_method', method),
		createEntry(random, 'payment_terms', terms),
		createEntry(random, 'department', random.pick(['Purchasing', 'Maintenance', 'Warehouse'])),
		createEntry(random, 'cost_center', random.fill('####')),
		createEntry(random, 'ordered_by', createPersonName(random)),
		createEntry(random, 'number_of_packages', String(random.integer(2, 24))),
		createEntry(random, 'gross_weight', `${random.integer(12, 480)}.${random.integer(0, 9)} kg`),
	];
	const number = random.fill(random.pick(['#######', 'ORD-#####', '45-######']));
	const head = [
		createEntry(random, 'order_number', number),
		createEntry(random, 'order_date', formatDate(ordered, style)),
		createEntry(random, 'delivery_date', formatDate(delivered, style), 'delivery'),
		createEntry(random, 'customer_name', name, 'customer'),
	];
	if (isDelivery) {
		head.unshift(createEntry(random, 'delivery_note_number', random.fill('LS-#####'), 'delivery'));
	}
	return [...head, ...random.sample(optional, random.integer(4, 7))];
}

function chooseFilledIn(random: Random, theme: Theme): TextStyle {
	const family = random.pick([theme.body.family, 'courierPrime'] as const);
	const xHeight = theme.body.size * FAMILIES[theme.body.family].xHeight;
	const colour = random.pick(['#000000', '#1a2f6b']);
	return { family, size: (xHeight * 1.05) / FAMILIES[family].xHeight, colour };
}

function goodsColumns(items: LineItem[], isDelivery: boolean) {
	const left = 'left' as const;
	const right = 'right' as const;
	return [
		{ head: 'Pos.', align: left, cells: items.map((_, index) => String(index + 1)) },
		{ head: 'Article no.', align: left, cells: items.map(({ code }) => code) },
		{ head: 'Description', align: left, cells: items.map(({ name }) => name) },
		{
			head: isDelivery ? 'Delivered' : 'Quantity',
			align: right,
			cells: items.map(({ quantity }) => String(quantity)),
		},
	];
}

function drawSignatures(sheet: Sheet, theme: Theme, top: number) {
	const y = top + theme.lineHeight * 3;
	const width = 380;
	const places = [
		{ label: 'Place, date', x: MARGIN },
		{ label: 'Signature', x: WIDTH - MARGIN - width },
	];
	for (const { label, x } of places) {
		sheet.line(x, y, x + width, y);
		sheet.text(label, x, y + theme.small.size * 1.3, theme.small);
	}
	return y + theme.lineHeight;
}
