import { EACH, formatPath } from '../../fieldLists/fieldPath';
import type { PathStep } from '../../fieldLists/fieldPath';
import type { ReviewReason } from '../result';
import { isTree, leavesOf } from './fieldTree';
import type { FieldTree } from './fieldTree';

/** A part of an answer that has another shape than its field list. */
export interface Misfit {
	/** As field lists write it: `lineItems[]`. */
	fieldPath: string;
	reason: ReviewReason;
}

type Shape = 'value' | 'group' | 'list';

/**
 * Finds what cannot be typed or checked, as it is nested otherwise than its fields: a text where a
 * group belongs, several values where one does. What holds no value at all is no misfit.
 * @param shape of the field list, as `fieldShape` gives it; empty without one
 */
export function findMisfits(tree: FieldTree, shape: FieldTree): Misfit[] {
	return misfitsOf(tree, shape, [], '');
}

function misfitsOf(
	value: unknown,
	wanted: unknown,
	steps: readonly PathStep[],
	path: string,
): Misfit[] {
	if (isEmpty(value)) return [];
	if (shapeOf(value) !== shapeOf(wanted)) {
		const message = `The answer has ${described(value)} where the fields have ${NAMES[shapeOf(wanted)]}; it is as the service gave it.`;
		const reason: ReviewReason = { field: path, code: 'unreadable_value', message };
		return [{ fieldPath: formatPath(steps), reason }];
	}
	if (Array.isArray(value) && Array.isArray(wanted)) {
		return value.flatMap((element, index) =>
			misfitsOf(element, wanted[0], [...steps, EACH], `${path}[${index}]`),
		);
	}
	if (!isTree(value) || !isTree(wanted)) return [];
	return Object.entries(wanted).flatMap(([name, inner]) => {
		if (!Object.hasOwn(value, name)) return [];
		return misfitsOf(value[name], inner, [...steps, name], path === '' ? name : `${path}.${name}`);
	});
}

const NAMES: Readonly<Record<Shape, string>> = {
	value: 'one value',
	group: 'a group of fields',
	list: 'a list',
};

function described(value: unknown): string {
	return Array.isArray(value) ? `a list of ${value.length}` : NAMES[shapeOf(value)];
}

function shapeOf(value: unknown): Shape {
	if (Array.isArray(value)) return 'list';
	return isTree(value) ? 'group' : 'value';
}

function isEmpty(value: unknown): boolean {
	return leavesOf({ value }).every((leaf) => leaf.value === null || leaf.value === undefined);
}
