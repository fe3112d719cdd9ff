import { EACH, parsePath } from '../../fieldLists/fieldPath';
import { toUnits } from './moneyUnits';
import type { Part } from './sumEquation';
import type { SumRole } from './sumRole';

/** A line item of a document. */
export interface LineItem {
	/** Its numbers, absent where the document gives none; all lines have the same names for them. */
	values: Partial<Record<SumRole, unknown>>;
	names: Readonly<Partial<Record<SumRole, string>>>;
	/** Path of the line, such as `lineItems[2]`. */
	path: string;
	/** The whole element as it was read. */
	element: Record<string, unknown>;
}

/** What a document gives for one role: nothing, an amount, or something that cannot be reckoned with. */
export type Found = Part | 'absent' | 'unknown';

type Roles = ReadonlyMap<string, SumRole>;

/** Gives the amount of a role that a document has once. */
export function findPart(values: unknown, roles: Roles, role: SumRole): Found {
	const path = [...roles].find(([, other]) => other === role)?.[0];
	return path === undefined ? 'absent' : readPart(values, path, LABELS[role] ?? role);
}

/** What messages call a role where its name is not plain words. */
const LABELS: Partial<Record<SumRole, string>> = {
	netSubtotal: 'subtotal',
	amountPaid: 'amount paid',
	amountDue: 'amount due',
};

/** Gives all amounts of a role that a document may have several times, those not printed left out. */
export function findParts(values: unknown, roles: Roles, role: SumRole): Part[] | 'unknown' {
	const found = [...roles]
		.filter(([, other]) => other === role)
		.map(([path]) => readPart(values, path, String(parsePath(path)?.at(-1))));
	if (found.includes('unknown')) return 'unknown';
	return found.filter((part) => typeof part === 'object').filter(({ units }) => units !== 0);
}

/** Gives the line items of a document, none where the list is missing. */
export function findLineItems(values: unknown, roles: Roles): LineItem[] {
	const columns = [...roles]
		.filter(([, role]) => role.startsWith('line'))
		.map(([path, role]) => ({ role, ...splitAtList(path) }));
	if (columns.length === 0) return [];
	const list = columns[0].before;
	const elements = valueAt(values, list);
	if (!Array.isArray(elements)) return [];

	const names = Object.fromEntries(columns.map(({ role, behind }) => [role, behind.join('.')]));
	return elements.map((value: unknown, index) => {
		const element = isObject(value) ? value : {};
		const cells = columns.map(({ role, behind }) => [role, valueAt(element, behind) ?? undefined]);
		return {
			values: Object.fromEntries(cells) as LineItem['values'],
			names,
			path: `${list.join('.')}[${index}]`,
			element,
		};
	});
}

/** Gives the path of a line's number, such as `lineItems[2].amount`. */
export function pathOf({ path, names }: LineItem, role: SumRole): string {
	return `${path}.${names[role] ?? role}`;
}

/** Of a list, its amounts together; unknown if one of them is. */
function readPart(values: unknown, path: string, label: string): Found {
	const { before, behind, isList } = splitAtList(path);
	const found = valueAt(values, before);
	if (found === undefined || found === null) return 'absent';
	if (!isList) {
		const units = toUnits(found);
		return units === undefined ? 'unknown' : { label, units, paths: [before.join('.')] };
	}
	if (!Array.isArray(found)) return 'unknown';
	const amounts = found.map((element) => toUnits(valueAt(element, behind)));
	if (amounts.length === 0) return 'absent';
	if (amounts.some((amount) => amount === undefined)) return 'unknown';
	const units = amounts.reduce<number>((sum, amount) => sum + (amount ?? 0), 0);
	const paths = amounts.map((_amount, index) =>
		[`${before.join('.')}[${index}]`, ...behind].join('.'),
	);
	return { label, units, paths };
}

function splitAtList(path: string): { before: string[]; behind: string[]; isList: boolean } {
	const steps = parsePath(path) ?? [];
	const names = steps.filter((step) => step !== EACH);
	const at = steps.indexOf(EACH);
	if (at < 0) return { before: names, behind: [], isList: false };
	return { before: names.slice(0, at), behind: names.slice(at), isList: true };
}

function valueAt(values: unknown, names: readonly string[]): unknown {
	return names.reduce<unknown>(
		(value, name) => (isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined),
		values,
	);
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
