import type { Entry } from './entries';
import type { FieldTree } from './page';
import type { Random } from './random';

const FEWEST_FIELDS = 5;
const MOST_FIELDS = 9;

/** What nearly everyone wants from such a page. */
const USUAL_KEYS = new Set([
	'invoice_number',
	'invoice_date',
	'total_amount',
	'receipt_number',
	'date',
	'total',
	'order_number',
	'order_date',
	'statement_date',
	'closing_balance',
	'policy_number',
	'total_premium',
	'name',
	'ticket_number',
	'发票号码',
	'开票日期',
	'价税合计（小写）',
	'日期',
	'合计',
	'应收金额',
	'总计',
	'姓名',
]);

/**
 * Picks five to nine of the printed entries, the usual ones among them, as a user would ask for them: mostly in a flat schema,
 * sometimes gathered in groups, seldom all under the document's name as well (three levels).
 */
export function chooseFields(random: Random, entries: readonly Entry[], document: string) {
	const usual = entries.filter(({ key }) => USUAL_KEYS.has(key));
	const others = entries.filter(({ key }) => !USUAL_KEYS.has(key));
	const otherCount = random.integer(FEWEST_FIELDS, MOST_FIELDS) - usual.length;
	const chosen = new Set([...usual, ...random.sample(others, otherCount)]);
	const asked = entries.filter((entry) => chosen.has(entry));
	const nesting = random.pick(['flat', 'flat', 'flat', 'flat', 'grouped', 'deep']);
	if (nesting === 'flat') return asFields(asked);
	const grouped = asGroups(asked);
	return nesting === 'deep' ? { [document]: grouped } : grouped;
}

/** The same names with empty hints. */
export function emptySchema(fields: FieldTree): FieldTree {
	return Object.fromEntries(
		Object.entries(fields).map(([name, value]) => [
			name,
			typeof value === 'string' ? '' : emptySchema(value),
		]),
	);
}

function asFields(entries: readonly Entry[]): FieldTree {
	return Object.fromEntries(entries.map(({ key, value }) => [key, value]));
}

function asGroups(entries: readonly Entry[]) {
	const tree: FieldTree = {};
	for (const { key, value, group } of entries) {
		if (!group) {
			tree[key] = value;
			continue;
		}
		const members = tree[group];
		// In a group people leave out what its name already says: customer.number, delivery.date.
		const shortKey = key.startsWith(`${group}_`) ? key.slice(group.length + 1) : key;
		tree[group] = { ...(typeof members === 'object' ? members : {}), [shortKey]: value };
	}
	return tree;
}
