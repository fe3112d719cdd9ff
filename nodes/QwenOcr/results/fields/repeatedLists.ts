import type { ReviewReason } from '../result';
import { isTree, leavesOf } from './fieldTree';

/** A list of fields as it was read from one page. */
export interface PageList {
	/** From 1. */
	page: number;
	elements: readonly unknown[];
}

/** One value is often the same on two pages by chance, such as the address in their footers. */
const FEWEST_VALUES = 2;

/**
 * Finds pages whose whole list is that of an earlier page, such as the second copy of an invoice.
 * Whether the document prints its elements again or has them twice cannot be told from them, so none
 * is left out, and a person has to look.
 * @param path of the list, such as `lineItems`
 */
export function findRepeatedLists(
	lists: readonly PageList[],
	path: string,
): ReviewReason | undefined {
	const pageOf = new Map<string, number>();
	const repeated = lists.flatMap(({ page, elements }) => {
		if (countValues(elements) < FEWEST_VALUES) return [];
		const text = comparable(elements);
		const earlier = pageOf.get(text);
		pageOf.set(text, page);
		return earlier === undefined ? [] : [`${earlier} and ${page}`];
	});
	if (repeated.length === 0) return undefined;
	return {
		field: path,
		code: 'repeated',
		message: `Pages ${repeated.join(', ')} give the same list; all its elements are kept. Check whether the document only prints it again`,
	};
}

function countValues(elements: readonly unknown[]): number {
	const lengths = elements.map((element) =>
		isTree(element) ? leavesOf(element).filter(({ value }) => value !== null).length : 1,
	);
	return lengths.reduce((sum, length) => sum + length, 0);
}

function comparable(elements: readonly unknown[]): string {
	return JSON.stringify(elements, (_name, value: unknown) =>
		typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : value,
	);
}
