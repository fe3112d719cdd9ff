/** How a day is written. */
export type DateStyle =
	| '31/12/2025'
	| '12/31/2025'
	| '2025-12-31'
	| '31.12.2025'
	| '31 December 2025'
	| '31-Dec-2025'
	| 'Dec 31, 2025'
	| 'December 31, 2025';

/** How business papers look in one country; in patterns `#` is a digit and `@` a letter. */
export interface Market {
	/** ISO 4217. */
	currency: string;
	symbol: string;
	decimalMark: '.' | ',';
	groupMark: ',' | '.' | ' ' | "'";
	dates: readonly DateStyle[];
	tax: { name: string; key: string; rates: readonly number[] };
	/** Undefined where companies print none. */
	vatNumber?: string;
	/** The town's line of an address; `{town}` is its name. */
	townLine: string;
	phone: string;
	legalForms: readonly string[];
	/** Country code and account pattern; undefined where accounts have no IBAN. */
	iban?: { country: string; account: string };
}

/** The countries that the pages come from, written in English throughout. */
export const MARKETS: readonly Market[] = [
	{
		currency: 'GBP',
		symbol: '£',
		decimalMark: '.',
		groupMark: ',',
		dates: ['31/12/2025', '31 December 2025', '31-Dec-2025', '2025-12-31'],
		tax: { name: 'VAT', key: 'vat', rates: [20, 5] },
		vatNumber: 'GB ### #### ##',
		townLine: '{town} @@# #@@',
		phone: '01632 960 ###',
		legalForms: ['Ltd', 'Ltd.', 'LLP', 'plc'],
		iban: { country: 'GB', account: '@@@@##############' },
	},
	{
		currency: 'USD',
		symbol: '$',
		decimalMark: '.',
		groupMark: ',',
		dates: ['12/31/2025', 'Dec 31, 2025', 'December 31, 2025', '2025-12-31'],
		tax: { name: 'Sales tax', key: 'sales_tax', rates: [6, 7, 8.25] },
		townLine: '{town}, OH #####',
		phone: '(555) 555-01##',
		legalForms: ['Inc.', 'LLC', 'Co.', 'Corp.'],
	},
	{
		currency: 'EUR',
		symbol: '€',
		decimalMark: ',',
		groupMark: '.',
		dates: ['31.12.2025', '31/12/2025', '2025-12-31', '31 December 2025'],
		tax: { name: 'VAT', key: 'vat_amount', rates: [19, 7] },
		vatNumber: 'DE#########',
		townLine: '##### {town}',
		phone: '+49 30 555 ####',
		legalForms: ['GmbH', 'AG', 'GmbH & Co. KG'],
		iban: { country: 'DE', account: '##################' },
	},
	{
		currency: 'EUR',
		symbol: '€',
		decimalMark: '.',
		groupMark: ',',
		dates: ['31/12/2025', '31 December 2025', '31-Dec-2025'],
		tax: { name: 'VAT', key: 'vat_amount', rates: [23, 13.5] },
		vatNumber: 'IE#######@@',
		townLine: '{town} ##',
		phone: '+353 1 555 ####',
		legalForms: ['Ltd', 'DAC', 'Limited'],
		iban: { country: 'IE', account: '@@@@##############' },
	},
	{
		currency: 'CHF',
		symbol: 'CHF',
		decimalMark: '.',
		groupMark: "'",
		dates: ['31.12.2025', '31 December 2025', '2025-12-31'],
		tax: { name: 'VAT', key: 'vat', rates: [8.1, 2.6] },
		vatNumber: 'CHE-###.###.###',
		townLine: '#### {town}',
		phone: '+41 44 555 ## ##',
		legalForms: ['AG', 'GmbH', 'SA'],
		iban: { country: 'CH', account: '#################' },
	},
	{
		currency: 'AUD',
		symbol: '$',
		decimalMark: '.',
		groupMark: ',',
		dates: ['31/12/2025', '31 December 2025', '31-Dec-2025'],
		tax: { name: 'GST', key: 'gst', rates: [10] },
		townLine: '{town} NSW ####',
		phone: '(02) 5550 ####',
		legalForms: ['Pty Ltd', 'Pty. Ltd.'],
	},
];
