import type { Field } from '../../fieldLists/field';
import { checkPrinted, checkSums, findRoles, formatCheckOf } from '../checks';
import type { Result, ReviewReason } from '../result';
import type { ReadingRules } from '../values/readValue';
import { fieldShape } from './fieldShape';
import { leavesOf } from './fieldTree';
import type { FieldTree, Leaf } from './fieldTree';
import { findMisfits } from './findMisfits';
import type { Misfit } from './findMisfits';
import { typeFields } from './typeFields';

/** How the fields of a document are read and checked. */
export interface FieldReview {
	rules: ReadingRules;
	/** Most that amounts which should add up may be apart. */
	sumTolerance: number;
	/** Token probability below which a field is in doubt, from 0 to 1. */
	confidenceThreshold: number;
}

/**
 * Types the fields of a document by their field list and checks them: required fields, characters
 * that the service marks as unreadable, masked values, formats, sums, values that are nested otherwise
 * than their fields, and how sure the model was.
 * Nothing is dropped: what is in doubt stays as printed and is a reason for review. Without a field
 * list only unreadable characters and the model's own doubt count.
 */
export function reviewFields(
	result: Result,
	fields: readonly Field[],
	{ rules, sumTolerance, confidenceThreshold }: FieldReview,
): Result {
	const printed = result.parts.fields ?? {};
	const found = checkTree(printed, fields);
	const doubtful = new Set(
		found.filter(({ code }) => ENDS_TYPING.has(code)).map(({ field }) => field),
	);
	const typed = typeFields(printed, fields, rules, (path) => doubtful.has(path));
	const reasons = [
		...found,
		...typed.reasons,
		...checkSums(typed.fields, findRoles(fields), sumTolerance),
		...checkConfidence(printed, result.parts.confidence ?? {}, confidenceThreshold),
	];
	const isTyped = fields.some(({ type }) => type !== 'text');
	return {
		...result,
		parts: { ...result.parts, fields: typed.fields, ...(isTyped && { printed }) },
		reasons: [...result.reasons, ...reasons],
	};
}

/** A value with such a doubt stays as printed, without a second reason for its type. */
const ENDS_TYPING: ReadonlySet<string> = new Set(['masked', 'unreadable_character']);

function checkTree(printed: FieldTree, fields: readonly Field[]): ReviewReason[] {
	const byPath = new Map(fields.map((field) => [field.path, field]));
	const leaves = leavesOf(printed);
	const present = new Set(leaves.map(({ fieldPath }) => fieldPath));
	const misfits = findMisfits(printed, fieldShape(fields));
	const absent = fields
		.filter(({ path, required }) => required && !present.has(path) && !isWithin(path, misfits))
		.map(({ path }) => missing(path.replace(/\[\].*$/, '')));
	return [
		...misfits.map(({ reason }) => reason),
		...leaves.flatMap((leaf) => checkLeaf(leaf, byPath.get(leaf.fieldPath))),
		...absent,
	];
}

/** Something was found for such a field, though not in its shape. */
function isWithin(path: string, misfits: readonly Misfit[]): boolean {
	return misfits.some(
		({ fieldPath }) =>
			path === fieldPath || path.startsWith(`${fieldPath}.`) || path.startsWith(`${fieldPath}[]`),
	);
}

function checkLeaf({ path, value }: Leaf, field: Field | undefined): ReviewReason[] {
	if (value === null || value === undefined || value === '') {
		return field?.required ? [missing(path)] : [];
	}
	const printed = { field: path, text: String(value), type: field?.type ?? 'text' };
	const doubt = checkPrinted({ ...printed, ...(field && { format: formatCheckOf(field) }) });
	// Without a field list, nobody asked for a whole value where the document shows a part of it.
	return doubt && (field || doubt.code !== 'masked') ? [doubt] : [];
}

function missing(path: string): ReviewReason {
	return { field: path, code: 'missing', message: 'Required, but not found on the document' };
}

function checkConfidence(
	printed: FieldTree,
	confidence: FieldTree,
	threshold: number,
): ReviewReason[] {
	const present = new Set(
		leavesOf(printed)
			.filter(({ value }) => value !== null)
			.map(({ path }) => path),
	);
	return leavesOf(confidence).flatMap(({ path, value }): ReviewReason[] => {
		if (typeof value !== 'number' || value >= threshold || !present.has(path)) return [];
		const message = `The model's least sure token has a probability of ${percent(value)}, below Confidence Threshold (${percent(threshold)})`;
		return [{ field: path, code: 'low_confidence', message }];
	});
}

function percent(probability: number): string {
	return `${(probability * 100).toFixed(1).replace(/\.0$/, '')} %`;
}
