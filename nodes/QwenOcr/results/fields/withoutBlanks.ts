import { isTree, memberOf } from './fieldTree';
import type { FieldTree } from './fieldTree';

/**
 * Leaves out elements of lists that have no value at all, with what is known of them: where a page has
 * no line items, the service may fill in the one element of the schema with null. A list of nothing but
 * null is empty; null among other plain values keeps the place of those behind it.
 * @param beside what is known of each value, nested like the fields
 */
export function withoutBlanks(
	fields: FieldTree,
	beside: FieldTree | undefined,
): { fields: FieldTree; confidence?: FieldTree } {
	const { value, known } = prune(fields, beside);
	return {
		fields: value as FieldTree,
		...(beside && { confidence: known as FieldTree }),
	};
}

interface Pruned {
	value: unknown;
	known: unknown;
	isBlank: boolean;
}

function prune(value: unknown, known: unknown): Pruned {
	if (Array.isArray(value)) return pruneList(value as unknown[], known);
	if (!isTree(value)) return { value, known, isBlank: value === null || value === undefined };
	const members = Object.entries(value).map(
		([name, inner]) => [name, prune(inner, memberOf(known, name))] as const,
	);
	return {
		value: Object.fromEntries(members.map(([name, inner]) => [name, inner.value])),
		known: isTree(known)
			? Object.fromEntries(members.map(([name, inner]) => [name, inner.known]))
			: known,
		isBlank: members.every(([, inner]) => inner.isBlank),
	};
}

function pruneList(list: readonly unknown[], known: unknown): Pruned {
	const elements = list.map((element, index) =>
		prune(element, Array.isArray(known) ? (known[index] as unknown) : undefined),
	);
	const isBlank = elements.every((element) => element.isBlank);
	const hasObjects = elements.some((element) => isTree(element.value));
	const kept = elements.filter((element) => !isBlank && !(element.isBlank && hasObjects));
	return {
		value: kept.map((element) => element.value),
		known: Array.isArray(known) ? kept.map((element) => element.known) : known,
		isBlank,
	};
}
