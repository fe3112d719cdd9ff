import { isTree, memberOf } from './fieldTree';
import type { FieldTree } from './fieldTree';

/** How lists become columns: each as one JSON text, or each element as columns of its own. */
export type ListColumns = 'json' | 'indexed';

type Column = [string, unknown];

/**
 * Gives fields as columns of a row: `seller.taxId`, and for lists `lineItems` with its JSON or
 * `lineItems[0].amount`. Rows of different documents have the columns of the field list in its order,
 * whatever was found: null where nothing was, each amount with its currency behind it, and of a list
 * with numbered columns at least those of its first element. What an answer gives beyond the field
 * list follows. Where a field `a.b` and the field `b` of a group `a` both have a value, the second is
 * the column `a.b_2`.
 * @param shape of the field list, as `fieldShape` gives it; empty without one
 */
export function flattenFields(tree: FieldTree, shape: FieldTree, lists: ListColumns): FieldTree {
	return uniqueColumns(columnsOf(tree, shape, '', lists));
}

function uniqueColumns(columns: Column[]): FieldTree {
	const row = new Map<string, unknown>();
	const further: Column[] = [];
	for (const [name, value] of columns) {
		if (!row.has(name) || row.get(name) === null) row.set(name, value);
		else if (value !== null) further.push([name, value]);
	}
	const numbers = new Map<string, number>();
	for (const [name, value] of further) row.set(freeName(name, row, numbers), value);
	return Object.fromEntries(row) as FieldTree;
}

/** The name with the next number that no column has; continues where the last search ended. */
function freeName(
	name: string,
	row: ReadonlyMap<string, unknown>,
	numbers: Map<string, number>,
): string {
	let number = (numbers.get(name) ?? 1) + 1;
	while (row.has(`${name}_${number}`)) number++;
	numbers.set(name, number);
	return `${name}_${number}`;
}

function columnsOf(
	tree: FieldTree,
	shape: FieldTree,
	prefix: string,
	lists: ListColumns,
): Column[] {
	const names = new Set([...namesOf(shape), ...Object.keys(tree)]);
	return [...names].flatMap((name) =>
		valueColumns(memberOf(tree, name), memberOf(shape, name), prefix + name, lists),
	);
}

/** The names of a shape; an amount brings that of its currency, unless a field has it. */
function namesOf(shape: FieldTree): string[] {
	return Object.entries(shape).flatMap(([name, type]) => {
		const currency = `${name}Currency`;
		return type === 'amount' && !Object.hasOwn(shape, currency) ? [name, currency] : [name];
	});
}

function valueColumns(found: unknown, shape: unknown, path: string, lists: ListColumns): Column[] {
	const value = found ?? nothingOf(shape);
	const isOther = shape !== undefined && kindOf(value) !== kindOf(shape);
	const own = ownColumns(value, isOther ? undefined : shape, path, lists);
	if (!isOther) return own;
	const ownNames = new Set(own.map(([name]) => name));
	const expected = valueColumns(null, shape, path, lists);
	return [...expected.filter(([name]) => !ownNames.has(name)), ...own];
}

function ownColumns(value: unknown, shape: unknown, path: string, lists: ListColumns): Column[] {
	if (isTree(value)) return columnsOf(value, isTree(shape) ? shape : {}, `${path}.`, lists);
	if (!Array.isArray(value)) return [[path, value]];
	if (lists === 'json') return [[path, JSON.stringify(value)]];
	const [element]: unknown[] = Array.isArray(shape) ? shape : [];
	const elements: unknown[] = value.length === 0 && element !== undefined ? [null] : value;
	return elements.flatMap((each, index) => valueColumns(each, element, `${path}[${index}]`, lists));
}

function nothingOf(shape: unknown): unknown {
	if (Array.isArray(shape)) return [];
	return isTree(shape) ? {} : null;
}

function kindOf(value: unknown): 'list' | 'tree' | 'value' {
	if (Array.isArray(value)) return 'list';
	return isTree(value) ? 'tree' : 'value';
}
