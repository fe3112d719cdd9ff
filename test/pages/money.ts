import type { Market } from './markets';
import type { Random } from './random';

/** How one page prints amounts. All amounts are whole cents. */
export interface Money {
	/** The bare number with two decimals. */
	plain(cents: number): string;
	/** With the currency, where the page prints one. */
	withCurrency(cents: number): string;
}

/** Picks how a page of the market prints amounts. */
export function createMoney(random: Random, market: Market): Money {
	const { currency, symbol } = market;
	const grouped = random.chance(0.85);
	const plain = (cents: number) => formatCents(cents, market, grouped);
	const spaced = symbol.length > 1 ? `${symbol} ` : symbol;
	const place = random.pick(
		market.decimalMark === ','
			? (['symbol after', 'symbol after', 'code before', 'none'] as const)
			: (['symbol before', 'symbol before', 'code before', 'code after', 'none'] as const),
	);
	const withCurrency = {
		'symbol before': (cents: number) => (cents < 0 ? '-' : '') + spaced + plain(Math.abs(cents)),
		'symbol after': (cents: number) => `${plain(cents)} ${symbol}`,
		'code before': (cents: number) => `${currency} ${plain(cents)}`,
		'code after': (cents: number) => `${plain(cents)} ${currency}`,
		none: plain,
	}[place];
	return { plain, withCurrency };
}

function formatCents(cents: number, market: Market, grouped: boolean) {
	const digits = String(Math.abs(cents)).padStart(3, '0');
	const whole = digits.slice(0, -2);
	const mark = grouped ? market.groupMark : '';
	const groups = whole.replace(/\B(?=(\d{3})+$)/g, mark);
	return `${cents < 0 ? '-' : ''}${groups}${market.decimalMark}${digits.slice(-2)}`;
}
