import type { Random } from './random';

/** One line of an invoice or receipt; amounts in whole cents. */
export interface LineItem {
	code: string;
	name: string;
	quantity: number;
	unitPrice: number;
	amount: number;
}

/** What a sum is made of, in whole cents: subtotal + shipping - discount + tax = total. */
export interface Totals {
	subtotal: number;
	shipping: number;
	discount: number;
	tax: number;
	total: number;
}

const OFFICE_GOODS = [
	'Copy paper A4, 5 reams',
	'Ballpoint pens, blue, box of 50',
	'Toner cartridge, black',
	'Desk lamp with clamp',
	'Whiteboard 90 x 120 cm',
	'Office chair, grey',
	'Network cable 5 m',
	'Label printer rolls, pack of 12',
	'Steel shelf, five boards',
	'Packing tape, 36 rolls',
	'Cardboard boxes, size M',
	'Safety gloves, size 9',
	'LED tube 120 cm',
	'Cordless drill 18 V',
	'Screw set, 400 pieces',
	'Wall paint, white, 10 l',
	'Installation, per hour',
	'Maintenance visit',
	'Consulting hours',
	'Transport and unloading',
] as const;

const SHOP_GOODS = [
	'Whole milk 1 l',
	'Sourdough bread',
	'Butter 250 g',
	'Free range eggs 10',
	'Tomatoes 500 g',
	'Bananas 1 kg',
	'Orange juice 1 l',
	'Ground coffee',
	'Green tea 20 bags',
	'Dark chocolate',
	'Rice 1 kg',
	'Olive oil 0.5 l',
	'Dish soap',
	'Paper towels x4',
	'Apple cake slice',
	'Mineral water 6 x 1.5',
] as const;

/** Different goods with quantities and prices; each amount is quantity times unit price. */
export function createLineItems(random: Random, shop: 'office' | 'grocery', count: number) {
	const names = random.sample(shop === 'office' ? OFFICE_GOODS : SHOP_GOODS, count);
	const codes = random.pick(['@@-###', '#####', '@####']);
	return names.map((name): LineItem => {
		const quantity = shop === 'office' ? random.integer(1, 40) : random.pick([1, 1, 1, 2, 3]);
		const unitPrice = shop === 'office' ? random.integer(150, 30000) : random.integer(60, 1400);
		const code = random.fill(codes);
		return { code, name, quantity, unitPrice, amount: quantity * unitPrice };
	});
}

/** Adds the items up; tax is charged on the discounted goods and the shipping. */
export function addUp(
	items: readonly LineItem[],
	taxPercent: number,
	extras: { shipping?: number; discountPercent?: number } = {},
): Totals {
	const { shipping = 0, discountPercent = 0 } = extras;
	const subtotal = items.reduce((sum, { amount }) => sum + amount, 0);
	const discount = Math.round((subtotal * discountPercent) / 100);
	const net = subtotal - discount + shipping;
	const tax = Math.round((net * taxPercent) / 100);
	return { subtotal, shipping, discount, tax, total: net + tax };
}
