import { EACH, parsePath } from '../../fieldLists/fieldPath';
import type { PathStep } from '../../fieldLists/fieldPath';
import { labelReadings, labelsOf, labelWords, wordSet } from './labelWords';
import type { SumRole } from './sumRole';
import {
	AMOUNT_OR_RATE,
	DOCUMENT_WORDS,
	GROUPS,
	LINE_LISTS,
	LINE_WORDS,
	NO_PART_OF_TOTAL,
	REBATE,
} from './sumWords';

/** What is looked at of a field; `path` as fieldPath.ts writes it, `type` a FieldType. */
export interface NamedField {
	path: string;
	type: string;
	description?: string;
}

type Roles = Map<string, SumRole>;

/**
 * Finds what the fields of a list mean for its sums, by their names and the labels in their hints, in
 * English, German, French, Spanish, Italian and Chinese. A field has no role where name and hint
 * disagree, where two fields would have the same one, and for every doubt besides: a sum that is not
 * checked is better than a false alarm.
 */
export function findRoles(fields: readonly NamedField[]): Roles {
	const roles: Roles = new Map();
	for (const field of fields) {
		const role = roleOf(field);
		if (role) roles.set(field.path, role);
	}
	return withoutDoubles(roles);
}

function roleOf({ path, type, description = '' }: NamedField): SumRole | undefined {
	const steps = parsePath(path) ?? [];
	const place = placeOf(steps);
	if (place === 'elsewhere') return undefined;
	const names = steps.filter((step) => step !== EACH);
	const isMoney = type === 'amount' || type === 'number';
	if (isMoney && place !== 'otherList') {
		const labels = [names[names.length - 1], ...labelsOf(description)];
		const known = rolesOf(labels, place === 'line' ? LINE_ROLES : DOCUMENT_ROLES, type);
		if (known.length > 0 || place === 'line') return known.length === 1 ? known[0] : undefined;
	}
	const words = labelWords([...names, isMoney ? description : ''].join(' '));
	if (type !== 'amount') {
		return REBATE.test(words) && (isMoney || type === 'text') ? 'unclear' : undefined;
	}
	return NO_PART_OF_TOTAL.test(words) && !REBATE.test(words) ? undefined : 'otherAmount';
}

type Place = 'line' | 'document' | 'otherList' | 'elsewhere';

/** Amounts of a party or of a list within a list say nothing of the document's sums. */
function placeOf(steps: readonly PathStep[]): Place {
	if (steps.length === 0) return 'elsewhere';
	const lists = steps.filter((step) => step === EACH).length;
	const groups = steps
		.slice(0, -1)
		.filter((step) => step !== EACH)
		.map((step) => labelWords(step));
	if (lists === 0) {
		return groups.every((group) => GROUP_WORDS.has(group)) ? 'document' : 'elsewhere';
	}
	if (lists > 1 || groups.length !== 1) return 'elsewhere';
	if (steps.at(-1) === EACH) return 'elsewhere';
	return LINE_LIST_WORDS.has(groups[0]) ? 'line' : 'otherList';
}

/** The roles that a name and the labels of its hint stand for; more than one where they disagree. */
function rolesOf(
	labels: readonly string[],
	dictionary: ReadonlyMap<string, SumRole>,
	type: string,
): SumRole[] {
	const found = new Set<SumRole>();
	for (const label of labels) {
		const word = labelReadings(label).find((reading) => dictionary.has(reading));
		const role = word === undefined ? undefined : dictionary.get(word);
		const isRate = type === 'number' && word !== undefined && MAYBE_RATES.has(word);
		if (role && !isRate) found.add(role);
	}
	if (found.has('netSubtotal')) found.delete('subtotal');
	return [...found];
}

/** Of two fields with one role neither is sure to have it; rebates and charges may both belong to the total. */
function withoutDoubles(roles: Roles): Roles {
	const entries = [...roles];
	const pathsOf = (role: SumRole): string[] =>
		entries.filter(([, other]) => other === role).map(([path]) => path);
	for (const [path, role] of entries) {
		if (role === 'otherAmount' || role === 'unclear' || pathsOf(role).length < 2) continue;
		if (role === 'discount' || role === 'shipping') roles.set(path, 'otherAmount');
		else roles.delete(path);
	}
	if (pathsOf('netSubtotal').length > 0) pathsOf('subtotal').forEach((path) => roles.delete(path));
	return ofOneList(roles);
}

/** Columns of a list without amounts, or of several lists, are no line items. */
function ofOneList(roles: Roles): Roles {
	const columns = [...roles].filter(([, role]) => role.startsWith('line'));
	const lists = new Set(columns.map(([path]) => path.slice(0, path.lastIndexOf('[]'))));
	if (lists.size > 1 || !columns.some(([, role]) => role === 'lineAmount')) {
		columns.forEach(([path]) => roles.delete(path));
	}
	return roles;
}

function dictionaryOf(words: Partial<Record<SumRole, string>>): ReadonlyMap<string, SumRole> {
	return new Map(
		Object.entries(words).flatMap(([role, list]) =>
			[...wordSet(list)].map((word) => [word, role as SumRole] as const),
		),
	);
}

const LINE_ROLES = dictionaryOf(LINE_WORDS);
const DOCUMENT_ROLES = dictionaryOf(DOCUMENT_WORDS);
const MAYBE_RATES = wordSet(AMOUNT_OR_RATE);
const LINE_LIST_WORDS = wordSet(LINE_LISTS);
const GROUP_WORDS = wordSet(GROUPS);
