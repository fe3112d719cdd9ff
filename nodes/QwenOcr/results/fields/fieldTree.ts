import { EACH, formatPath } from '../../fieldLists/fieldPath';
import type { PathStep } from '../../fieldLists/fieldPath';

/** Fields as an answer nests them: values, objects and lists. */
export type FieldTree = Record<string, unknown>;

/** A value somewhere in a tree of fields. */
export interface Leaf {
	/** As field lists write it: `lineItems[].amount`. */
	fieldPath: string;
	/** With the places in lists, from 0: `lineItems[2].amount`. */
	path: string;
	/** Anything but an object or a list. */
	value: unknown;
}

/** What takes the place of a value. */
export interface Replacement {
	value: unknown;
	/** More values beside it, such as a currency; its name is put before theirs. */
	beside?: Record<string, unknown>;
}

/** Gives the tree with each of its values replaced; objects, lists and their order stay. */
export function mapLeaves(tree: FieldTree, replace: (leaf: Leaf) => Replacement): FieldTree {
	return mapObject(tree, [], '', replace);
}

/** Gives all values of a tree in their order. */
export function leavesOf(tree: FieldTree): Leaf[] {
	const leaves: Leaf[] = [];
	mapLeaves(tree, (leaf) => {
		leaves.push(leaf);
		return leaf;
	});
	return leaves;
}

/** Whether a value is an object, and no list. */
export function isTree(value: unknown): value is FieldTree {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Gives a tree's own value of that name; undefined for one without it, and for what is no tree. */
export function memberOf(tree: unknown, name: string): unknown {
	return isTree(tree) && Object.hasOwn(tree, name) ? tree[name] : undefined;
}

function mapObject(
	tree: FieldTree,
	steps: readonly PathStep[],
	path: string,
	replace: (leaf: Leaf) => Replacement,
): FieldTree {
	const entries = Object.entries(tree).flatMap(([name, value]) => {
		const inner = path === '' ? name : `${path}.${name}`;
		const { value: own, beside = {} } = mapValue(value, [...steps, name], inner, replace);
		const siblings = Object.entries(beside).filter(([extra]) => !Object.hasOwn(tree, name + extra));
		return [[name, own], ...siblings.map(([extra, next]) => [name + extra, next])];
	});
	return Object.fromEntries(entries) as FieldTree;
}

function mapValue(
	value: unknown,
	steps: readonly PathStep[],
	path: string,
	replace: (leaf: Leaf) => Replacement,
): Replacement {
	if (Array.isArray(value)) {
		const inner: PathStep[] = [...steps, EACH];
		const elements = value.map(
			(element, index) => mapValue(element, inner, `${path}[${index}]`, replace).value,
		);
		return { value: elements };
	}
	if (isTree(value)) return { value: mapObject(value, steps, path, replace) };
	return replace({ fieldPath: formatPath(steps), path, value });
}
