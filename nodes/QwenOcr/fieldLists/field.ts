/** What a printed value becomes; the order is the one in which messages list them. */
export const FIELD_TYPES = [
	'text',
	'number',
	'amount',
	'date',
	'dateTime',
	'boolean',
	'choice',
] as const;

export type FieldType = (typeof FIELD_TYPES)[number];

/** The built-in checks of a printed value, by the names that workflows store. */
export const NAMED_FORMATS = [
	'cardNumber',
	'chineseCreditCode',
	'chineseIdNumber',
	'email',
	'euVatNumber',
	'iban',
	'isoDate',
] as const;

export type NamedFormat = (typeof NAMED_FORMATS)[number];

/**
 * One value to extract. Field lists, typed schemas and templates all become these: what is sent to
 * the service, what is typed and what is checked comes from here alone.
 */
export interface Field {
	/** Path in the item, as fieldPath.ts writes it: `seller.taxId`, `lineItems[].amount`, `emails[]`. */
	path: string;
	type: FieldType;
	/** Hint for the model in a person's words, often the printed label; may be empty. */
	description: string;
	required: boolean;
	/** The values of a `choice`, at least one. */
	choices?: readonly string[];
	/** Check of the printed text; `pattern` comes with the regular expression of that name. */
	format?: NamedFormat | 'pattern';
	pattern?: string;
}
