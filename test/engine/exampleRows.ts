/** As printed on the sample that is pinned in the example for invoices; its sums are right. */
export const TALLOW_REED = {
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

/** Above the limit of that example. */
export const ALDER = {
	Invoice: 'AM-77125',
	Date: '2025-03-20',
	Due: '2025-04-19',
	Seller: 'Alder Medical Supply',
	Net: 1005,
	Tax: 201,
	Total: 1206,
	Currency: 'GBP',
	Lines: 2,
	'Passed By': 'approver',
	File: 'invoice-alder.webp',
};

/** With a total that is not the sum. */
export const BRIGHTWATER = {
	Invoice: 'BC-3093',
	Date: '2025-03-17',
	Due: '2025-03-31',
	Seller: 'Brightwater Cleaning',
	Net: 180,
	Tax: 36,
	Total: 261,
	Currency: 'GBP',
	Lines: 2,
	'Passed By': 'approver',
	File: 'invoice-brightwater.webp',
};

/** The rows of the scanned price list. */
export const PRICE_LIST = [
	{ Code: 'FT-100', Article: 'Folding table', 'In stock': 12, Price: 84.9 },
	{ Code: 'CH-210', Article: 'Stacking chair', 'In stock': 140, Price: 19.5 },
	{ Code: 'WB-032', Article: 'Whiteboard 120 x 90', 'In stock': 7, Price: 1129 },
	{ Code: 'LP-007', Article: 'Desk lamp', 'In stock': 33, Price: 27.25 },
	{ Code: 'CB-415', Article: 'Filing cabinet', 'In stock': 5, Price: 206 },
];

/** The page that answers the upload of the Chinese ID card. */
export const CHINESE_CARD = {
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
