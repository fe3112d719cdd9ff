import { drawCard, drawInvoice, drawList, drawLogo } from './workflowPictures';
import type { PrintedCard, PrintedInvoice, PrintedTable } from './workflowPictures';

/** An invoice whose sums are right and whose total is below the limit of the example. */
const GOOD_INVOICE: PrintedInvoice = {
	head: [
		['Seller name', 'Tallow & Reed Paper Ltd'],
		['Invoice number', 'TR-20417'],
		['Invoice date', '14 March 2025'],
		['Due date', '13 April 2025'],
		['Bill to', 'Harbour Clinic'],
	],
	lines: [
		['Copy paper A4', '12', '4.50', '54.00'],
		['Toner, black', '2', '63.00', '126.00'],
	],
	sums: [
		['Subtotal', '180.00'],
		['Tax', '36.00'],
		['Total', 'GBP 216.00'],
	],
};

/** An invoice with a misprinted total: 216.00 would be right. */
const WRONG_TOTAL: PrintedInvoice = {
	head: [
		['Seller name', 'Brightwater Cleaning'],
		['Invoice number', 'BC-3093'],
		['Invoice date', '17 March 2025'],
		['Due date', '31 March 2025'],
		['Bill to', 'Harbour Clinic'],
	],
	lines: [
		['Window cleaning', '3', '48.00', '144.00'],
		['Floor polish', '5', '7.20', '36.00'],
	],
	sums: [
		['Subtotal', '180.00'],
		['Tax', '36.00'],
		['Total', 'GBP 261.00'],
	],
};

/** An invoice that is right, and above the limit of the example. */
const ABOVE_LIMIT: PrintedInvoice = {
	head: [
		['Seller name', 'Alder Medical Supply'],
		['Invoice number', 'AM-77125'],
		['Invoice date', '20 March 2025'],
		['Due date', '19 April 2025'],
		['Bill to', 'Harbour Clinic'],
	],
	lines: [
		['Examination couch', '1', '940.00', '940.00'],
		['Couch roll', '20', '3.25', '65.00'],
	],
	sums: [
		['Subtotal', '1,005.00'],
		['Tax', '201.00'],
		['Total', 'GBP 1,206.00'],
	],
};

const PRICE_LIST: PrintedTable = {
	title: 'Price list, spring 2025',
	heads: ['Code', 'Article', 'In stock', 'Price'],
	rows: [
		['FT-100', 'Folding table', '12', '84.90'],
		['CH-210', 'Stacking chair', '140', '19.50'],
		['WB-032', 'Whiteboard 120 x 90', '7', '1,129.00'],
		['LP-007', 'Desk lamp', '33', '27.25'],
		['CB-415', 'Filing cabinet', '5', '206.00'],
	],
	firstNumber: 2,
};

/** A card with a number whose check digit fits, as GB 11643 shows one. */
const CHINESE_CARD: PrintedCard = {
	pairs: [
		['姓名', '林晓梅'],
		['性别', '女'],
		['民族', '汉'],
		['出生', '1949年12月31日'],
		['住址', '北京市朝阳区青年路18号'],
		['公民身份号码', '11010519491231002X'],
	],
	language: 'zh',
};

/** The same card with two digits of its number transposed. */
const CHINESE_CARD_MISPRINTED: PrintedCard = {
	...CHINESE_CARD,
	pairs: [...CHINESE_CARD.pairs.slice(0, 5), ['公民身份号码', '11010519491213002X']],
};

const INTERNATIONAL_CARD: PrintedCard = {
	title: 'IDENTITY CARD',
	pairs: [
		['Document No.', '493817265'],
		['Surname', 'Solheim'],
		['Given names', 'Ingrid Marie'],
		['Date of birth', '9 July 1988'],
		['Sex', 'F'],
		['Nationality', 'Utopian'],
		['Date of issue', '2 May 2021'],
		['Date of expiry', '1 May 2031'],
	],
	language: 'en',
};

const SAMPLES: Readonly<Record<string, () => Promise<Buffer>>> = {
	'invoice-tallow-reed.webp': async () => await drawInvoice(GOOD_INVOICE),
	'invoice-brightwater.webp': async () => await drawInvoice(WRONG_TOTAL),
	'invoice-alder.webp': async () => await drawInvoice(ABOVE_LIMIT),
	'logo.webp': drawLogo,
	'price-list.webp': async () => await drawList(PRICE_LIST),
	'id-card-china.webp': async () => await drawCard(CHINESE_CARD),
	'id-card-china-misprinted.webp': async () => await drawCard(CHINESE_CARD_MISPRINTED),
	'id-card-international.webp': async () => await drawCard(INTERNATIONAL_CARD),
};

/**
 * Draws a sample picture of the example workflows, by the name of its file; WebP.
 * @throws for a name that is none of them
 */
export async function drawSample(fileName: string): Promise<Buffer> {
	const draw = SAMPLES[fileName];
	if (!draw) throw new Error(`There is no sample ${fileName}`);
	return await draw();
}
