import { drawInvoice } from './invoice';
import { drawReceipt } from './receipt';
import { drawOrderForm } from './orderForm';
import { drawStatement } from './statement';
import { drawCard } from './card';
import { drawChineseInvoice } from './chineseInvoice';
import { drawChineseReceipt } from './chineseReceipt';
import type { Draft } from './draft';
import { chooseFields, emptySchema } from './fieldTree';
import type { Page, PageKind } from './page';
import { createRandom, type Random } from './random';
import { chooseWear, photograph } from './wear';

/** Nothing is printed nearer to the edge than this, so that a skewed page loses nothing (pixels). */
const CLEAR_EDGE = 24;

const DRAW: Record<PageKind, (random: Random) => Draft> = {
	invoice: drawInvoice,
	receipt: drawReceipt,
	orderForm: drawOrderForm,
	statement: drawStatement,
	card: drawCard,
	chineseInvoice: drawChineseInvoice,
	chineseReceipt: drawChineseReceipt,
};

/** Eight seeds in a row give every kind, and two invoices as the commonest paper. */
const KIND_CYCLE = [
	'invoice',
	'receipt',
	'orderForm',
	'chineseInvoice',
	'statement',
	'invoice',
	'card',
	'chineseReceipt',
] as const satisfies readonly PageKind[];

/**
 * Makes up and prints a business document. The seed (a whole number from 0) decides everything: the
 * same seed gives the same bytes.
 */
export async function renderPage(seed: number): Promise<Page> {
	const kind = KIND_CYCLE[seed % KIND_CYCLE.length];
	const random = createRandom(seed);
	const { sheet, entries, document, rows } = DRAW[kind](random);
	sheet.assertLegible(CLEAR_EDGE);
	const fields = chooseFields(random, entries, document);
	return {
		name: `${kind}-${seed}`,
		kind,
		...(await photograph(sheet, chooseWear(random), random)),
		schema: emptySchema(fields),
		fields,
		lines: sheet.lines(),
		...(rows ? { table: { rows } } : {}),
	};
}
