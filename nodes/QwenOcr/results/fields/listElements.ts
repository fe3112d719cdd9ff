import { formatPath, namesOf } from '../../fieldLists/fieldPath';
import { isTree } from './fieldTree';
import type { FieldTree } from './fieldTree';

/** The elements of a list of fields, and the fields beside it. */
export interface ListElements {
	elements: unknown[];
	/** The tree without the list. */
	others: FieldTree;
	/** Whether the tree has a field of that path at all, though it may be empty. */
	isFound: boolean;
}

/**
 * Takes a list out of a tree by its path, such as `lineItems` or `order.items`. A dot that belongs to
 * a name may have a backslash before it, as in field lists, or be as printed (`Items (No. 1)`).
 */
export function listElements(tree: FieldTree, path: string): ListElements {
	const [name, ...rest] = Object.hasOwn(tree, path) ? [path] : (namesOf(path) ?? [path]);
	const isHere = Object.hasOwn(tree, name);
	const value = isHere ? tree[name] : undefined;
	if (rest.length > 0) {
		if (!isTree(value)) return { elements: [], others: tree, isFound: isHere && value === null };
		const { others, ...found } = listElements(value, formatPath(rest));
		return { ...found, others: { ...tree, [name]: others } };
	}
	const others = Object.fromEntries(
		Object.entries(tree).filter(([key]) => key !== name),
	) as FieldTree;
	if (value === null || value === undefined) return { elements: [], others, isFound: isHere };
	return { elements: Array.isArray(value) ? value : [value], others, isFound: true };
}
