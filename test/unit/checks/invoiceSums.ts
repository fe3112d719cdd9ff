import { findRoles } from '../../../nodes/QwenOcr/results/checks/sumRoles';
import { checkSums } from '../../../nodes/QwenOcr/results/checks/sums';

const LINE = ['quantity', 'unitPrice', 'amount', 'tax'].map((name) => `lineItems[].${name}`);
/** Names of the amounts that an invoice has once. */
export const DOCUMENT = [
	'subtotal',
	'discount',
	'shipping',
	'tax',
	'total',
	'amountPaid',
	'amountDue',
	'tip',
];
const FIELDS = [...LINE, ...DOCUMENT].map((path) => ({ path, type: 'amount' }));
/** The roles of an invoice's fields; its subtotal may be with tax or without. */
export const ROLES = findRoles(FIELDS);
/** The same with a subtotal that is without tax. */
export const NET_ROLES = findRoles(
	FIELDS.map((field) =>
		field.path === 'subtotal' ? { ...field, description: 'before tax' } : field,
	),
);

/** Gives line items that have nothing but amounts. */
export const lines = (...amounts: Array<number | null>) => amounts.map((amount) => ({ amount }));

/** Gives the doubts about an invoice's sums, each as `field: message`. */
export const messages = (document: unknown, roles = ROLES, tolerance?: number) =>
	checkSums(document, roles, tolerance).map(({ field, message }) => `${field}: ${message}`);
