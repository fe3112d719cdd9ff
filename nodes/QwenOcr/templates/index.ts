import { parsePath } from '../fieldLists/fieldPath';
import { toTypedSchema } from '../fieldLists/toTypedSchema';
import { banking } from './banking';
import { certificates } from './certificates';
import { identity } from './identity';
import { invoices } from './invoices';
import { invoicesChina } from './invoicesChina';
import { licences } from './licences';
import { receipts } from './receipts';
import type { Template } from './template';
import { tickets } from './tickets';
import { trade } from './trade';
import { travelDocuments } from './travelDocuments';
import { vehicles } from './vehicles';
import { vehicleSalesChina } from './vehicleSalesChina';

export type { Template } from './template';

/**
 * Ready field lists, A to Z by their labels. They cover the kinds of documents that the service's
 * guide names for key_information_extraction, and the ones that offices everywhere see most.
 */
export const templates: readonly Template[] = [
	...banking,
	...certificates,
	...identity,
	...invoices,
	...invoicesChina,
	...licences,
	...receipts,
	...tickets,
	...trade,
	...travelDocuments,
	...vehicles,
	...vehicleSalesChina,
].sort((one, other) => one.name.localeCompare(other.name, 'en'));

/** The names that a template returns: `Returns invoiceNumber, seller, lineItems, total`. */
export function describeTemplate({ fields }: Template): string {
	const names = fields.map(({ path }) => String(parsePath(path)?.[0]));
	return `Returns ${[...new Set(names)].join(', ')}`;
}

/** The template as JSON text with types in its hints, to start a list of one's own from. */
export function templateFieldList({ fields }: Template): string {
	return toTypedSchema(fields);
}
