import { isTree } from './fieldTree';
import type { FieldTree } from './fieldTree';

/** The elements of a list of fields, and the fields beside it. */
export interface ListElements {
	elements: unknown[];
	/** The tree without the list. */
	others: FieldTree;
}

/** Takes a list out of a tree by its path, such as `lineItems` or `order.items`. */
export function listElements(tree: FieldTree, path: string): ListElements {
	const [name, ...rest] = path.split('.');
	const value = Object.hasOwn(tree, name) ? tree[name] : undefined;
	if (rest.length > 0 && isTree(value)) {
		const { elements, others } = listElements(value, rest.join('.'));
		return { elements, others: { ...tree, [name]: others } };
	}
	const others = Object.fromEntries(Object.entries(tree).filter(([key]) => key !== name));
	if (rest.length > 0 || value === null || value === undefined) return { elements: [], others };
	return { elements: Array.isArray(value) ? value : [value], others: others as FieldTree };
}
