import { createBankDetails } from './bankDetails';
import { addDays, chooseDay, formatDate } from './dates';
import { createEntry, type Entry } from './entries';
import { addUp, createLineItems, type LineItem } from './goods';
import type { Market } from './markets';
import type { Money } from './money';
import { createCompany, type Party } from './parties';
import type { Random } from './random';

export interface InvoiceContent {
	seller: Party;
	buyer: Party;
	/** Rows under the sender's address. */
	senderRows: Entry[];
	/** Number, dates and references. */
	meta: Entry[];
	items: LineItem[];
	/** Subtotal to total, in the order of the sum. */
	totals: Entry[];
	payment: Entry[];
}

/** Makes up what an invoice of the market says; the sums add up. */
export function createInvoiceContent(random: Random, market: Market, money: Money): InvoiceContent {
	const seller = createCompany(random, market);
	const issued = chooseDay(random);
	const number = random.fill(
		random.pick([
			'INV-####',
			`INV-${issued.getUTCFullYear()}-#####`,
			'########',
			'@@-#####',
			'RE######',
		]),
	);
	const items = createLineItems(random, 'office', random.integer(2, 8));
	return {
		seller,
		buyer: createCompany(random, market),
		senderRows: createSenderRows(random, market, seller),
		meta: createMeta(random, market, number, issued),
		items,
		totals: createTotals(random, market, money, items),
		payment: createBankDetails(random, market, seller.name, number),
	};
}

/** The row of a tax with its rate, e.g. "VAT (20%)". */
export function createTaxEntry(random: Random, market: Market, rate: number, value: string): Entry {
	const { name, key } = market.tax;
	const label = random.pick([
		`${name} ${rate}%`,
		`${name} (${rate}%)`,
		`${rate}% ${name}`,
		`${name} @ ${rate}%`,
		name,
	]);
	return { key, label, value, group: 'totals' };
}

function createSenderRows(random: Random, market: Market, seller: Party) {
	const rows = [
		createEntry(random, 'phone', seller.phone),
		createEntry(random, 'email', seller.email),
	];
	if (market.vatNumber) {
		rows.unshift(createEntry(random, 'vat_number', random.fill(market.vatNumber)));
	} else {
		rows.unshift(createEntry(random, 'tax_id', random.fill('##-#######')));
	}
	return random.sample(rows, random.integer(1, 3));
}

function createMeta(random: Random, market: Market, number: string, issued: Date) {
	const style = random.pick(market.dates);
	const days = random.pick([14, 21, 30, 45]);
	const customer = random.fill(random.pick(['#####', 'C-#####', 'KD####', '@@@-####']));
	const order = random.fill(random.pick(['PO-#####', '45########', '@###/##']));
	const terms = random.pick([`${days} days net`, `Net ${days}`, `${days} days`]);
	const optional = [
		createEntry(random, 'due_date', formatDate(addDays(issued, days), style)),
		createEntry(random, 'customer_number', customer, 'customer'),
		createEntry(random, 'purchase_order', order),
		createEntry(random, 'payment_terms', terms),
		createEntry(random, 'delivery_date', formatDate(addDays(issued, -2), style), 'delivery'),
	];
	return [
		createEntry(random, 'invoice_number', number),
		createEntry(random, 'invoice_date', formatDate(issued, style)),
		...random.sample(optional, random.integer(2, 4)),
	];
}

function createTotals(random: Random, market: Market, money: Money, items: LineItem[]) {
	const rate = random.pick(market.tax.rates);
	const shipping = random.chance(0.3) ? random.integer(490, 4900) : 0;
	const discountPercent = random.chance(0.25) ? random.pick([2, 5, 10]) : 0;
	const sums = addUp(items, rate, { shipping, discountPercent });

	const rows = [createEntry(random, 'subtotal', money.plain(sums.subtotal), 'totals')];
	if (sums.discount > 0) {
		rows.push(createEntry(random, 'discount', money.plain(-sums.discount), 'totals'));
	}
	if (shipping > 0) rows.push(createEntry(random, 'shipping', money.plain(shipping), 'totals'));
	rows.push(createTaxEntry(random, market, rate, money.plain(sums.tax)));

	const total = createEntry(random, 'total_amount', money.withCurrency(sums.total), 'totals');
	const bare = total.value === money.plain(sums.total);
	if (bare && random.chance(0.6)) total.label += ` (${market.currency})`;
	return [...rows, total];
}
