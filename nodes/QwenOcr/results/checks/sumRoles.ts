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

function roleOf(field: NamedField): SumRole | undefined {
	const steps = parsePath(field.path) ?? [];
	const place = placeOf(steps);
	if (place === 'elsewhere') return undefined;
	const name = String(steps.at(-1));
	const isMoney = field.type === 'amount' || field.type === 'number';
	const known = isMoney ? agreedRole(name, field, place) : undefined;
	if (known || place === 'line') return known;
	const names = steps.filter((step) => step !== EACH);
	const words = labelWords([...names, field.description].join(' '));
	if (REBATE.test(words)) return field.type === 'amount' ? 'otherAmount' : 'unclear';
	return field.type === 'amount' && !NO_PART_OF_TOTAL.test(words) ? 'otherAmount' : undefined;
}

type Place = 'line' | 'document' | 'otherList' | 'elsewhere';

/** Amounts of a party or of a list within a list say nothing of the document's sums. */
function placeOf(steps: readonly PathStep[]): Place {
	const lists = steps.filter((step) => step === EACH).length;
	const groups = steps
		.slice(0, -1)
		.filter((step) => step !== EACH)
		.map((step) => labelWords(step));
	if (lists === 0)
		return groups.every((group) => GROUP_WORDS.has(group)) ? 'document' : 'elsewhere';
	if (lists > 1 || groups.length !== 1) return 'elsewhere';
	if (steps.at(-1) === EACH) return 'elsewhere';
	return LINE_LIST_WORDS.has(groups[0]) ? 'line' : 'otherList';
}

/** The role by the name, by the labels of the hint, or by both if they agree. */
function agreedRole(name: string, field: NamedField, place: Place): SumRole | undefined {
	if (place === 'otherList') return undefined;
	const dictionary = place === 'line' ? LINE_ROLES : DOCUMENT_ROLES;
	const look = (label: string): SumRole | undefined => {
		const word = labelReadings(label).find((reading) => dictionary.has(reading));
		if (word === undefined) return undefined;
		if (field.type === 'number' && MAYBE_RATES.has(word)) return undefined;
		return dictionary.get(word);
	};
	const found = new Set(
		[name, ...labelsOf(field.description ?? '')].flatMap((label) => look(label) ?? []),
	);
	if (found.has('netSubtotal')) found.delete('subtotal');
	return found.size === 1 ? [...found][0] : undefined;
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
