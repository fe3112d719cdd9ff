import type { ReviewReason } from '../result';
import { isTree, memberOf } from './fieldTree';
import type { FieldTree } from './fieldTree';
import { fullestAmount } from './fullestAmount';
import { findRepeatedLists } from './repeatedLists';

/** The fields that were read from one page. */
export interface PageFields {
	/** From 1. */
	page: number;
	fields: FieldTree;
	/** Facts about each value, nested like the fields; they go where their value goes. */
	confidence?: FieldTree;
}

/** The fields of a document. */
export interface MergedFields {
	fields: FieldTree;
	confidence: FieldTree;
	conflicts: ReviewReason[];
}

interface Found {
	page: number;
	value: unknown;
	confidence: unknown;
}

type Merged = Pick<Found, 'value' | 'confidence'>;

/**
 * Merges the fields of a document's pages. Lists are concatenated; a field that was found once wins;
 * of values that differ the first is taken, and of totals the last, as a total is carried from page
 * to page. Each difference is a reason for review, and so is a list that is that of an earlier page.
 * Where pages print one amount with and without its currency, the fullest is taken.
 */
export function mergeFields(pages: readonly PageFields[]): MergedFields {
	const conflicts: ReviewReason[] = [];
	const merged = mergeTrees(
		pages.map(({ page, fields: value, confidence }) => ({ page, value, confidence })),
		'',
		conflicts,
	);
	return {
		fields: merged.value as FieldTree,
		confidence: isTree(merged.confidence) ? merged.confidence : {},
		conflicts,
	};
}

function mergeTrees(trees: readonly Found[], path: string, conflicts: ReviewReason[]): Merged {
	const names = new Set(trees.flatMap(({ value }) => Object.keys(value as FieldTree)));
	const merged = [...names].map((name) => {
		const found = trees.flatMap((tree): Found[] =>
			Object.hasOwn(tree.value as FieldTree, name)
				? [
						{
							page: tree.page,
							value: memberOf(tree.value, name),
							confidence: memberOf(tree.confidence, name),
						},
					]
				: [],
		);
		return [name, mergeValues(found, name, path ? `${path}.${name}` : name, conflicts)] as const;
	});
	const sure = merged.filter(([, { confidence }]) => confidence !== undefined);
	return {
		value: Object.fromEntries(merged.map(([name, { value }]) => [name, value])),
		confidence:
			sure.length > 0
				? Object.fromEntries(sure.map(([name, { confidence }]) => [name, confidence]))
				: undefined,
	};
}

function mergeValues(
	values: readonly Found[],
	name: string,
	path: string,
	conflicts: ReviewReason[],
): Merged {
	const found = values.filter(({ value }) => !isMissing(value));
	if (found.length === 0) return values[0];
	if (found.some(({ value }) => Array.isArray(value))) {
		return mergeLists(found.map(asList), path, conflicts);
	}
	if (found.every(({ value }) => isTree(value))) return mergeTrees(found, path, conflicts);

	const texts = new Set(found.map(({ value }) => comparable(value)));
	if (texts.size === 1) return found[0];
	const fullest = fullestAmount(
		found.map(({ value }) => value),
		name,
	);
	if (fullest !== undefined) return found[fullest];
	const kept = isTotal(name, found) ? found[found.length - 1] : found[0];
	const said = found.map(({ page, value }) => `page ${page} says ${shown(value)}`).join(', ');
	conflicts.push({
		field: path,
		code: 'page_conflict',
		message: `${said.replace(/^p/, 'P')}; the value of page ${kept.page} was taken`,
	});
	return kept;
}

/** A page with one element may give it without its list. */
function asList(found: Found): Found {
	const { value, confidence } = found;
	return Array.isArray(value) ? found : { ...found, value: [value], confidence: [confidence] };
}

function mergeLists(lists: readonly Found[], path: string, conflicts: ReviewReason[]): Merged {
	const pages = lists.map(({ page, value }) => ({ page, elements: value as unknown[] }));
	const repeated = findRepeatedLists(
		pages.filter(({ elements }) => !elements.every(isMissing)),
		path,
	);
	if (repeated) conflicts.push(repeated);
	return concatenate(lists);
}

/** What is known of elements keeps their places; of those of other pages nothing may be known. */
function concatenate(lists: readonly Found[]): Merged {
	const value = lists.flatMap((list) => list.value as unknown[]);
	if (lists.every(({ confidence }) => confidence === undefined)) {
		return { value, confidence: undefined };
	}
	const confidence = lists.flatMap((list) =>
		(list.value as unknown[]).map((_element, index) =>
			Array.isArray(list.confidence) ? ((list.confidence[index] as unknown) ?? null) : null,
		),
	);
	return { value, confidence };
}

/** An object without values, and a list without elements, is what stands for "not on this page". */
function isMissing(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0;
	if (isTree(value)) return Object.values(value).every(isMissing);
	return value === null || value === undefined || value === '';
}

function comparable(value: unknown): string {
	return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : JSON.stringify(value);
}

const TOTAL =
	/total|sum(me)?$|amount[ _]?due|balance[ _]?due|gesamt|endbetrag|betrag|合计|合計|总计|總計|总额|應付|应付/i;

function isTotal(name: string, found: readonly Found[]): boolean {
	return TOTAL.test(name) && found.every(({ value }) => /\p{Nd}/u.test(comparable(value)));
}

function shown(value: unknown): string {
	const text = typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
