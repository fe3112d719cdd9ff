import type { Market } from './markets';
import type { Random } from './random';

const PLACE_NAMES = 'Alder Birch Copper Dune Elm Fern Granite Hazel Iron Juniper Lark Maple';
const PLACE_ENDINGS = 'brook field gate haven hurst ley mere ridge stead ton vale wick';
const SECTORS = [
	'Office Supplies',
	'Paper & Print',
	'Electrical Wholesale',
	'Garden Centre',
	'Tools & Fixings',
	'Catering Equipment',
	'Logistics',
	'Furniture',
	'Cleaning Services',
	'Packaging',
	'Consulting',
	'Laboratory Goods',
] as const;
const STREETS = 'Mill Station Church Bridge Market Harbour Orchard School Meadow Quarry';
const STREET_KINDS = ['Street', 'Road', 'Lane', 'Avenue', 'Way'] as const;
const GIVEN_NAMES = 'Anna Peter Maria Thomas Laura Daniel Sophie Martin Julia David Elena Paul';
const SURNAMES =
	'Brenwick Tollmere Carrowell Halvorne Ostermoor Pellwright Dunsby Fairlock Lindquay';

/** Someone who trades, with the lines of an address. */
export interface Party {
	name: string;
	street: string;
	town: string;
	phone: string;
	email: string;
}

/** A made-up place or family of firms, such as "Elmbrook". */
export function choosePlaceName(random: Random) {
	return pickWord(random, PLACE_NAMES) + pickWord(random, PLACE_ENDINGS);
}

/** A made-up company at a made-up address of the market. */
export function createCompany(random: Random, market: Market): Party {
	const name = choosePlaceName(random);
	const domain = `${name.toLowerCase()}.example`;
	return {
		name: `${name} ${random.pick(SECTORS)} ${random.pick(market.legalForms)}`,
		street: createStreet(random),
		town: random.fill(market.townLine).replace('{town}', choosePlaceName(random)),
		phone: random.fill(market.phone),
		email: `${random.pick(['office', 'info', 'sales'])}@${domain}`,
	};
}

/** House number and street. */
export function createStreet(random: Random) {
	return `${random.integer(1, 240)} ${pickWord(random, STREETS)} ${random.pick(STREET_KINDS)}`;
}

/** A common given name with an invented surname. */
export function createPersonName(random: Random) {
	return `${chooseGivenName(random)} ${pickWord(random, SURNAMES)}`;
}

/** A common given name. */
export function chooseGivenName(random: Random) {
	return pickWord(random, GIVEN_NAMES);
}

function pickWord(random: Random, words: string) {
	return random.pick(words.split(' '));
}
