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

/** As printed on the sample that is pinned in the example; its sums are right. */
const TALLOW_REED = {
	Invoice: 'TR-20417',
	Date: '2025-03-14',
	Due: '2025-04-13',
	Seller: 'Tallow & Reed Paper Ltd',
	Net: 180,
	Tax: 36,
	Total: 216,
	Currency: 'GBP',
	Lines: 2,
	'Passed By': 'rules',
	File: 'invoice-tallow-reed.webp',
};

const PRICE_LIST = [
	{ Code: 'FT-100', Article: 'Folding table', 'In stock': 12, Price: 84.9 },
	{ Code: 'CH-210', Article: 'Stacking chair', 'In stock': 140, Price: 19.5 },
	{ Code: 'WB-032', Article: 'Whiteboard 120 x 90', 'In stock': 7, Price: 1129 },
	{ Code: 'LP-007', Article: 'Desk lamp', 'In stock': 33, Price: 27.25 },
	{ Code: 'CB-415', Article: 'Filing cabinet', 'In stock': 5, Price: 206 },
];

const ID_CARD = {
	title: 'This is what we read',
	message: [
		'name: 林晓梅',
		'sex: 女',
		'ethnicity: 汉',
		'birth date: 1949-12-31',
		'address: 北京市朝阳区青年路18号',
		'id number: 11010519491231002X',
	].join('<br>'),
};

/** What must come out of an example. Throws when nobody has written it down. */
export function expectationFor(key: string): Expectation {
	if (Object.hasOwn(EXPECTATIONS, key)) return EXPECTATIONS[key];
	throw new Error(`test/e2e/examples/expectations.ts does not say what ${key} gives`);
}

/** One for each example, by the name of its file without `.json`. */
const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
	'email-invoices-to-spreadsheet': {
		nodes: ['Spreadsheet'],
		ofAll: [
			TALLOW_REED,
			{ Invoice: 'AM-77125', Total: 1206, 'Passed By': 'approver' },
			{ Invoice: 'BC-3093', Total: 261, 'Passed By': 'approver' },
		],
		ofFirst: [TALLOW_REED],
	},
	'id-card-form': {
		nodes: ['Answer'],
		ofAll: [ID_CARD],
		ofFirst: [ID_CARD],
	},
	'scanned-table-to-csv': {
		nodes: ['Excel File', 'CSV File'],
		ofAll: PRICE_LIST,
		ofFirst: PRICE_LIST,
	},
};
