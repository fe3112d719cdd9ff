import {
	ALDER,
	BRIGHTWATER,
	CHINESE_CARD,
	PRICE_LIST,
	TALLOW_REED,
} from '../../engine/exampleRows';

/** A row of a spreadsheet, or an item: what it must have at least. */
export type ExpectedRow = Readonly<Record<string, string | number>>;

/** What must come out of an example. */
export interface Expectation {
	/** The nodes whose spreadsheet, or whose items, are compared. */
	nodes: readonly string[];
	/** What comes of all items that are pinned to the first node. */
	ofAll: readonly ExpectedRow[];
	/** What comes of the first of them. */
	ofFirst: readonly ExpectedRow[];
}

/** What must come out of an example. Throws when nobody has written it down. */
export function expectationFor(key: string): Expectation {
	if (Object.hasOwn(EXPECTATIONS, key)) return EXPECTATIONS[key];
	throw new Error(`test/e2e/examples/expectations.ts does not say what ${key} gives`);
}

/** One for each example, by the name of its file without `.json`. */
const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
	'email-invoices-to-spreadsheet': {
		nodes: ['Spreadsheet'],
		ofAll: [TALLOW_REED, ALDER, BRIGHTWATER],
		ofFirst: [TALLOW_REED],
	},
	'id-card-form': {
		nodes: ['Answer'],
		ofAll: [CHINESE_CARD],
		ofFirst: [CHINESE_CARD],
	},
	'scanned-table-to-csv': {
		nodes: ['Excel File', 'CSV File'],
		ofAll: PRICE_LIST,
		ofFirst: PRICE_LIST,
	},
};
