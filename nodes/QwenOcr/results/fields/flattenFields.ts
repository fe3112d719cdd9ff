import type { Field } from '../../fieldLists/field';
import { isTree } from './fieldTree';
import type { FieldTree } from './fieldTree';

/** How lists become columns: each as one JSON text, or each element as columns of its own. */
export type ListColumns = 'json' | 'indexed';

/**
 * Gives fields as columns of a row: `seller.taxId`, and for lists `lineItems` with its JSON or
 * `lineItems[0].amount`. The order is that of the fields, which is that of the schema; each amount of
 * the field list has its currency behind it, null where none is printed, so that rows of different
 * documents have the same columns.
 */
export function flattenFields(
	tree: FieldTree,
	fields: readonly Field[],
	lists: ListColumns,
): FieldTree {
	const amounts = new Set(fields.filter(({ type }) => type === 'amount').map(({ path }) => path));
	return Object.fromEntries(columnsOf(tree, '', lists, amounts)) as FieldTree;
}

function columnsOf(
	tree: FieldTree,
	prefix: string,
	lists: ListColumns,
	amounts: ReadonlySet<string>,
): Array<[string, unknown]> {
	return Object.entries(tree).flatMap(([name, value]): Array<[string, unknown]> => {
		const path = prefix + name;
		const columns = valueColumns(value, path, lists, amounts);
		const isAlone = amounts.has(path) && !Object.hasOwn(tree, `${name}Currency`);
		return isAlone ? [...columns, [`${path}Currency`, null]] : columns;
	});
}

function valueColumns(
	value: unknown,
	path: string,
	lists: ListColumns,
	amounts: ReadonlySet<string>,
): Array<[string, unknown]> {
	if (isTree(value)) return columnsOf(value, `${path}.`, lists, amounts);
	if (!Array.isArray(value)) return [[path, value]];
	if (lists === 'json') return [[path, JSON.stringify(value)]];
	return value.flatMap((element, index) =>
		valueColumns(element, `${path}[${index}]`, lists, amounts),
	);
}
