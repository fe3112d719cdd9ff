import sharp from 'sharp';
import { drawRows } from '../pages/entryRows';
import { drawTable } from '../pages/itemTable';
import type { TableColumn } from '../pages/itemTable';
import { Sheet } from '../pages/sheet';
import type { Theme } from '../pages/theme';
import type { Family } from '../pages/fonts';

/** A label and its value as a page prints them. */
export type PrintedPair = readonly [label: string, value: string];

/** What stands on an invoice; all as printed. */
export interface PrintedInvoice {
	head: readonly PrintedPair[];
	/** Description, quantity, unit price and amount of each line. */
	lines: ReadonlyArray<readonly [string, string, string, string]>;
	sums: readonly PrintedPair[];
}

/** A table with its heads; columns from `firstNumber` on are set flush right. */
export interface PrintedTable {
	title: string;
	heads: readonly string[];
	rows: ReadonlyArray<readonly string[]>;
	firstNumber: number;
}

/** A card with a portrait at its left (`en`) or right (`zh`). */
export interface PrintedCard {
	title?: string;
	pairs: readonly PrintedPair[];
	language: 'en' | 'zh';
}

const PAGE_WIDTH = 760;
const MARGIN = 40;

/** Draws an invoice as a small WebP of black and white, like a fax. */
export async function drawInvoice({ head, lines, sums }: PrintedInvoice): Promise<Buffer> {
	const theme = plainTheme('roboto', 20);
	const sheet = new Sheet(PAGE_WIDTH);
	const width = PAGE_WIDTH - 2 * MARGIN;
	sheet.text('INVOICE', MARGIN, 60, theme.title);
	const headBottom = drawRows(sheet, theme, entriesOf(head), {
		x: MARGIN,
		y: 85,
		width,
		values: 'column',
	});
	const heads = ['Description', 'Quantity', 'Unit price', 'Amount'];
	const table = { x: MARGIN, y: headBottom + 25, width, ruling: 'rows' } as const;
	const { bottom } = drawTable(sheet, theme, columnsOf(heads, lines, 1), table);
	const sumsBottom = drawRows(sheet, theme, entriesOf(sums), {
		x: PAGE_WIDTH - MARGIN - 280,
		y: bottom + 20,
		width: 280,
		values: 'right',
		emphasizeLast: true,
	});
	return await toFax(sheet, sumsBottom);
}

/** Draws a ruled table under its title, in the same way. */
export async function drawList({ title, heads, rows, firstNumber }: PrintedTable): Promise<Buffer> {
	const theme = plainTheme('roboto', 20);
	const sheet = new Sheet(PAGE_WIDTH);
	sheet.text(title, MARGIN, 60, theme.title);
	const { bottom } = drawTable(sheet, theme, columnsOf(heads, rows, firstNumber), {
		x: MARGIN,
		y: 90,
		width: PAGE_WIDTH - 2 * MARGIN,
		ruling: 'grid',
	});
	return await toFax(sheet, bottom);
}

/** Draws an ID card with a grey box for the portrait, in the same way. */
export async function drawCard({ title, pairs, language }: PrintedCard): Promise<Buffer> {
	const isChinese = language === 'zh';
	const theme = plainTheme(isChinese ? 'notoSansSC' : 'roboto', 26);
	const sheet = new Sheet(PAGE_WIDTH);
	const x = isChinese ? MARGIN : 260;
	if (title) sheet.text(title, x, 70, theme.title);
	const bottom = drawRows(sheet, isChinese ? withoutColons(theme) : theme, entriesOf(pairs), {
		x,
		y: title ? 90 : MARGIN,
		width: 500,
		values: 'column',
	});
	sheet.box(isChinese ? 570 : MARGIN, 50, 150, 190, { stroke: '#000000' });
	return await toFax(sheet, bottom);
}

/** Draws a dark bar without text, as in the signature of an e-mail. */
export async function drawLogo(): Promise<Buffer> {
	const bar = { width: 88, height: 31, channels: 3, background: '#1f4e79' } as const;
	return await sharp({ create: bar }).webp({ lossless: true }).toBuffer();
}

function entriesOf(pairs: readonly PrintedPair[]) {
	return pairs.map(([label, value]) => ({ key: label, label, value }));
}

function columnsOf(
	heads: readonly string[],
	rows: ReadonlyArray<readonly string[]>,
	firstNumber: number,
): TableColumn[] {
	return heads.map((head, column) => ({
		head,
		align: column >= firstNumber ? 'right' : 'left',
		cells: rows.map((row) => row[column]),
	}));
}

function plainTheme(family: Family, size: number): Theme {
	const body = { family, size, colour: '#000000' };
	const strong = { ...body, bold: true };
	const withColon = (label: string) => `${label}:`;
	return {
		body,
		label: body,
		value: body,
		strong,
		small: body,
		title: { ...strong, size: size * 1.4 },
		lineHeight: size * 1.7,
		accent: '#000000',
		tint: '#ffffff',
		beside: withColon,
		before: withColon,
		above: (label) => label,
	};
}

function withoutColons(theme: Theme): Theme {
	return { ...theme, beside: (label) => label };
}

/** Two grey levels keep a page at some 3 kB, small enough to be pinned in a workflow. */
async function toFax(sheet: Sheet, bottom: number): Promise<Buffer> {
	sheet.height = Math.ceil(bottom + MARGIN);
	sheet.assertLegible(20);
	const { data, info } = await sharp(Buffer.from(sheet.toSvg(1, 0)))
		.removeAlpha()
		.greyscale()
		.threshold(160)
		.raw()
		.toBuffer({ resolveWithObject: true });
	const { width, height, channels } = info;
	return await sharp(data, { raw: { width, height, channels } })
		.webp({ lossless: true, effort: 6 })
		.toBuffer();
}
