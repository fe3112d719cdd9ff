import sharp from 'sharp';
import { createIban } from '../pages/bankDetails';
import { inCapitalNumerals } from '../pages/chineseAmount';
import { creditCodeCheck } from '../pages/chineseWords';
import { setText, type Family } from '../pages/fonts';
import { addUp } from '../pages/goods';
import type { FieldTree, Page } from '../pages/page';
import { createRandom } from '../pages/random';
import { renderPage } from '../pages/renderPage';
import { Sheet } from '../pages/sheet';
import { renderTextLines } from '../pages/textLines';
import { unpackWoff } from '../pages/woff';

const PAGE_COUNT = 40;

/** Limits of the service for a picture. */
const SHORTEST_SIDE = 10;
const LONGEST_SIDE = 4000;
const LARGEST_AREA = 8_000_000;
const LARGEST_BASE64 = 10 * 1024 * 1024;

describe('renderPage', () => {
	const pages: Page[] = [];

	beforeAll(async () => {
		for (let seed = 0; seed < PAGE_COUNT; seed++) pages.push(await renderPage(seed));
	}, 120_000);

	it('gives the same bytes for the same seed', async () => {
		for (const seed of [0, 1, 2, 3, 4, 5, 6, 7]) {
			const again = await renderPage(seed);
			expect(again.picture.equals(pages[seed].picture)).toBe(true);
			expect({ ...again, picture: null }).toEqual({ ...pages[seed], picture: null });
		}
	}, 30_000);

	it('gives other contents for another seed', () => {
		expect(new Set(pages.map(({ fields }) => JSON.stringify(fields))).size).toBe(PAGE_COUNT);
	});

	it('covers every kind in twenty seeds', () => {
		expect(new Set(pages.slice(0, 20).map(({ kind }) => kind))).toEqual(
			new Set([
				'invoice',
				'receipt',
				'orderForm',
				'statement',
				'card',
				'chineseInvoice',
				'chineseReceipt',
			]),
		);
	});

	it('prints every field value within one line', () => {
		for (const { name, fields, lines } of pages) {
			const missing = leavesOf(fields).filter(
				({ text }) => !lines.some((line) => line.includes(text)),
			);
			expect({ name, missing }).toEqual({ name, missing: [] });
		}
	});

	it('asks for five to nine fields, at most three levels deep', () => {
		for (const { fields } of pages) {
			const leaves = leavesOf(fields);
			expect(leaves.length).toBeGreaterThanOrEqual(5);
			expect(leaves.length).toBeLessThanOrEqual(9);
			expect(Math.max(...leaves.map(({ path }) => path.length))).toBeLessThanOrEqual(3);
		}
	});

	it('gives a schema with the names of the fields and empty hints', () => {
		for (const { fields, schema } of pages) {
			const hints = leavesOf(schema);
			expect(hints.map(({ path }) => path)).toEqual(leavesOf(fields).map(({ path }) => path));
			expect(hints.every(({ text }) => text === '')).toBe(true);
		}
	});

	it('prints tables whose amounts are quantity times price', () => {
		const checked = pages.flatMap(pricedRows);
		expect(checked.length).toBeGreaterThan(30);
		for (const { quantity, price, amount } of checked) expect(quantity * price).toBe(amount);
	});

	it('prints the sum of the amounts as subtotal', () => {
		const withSubtotal = pages.filter(
			(page) =>
				pricedRows(page).length > 0 && amountOf(page, /^(subtotal|合计金额)$/) !== undefined,
		);
		expect(withSubtotal.length).toBeGreaterThan(3);
		for (const page of withSubtotal) {
			const sum = pricedRows(page).reduce((total, { amount }) => total + amount, 0);
			expect(amountOf(page, /^(subtotal|合计金额)$/)).toBe(sum);
		}
	});

	it('makes pictures within the limits of the service', async () => {
		for (const { picture, width, height } of pages) {
			const header = await sharp(picture).metadata();
			expect(header).toMatchObject({ format: 'png', width, height });
			expect(Math.min(width, height)).toBeGreaterThan(SHORTEST_SIDE);
			expect(Math.max(width, height)).toBeLessThan(LONGEST_SIDE);
			expect(width * height).toBeLessThan(LARGEST_AREA);
			expect((picture.length * 4) / 3).toBeLessThan(LARGEST_BASE64);
		}
	});

	it('has a glyph for every printed character in every family', () => {
		const printed = new Set(pages.flatMap(({ lines }) => [...lines.join('')]));
		const families: Family[] = ['roboto', 'notoSerif', 'courierPrime', 'notoSansSC'];
		for (const family of families) {
			for (const bold of [false, true]) {
				const { glyphs } = setText([...printed].join(''), family, bold);
				// Glyph 0 of a font is .notdef.
				expect(glyphs.filter(({ id }) => id.endsWith('-0'))).toEqual([]);
			}
		}
	});
});

describe('renderTextLines', () => {
	it('prints dark text on a white canvas of the given size', async () => {
		const picture = await renderTextLines(['Hello 你好'], { width: 400, height: 120, size: 30 });
		const { width, height } = await sharp(picture).metadata();
		const { channels } = await sharp(picture).stats();
		expect([width, height]).toEqual([400, 120]);
		expect(channels[0]).toMatchObject({ min: 0, max: 255 });
	});

	it('leaves a canvas without lines white', async () => {
		const picture = await renderTextLines([], { width: 60, height: 40 });
		const { channels } = await sharp(picture).stats();
		expect(channels.map(({ min }) => min)).toEqual([255, 255, 255]);
	});

	it('turns the canvas by the rotation', async () => {
		const picture = await renderTextLines(['Turned'], { width: 300, height: 100, rotation: 90 });
		const { width, height } = await sharp(picture).metadata();
		expect([width, height]).toEqual([100, 300]);
	});

	it.each([
		['a line wider than the canvas', ['much too long for this'], /cut off/],
		['a character that no font has', ['№'], /No glyph for "№"/],
	])('refuses %s', async (_case, lines, message) => {
		await expect(renderTextLines(lines, { width: 120 })).rejects.toThrow(message);
	});
});

describe('Sheet', () => {
	const style = { family: 'roboto', size: 20 } as const;

	it('refuses a text over another', () => {
		const sheet = new Sheet(200);
		sheet.height = 100;
		sheet.text('below', 20, 50, style);
		sheet.text('above', 30, 55, style);
		expect(() => sheet.assertLegible(0)).toThrow('"above" covers "below"');
	});

	it('joins texts within an em of each other and keeps columns apart', () => {
		const sheet = new Sheet(400);
		const width = sheet.text('Total:', 20, 50, style);
		sheet.text('9.50', 20 + width + 6, 50, style);
		sheet.text('Date', 300, 50, style);
		expect(sheet.lines()).toEqual(['Total: 9.50', 'Date']);
	});
});

describe('sums and check digits', () => {
	it('charges tax on the discounted goods and the shipping', () => {
		const items = [1000, 2000].map((amount) => ({
			code: 'A',
			name: 'Thing',
			quantity: 1,
			unitPrice: amount,
			amount,
		}));
		expect(addUp(items, 20, { shipping: 300, discountPercent: 10 })).toEqual({
			subtotal: 3000,
			discount: 300,
			shipping: 300,
			tax: 600,
			total: 3600,
		});
	});

	it.each([
		[20000, '贰佰圆整'],
		[10050, '壹佰圆伍角整'],
		[123456, '壹仟贰佰叁拾肆圆伍角陆分'],
		[100005, '壹仟圆零伍分'],
		[1000500, '壹万零伍圆整'],
		[1703217, '壹万柒仟零叁拾贰圆壹角柒分'],
		[10000000, '壹拾万圆整'],
		[7, '柒分'],
	])('writes %d cents as %s', (cents, text) => {
		expect(inCapitalNumerals(cents)).toBe(text);
	});

	it('gives IBANs that are 1 modulo 97', () => {
		for (let seed = 0; seed < 20; seed++) {
			const iban = createIban(createRandom(seed), { country: 'GB', account: '@@@@##############' });
			const compact = iban.replace(/ /g, '');
			const number = (compact.slice(4) + compact.slice(0, 4)).replace(/[A-Z]/g, (letter) =>
				String(letter.charCodeAt(0) - 55),
			);
			expect(BigInt(number) % 97n).toBe(1n);
		}
	});

	it('gives the check character of a published social credit code', () => {
		expect(creditCodeCheck('91350100M000100Y4')).toBe('3');
	});
});

describe('unpackWoff', () => {
	it('refuses bytes that are no WOFF font', () => {
		expect(() => unpackWoff(Buffer.alloc(44))).toThrow('Not a WOFF font');
	});
});

interface Leaf {
	path: string[];
	text: string;
}

function leavesOf(tree: FieldTree, path: string[] = []): Leaf[] {
	return Object.entries(tree).flatMap(([name, value]) =>
		typeof value === 'string'
			? [{ path: [...path, name], text: value }]
			: leavesOf(value, [...path, name]),
	);
}

/** The amount of a field in cents: every amount is printed with two decimals. */
function amountOf({ fields }: Page, name: RegExp) {
	const leaf = leavesOf(fields).find(({ path }) => name.test(path[path.length - 1]));
	return leaf && cents(leaf.text);
}

function pricedRows({ table }: Page) {
	const [heads, ...rows] = table?.rows ?? [[]];
	const column = (name: RegExp) => heads.findIndex(({ text }) => name.test(text));
	const quantityColumn = column(/^(qty|quantity|数量)$/i);
	const priceColumn = column(/^(unit price|price|单价)$/i);
	const amountColumn = column(/^(amount|金额)$/i);
	if (priceColumn < 0) return [];
	return rows
		.filter((row) => row.length === heads.length)
		.map((row) => ({
			quantity: Number(row[quantityColumn].text),
			price: cents(row[priceColumn].text),
			amount: cents(row[amountColumn].text),
		}));
}

function cents(text: string) {
	return Number(text.replace(/\D/g, ''));
}
