import type { Field } from '../../fieldLists/field';
import type { ReviewReason } from '../result';
import { findEvidence, readValue } from '../values/readValue';
import type { Evidence, ReadingRules } from '../values/readValue';
import { leavesOf, mapLeaves } from './fieldTree';
import type { FieldTree, Leaf, Replacement } from './fieldTree';

/** Fields with their values typed. */
export interface TypedFields {
	fields: FieldTree;
	/** Values whose type could not be read; they stay as printed. */
	reasons: ReviewReason[];
}

/**
 * Types the values of a document's fields by their field list. An amount has its currency beside it
 * as `<name>Currency` where one is printed. What cannot be read, or may be read in two ways, stays as
 * printed and is a reason for review; what the document's other values tell of its number and date
 * formats counts.
 * @param isDoubtful values that are not to be typed, by their path, as they are known to be in doubt
 */
export function typeFields(
	printed: FieldTree,
	fields: readonly Field[],
	rules: ReadingRules,
	isDoubtful: (path: string) => boolean,
): TypedFields {
	const byPath = new Map(fields.map((field) => [field.path, field]));
	const evidence = gatherEvidence(printed, byPath);
	const reasons: ReviewReason[] = [];
	const typed = mapLeaves(printed, (leaf) => {
		if (isInexact(leaf.value)) {
			reasons.push(inexact(leaf));
			return leaf;
		}
		const field = byPath.get(leaf.fieldPath);
		if (!field || field.type === 'text' || leaf.value === null || isDoubtful(leaf.path))
			return leaf;
		return typeLeaf(leaf, field, rules, evidence, reasons);
	});
	return { fields: typed, reasons };
}

function gatherEvidence(printed: FieldTree, byPath: ReadonlyMap<string, Field>): Evidence {
	const texts = leavesOf(printed).flatMap(({ fieldPath, value }) => {
		const type = byPath.get(fieldPath)?.type;
		// A number of JSON has a point, whatever the document writes.
		if (!type || value === null || typeof value === 'number') return [];
		return [{ text: String(value), type }];
	});
	return findEvidence(texts);
}

function typeLeaf(
	{ path, value }: Leaf,
	{ type, choices }: Field,
	rules: ReadingRules,
	evidence: Evidence,
	reasons: ReviewReason[],
): Replacement {
	if (typeof value === 'number' && (type === 'number' || type === 'amount')) return { value };
	const read = readValue(String(value), { type, choices }, rules, evidence);
	if (read.kind === 'read') {
		return { value: read.value, ...(read.currency && { beside: { Currency: read.currency } }) };
	}
	reasons.push({ field: path, code: read.code, message: read.message });
	return { value };
}

/** Of a number of JSON with more digits than a number can hold, the last ones are lost. */
function isInexact(value: unknown): value is number {
	return Number.isInteger(value) && !Number.isSafeInteger(value);
}

function inexact({ path }: Leaf): ReviewReason {
	const message = 'The answer gives a number with more digits than can be kept; see its text.';
	return { field: path, code: 'unreadable_value', message };
}
