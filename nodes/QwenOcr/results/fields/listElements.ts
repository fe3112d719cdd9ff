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

/** Takes a list out of a tree by its path, such as `lineItems` or `order.items`. */
export function listElements(tree: FieldTree, path: string): ListElements {
	const [name, ...rest] = path.split('.');
	const isHere = Object.hasOwn(tree, name);
	const value = isHere ? tree[name] : undefined;
	if (rest.length > 0) {
		if (!isTree(value)) return { elements: [], others: tree, isFound: isHere && value === null };
		const { others, ...found } = listElements(value, rest.join('.'));
		return { ...found, others: { ...tree, [name]: others } };
	}
	const others = Object.fromEntries(
		Object.entries(tree).filter(([key]) => key !== name),
	) as FieldTree;
	if (value === null || value === undefined) return { elements: [], others, isFound: isHere };
	return { elements: Array.isArray(value) ? value : [value], others, isFound: true };
}
