import { plainPath } from '../../fieldLists/fieldPath';
import { isTree } from './fieldTree';
import type { FieldTree } from './fieldTree';
import { listElements } from './listElements';

/** The fields of a document as one row for each element of a list. */
export interface ElementRows {
	/** Each element's own fields behind those of the document; none for an empty list. */
	rows: FieldTree[];
	/** The fields of the document alone, named as in the rows. */
	others: FieldTree;
	/** What a row is made of, as the field list says. */
	rowShape: FieldTree;
	/** Whether the document has the list at all. */
	isFound: boolean;
	/** Gives the rows of another tree of the same nesting, such as the fields as printed. */
	rowsOf(tree: FieldTree): FieldTree[];
}

/**
 * Makes a row of each element of a list. A field of the document that has the name of an element's
 * field, or of its currency, is called `document.<name>`, in all rows alike: an amount must never
 * stand beside the currency of another one.
 * @param path of the list, such as `lineItems`
 * @param shape of the field list, as `fieldShape` gives it; empty without one
 */
export function elementRows(tree: FieldTree, path: string, shape: FieldTree): ElementRows {
	const found = listElements(tree, path);
	const ideal = listElements(shape, path);
	const own = [...found.elements, ...ideal.elements].map((element) => ownFields(element, path));
	const names = new Set(own.flatMap(Object.keys));
	const rowsOf = (other: FieldTree): FieldTree[] => {
		const { elements, others } = listElements(other, path);
		const shared = renamed(others, names);
		return elements.map((element) => ({ ...shared, ...ownFields(element, path) }));
	};
	const [rowShape = ideal.others] = rowsOf(shape);
	return {
		rows: rowsOf(tree),
		others: renamed(found.others, names),
		rowShape,
		isFound: found.isFound,
		rowsOf,
	};
}

/** A list may also hold plain values; they have the name of the list. */
function ownFields(element: unknown, path: string): FieldTree {
	return isTree(element) ? element : { [plainPath(path)]: element };
}

function renamed(others: FieldTree, taken: ReadonlySet<string>): FieldTree {
	const isTaken = (name: string) => taken.has(name) || taken.has(name.replace(/Currency$/, ''));
	return Object.fromEntries(
		Object.entries(others).map(([name, value]) => [
			isTaken(name) ? `document.${name}` : name,
			value,
		]),
	) as FieldTree;
}
