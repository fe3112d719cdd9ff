import type { Draft } from './draft';
import { drawColumns } from './entryColumns';
import { drawRows } from './entryRows';
import { createInvoiceContent, type InvoiceContent } from './invoiceContent';
import { drawTable, type Ruling, type TableColumn } from './itemTable';
import { MARKETS } from './markets';
import { createMoney, type Money } from './money';
import type { Random } from './random';
import { Sheet } from './sheet';
import { drawBlock } from './textBlock';
import { createTheme, type Theme } from './theme';

/** A4 at 150 dots per inch. */
const WIDTH = 1240;
const HEIGHT = 1754;

interface InvoiceHead {
	sheet: Sheet;
	theme: Theme;
	random: Random;
	content: InvoiceContent;
	title: string;
	left: number;
	right: number;
}

/** An invoice with one of three heads, a table of line items, totals and bank details. */
export function drawInvoice(random: Random): Draft {
	const market = random.pick(MARKETS);
	const money = createMoney(random, market);
	const content = createInvoiceContent(random, market, money);
	const theme = createTheme(random, ['roboto', 'roboto', 'notoSerif', 'notoSansSC']);
	const sheet = new Sheet(WIDTH, random.pick(['#ffffff', '#ffffff', '#fdfcf8']));
	const left = random.integer(70, 110);
	const right = WIDTH - left;
	const title = random.pick(['INVOICE', 'Invoice', 'Tax invoice']);

	const drawHead = random.pick([drawHeadMetaRight, drawHeadMetaLeft, drawHeadColumns]);
	let y = drawHead({ sheet, theme, random, content, title, left, right });

	const ruling = random.pick<Ruling>(['grid', 'rows', 'head', 'none']);
	const inTable = ruling === 'grid' && random.chance(0.5);
	const sums = content.totals.map(({ label, value }) => ({ label: theme.beside(label), value }));
	const columns = itemColumns(random, content, money);
	const place = { x: left, y: y + theme.lineHeight, width: right - left, ruling };
	const table = drawTable(sheet, theme, columns, { ...place, sums: inTable ? sums : [] });
	y = table.bottom + theme.lineHeight * 0.6;
	if (!inTable) {
		const width = random.between(430, 500);
		y = drawRows(sheet, theme, content.totals, {
			x: right - width,
			y,
			width,
			values: 'right',
			emphasizeLast: true,
		});
	}
	y = drawPayment(sheet, theme, content, left, y + theme.lineHeight, random);
	drawFooter(sheet, theme, content, y, random.chance(0.5) ? HEIGHT : 0);

	const { senderRows, meta, totals, payment } = content;
	return {
		sheet,
		entries: [...senderRows, ...meta, ...totals, ...payment],
		document: 'invoice',
		rows: table.rows,
	};
}

function drawHeadMetaRight({ sheet, theme, random, content, title, left, right }: InvoiceHead) {
	const { seller, buyer, senderRows, meta } = content;
	let senderBottom = drawBlock(sheet, theme, [seller.name, seller.street, seller.town], {
		x: left,
		y: 75,
		first: { ...theme.strong, size: theme.strong.size * 1.1 },
	});
	senderBottom = drawRows(sheet, theme, senderRows, {
		x: left,
		y: senderBottom,
		width: 500,
		values: 'inline',
	});
	const metaX = random.integer(690, 730);
	const metaTop = drawBlock(sheet, theme, [title], { x: metaX, y: 70, first: theme.title });
	const metaBottom = drawRows(sheet, theme, meta, {
		x: metaX,
		y: metaTop + theme.body.size * 0.6,
		width: right - metaX,
		values: random.pick(['column', 'right']),
	});
	const buyerTop = Math.max(senderBottom, random.chance(0.5) ? metaBottom : 0) + theme.lineHeight;
	const buyerBottom = drawBlock(sheet, theme, addressOf(random, buyer), {
		x: left,
		y: buyerTop,
		first: theme.strong,
	});
	return Math.max(buyerBottom, metaBottom);
}

function drawHeadMetaLeft({ sheet, theme, random, content, title, left, right }: InvoiceHead) {
	const { seller, buyer, senderRows, meta } = content;
	const centred = random.chance(0.4);
	let y = drawBlock(sheet, theme, [seller.name, `${seller.street}, ${seller.town}`], {
		x: centred ? WIDTH / 2 : left,
		y: 70,
		align: centred ? 'centre' : 'left',
		first: { ...theme.title, size: theme.title.size * 0.85 },
	});
	y += theme.body.size * 0.5;
	sheet.line(left, y, right, y, 2.5);
	const senderX = random.integer(660, 710);
	y += theme.lineHeight;
	const senderBottom = drawRows(sheet, theme, senderRows, {
		x: senderX,
		y,
		width: right - senderX,
		values: 'inline',
	});
	drawBlock(sheet, theme, addressOf(random, buyer), {
		x: senderX,
		y: senderBottom + theme.lineHeight * 0.5,
		first: theme.strong,
	});
	y = drawBlock(sheet, theme, [title], { x: left, y, first: theme.title });
	const metaBottom = drawRows(sheet, theme, meta, {
		x: left,
		y: y + theme.body.size * 0.6,
		width: senderX - left - 60,
		values: random.pick(['column', 'inline']),
	});
	return Math.max(metaBottom, senderBottom + theme.lineHeight * 5.5);
}

function drawHeadColumns({ sheet, theme, random, content, title, left, right }: InvoiceHead) {
	const { seller, buyer, senderRows, meta } = content;
	drawBlock(sheet, theme, [title], { x: right, y: 65, align: 'right', first: theme.title });
	let y = drawBlock(sheet, theme, [seller.name, seller.street, seller.town], {
		x: left,
		y: 75,
		first: theme.strong,
	});
	y = drawRows(sheet, theme, senderRows, { x: left, y, width: 500, values: 'inline' });
	y = drawBlock(sheet, theme, addressOf(random, buyer), {
		x: left,
		y: y + theme.lineHeight,
		first: theme.strong,
	});
	const band = random.chance(0.5);
	const place = { x: left, y: y + theme.lineHeight, width: right - left, band };
	return drawColumns(sheet, theme, meta, place) - theme.lineHeight * 0.5;
}

function addressOf(random: Random, party: InvoiceContent['buyer']) {
	const heading = random.pick(['Bill to', 'Billed to', 'Invoice to', 'Sold to']);
	return [heading, party.name, party.street, party.town];
}

function itemColumns(random: Random, { items }: InvoiceContent, money: Money): TableColumn[] {
	const columns: TableColumn[] = [
		{
			head: random.pick(['Description', 'Item', 'Article']),
			align: 'left',
			cells: items.map(({ name }) => name),
		},
		{
			head: random.pick(['Qty', 'Quantity']),
			align: 'right',
			cells: items.map(({ quantity }) => String(quantity)),
		},
		{
			head: random.pick(['Unit price', 'Price']),
			align: 'right',
			cells: items.map(({ unitPrice }) => money.plain(unitPrice)),
		},
		{ head: 'Amount', align: 'right', cells: items.map(({ amount }) => money.plain(amount)) },
	];
	if (random.chance(0.5)) {
		const head = random.pick(['Code', 'Item no.', 'SKU']);
		columns.unshift({ head, align: 'left', cells: items.map(({ code }) => code) });
	} else if (random.chance(0.4)) {
		const cells = items.map((_, index) => String(index + 1));
		columns.unshift({ head: '#', align: 'left', cells });
	}
	return columns;
}

function drawPayment(
	sheet: Sheet,
	theme: Theme,
	{ payment }: InvoiceContent,
	x: number,
	y: number,
	random: Random,
) {
	const heading = random.pick(['Payment details', 'Bank details', 'Please pay to']);
	const top = drawBlock(sheet, theme, [heading], { x, y, first: theme.strong });
	const values = random.pick(['inline', 'column'] as const);
	return drawRows(sheet, theme, payment, { x, y: top, width: 700, values });
}

function drawFooter(
	sheet: Sheet,
	theme: Theme,
	{ seller }: InvoiceContent,
	y: number,
	leastHeight: number,
) {
	const footerHeight = theme.small.size * 4;
	sheet.height = Math.ceil(Math.max(leastHeight, y + footerHeight + 80));
	const text = `${seller.name} · ${seller.street} · ${seller.town}`;
	const top = sheet.height - footerHeight - 30;
	sheet.line(100, top, WIDTH - 100, top, 1);
	drawBlock(sheet, theme, [text], {
		x: WIDTH / 2,
		y: top + theme.small.size * 0.5,
		align: 'centre',
		style: theme.small,
	});
}
