import type { ReviewReason } from './result';

/** The fields that were read from one page. */
export interface PageFields {
	/** From 1. */
	page: number;
	fields: Record<string, unknown>;
}

interface Found {
	page: number;
	value: unknown;
}

/**
 * Merges the fields of a document's pages. Lists are concatenated; a field that was found once wins;
 * of values that differ the first is taken, and of totals the last, as a total is carried from page
 * to page. Each difference is a reason for review.
 */
export function mergeFields(pages: readonly PageFields[]): {
	fields: Record<string, unknown>;
	conflicts: ReviewReason[];
} {
	const conflicts: ReviewReason[] = [];
	const fields = mergeObjects(
		pages.map(({ page, fields: value }) => ({ page, value })),
		'',
		conflicts,
	);
	return { fields, conflicts };
}

function mergeObjects(
	objects: readonly Found[],
	path: string,
	conflicts: ReviewReason[],
): Record<string, unknown> {
	const names = new Set(objects.flatMap(({ value }) => Object.keys(value as object)));
	const entries = [...names].map((name) => {
		const values = objects.flatMap(({ page, value }) =>
			Object.hasOwn(value as object, name)
				? [{ page, value: (value as Record<string, unknown>)[name] }]
				: [],
		);
		return [name, mergeValues(values, path ? `${path}.${name}` : name, conflicts)];
	});
	return Object.fromEntries(entries) as Record<string, unknown>;
}

function mergeValues(values: readonly Found[], path: string, conflicts: ReviewReason[]): unknown {
	const found = values.filter(({ value }) => !isMissing(value));
	if (found.length === 0) return values[0].value;
	if (found.every(({ value }) => Array.isArray(value))) {
		return found.flatMap(({ value }) => value as unknown[]);
	}
	if (found.every(({ value }) => isObject(value))) return mergeObjects(found, path, conflicts);

	const texts = new Set(found.map(({ value }) => comparable(value)));
	if (texts.size === 1) return found[0].value;
	const kept = isTotal(path, found) ? found[found.length - 1] : found[0];
	const said = found.map(({ page, value }) => `page ${page} says ${shown(value)}`).join(', ');
	conflicts.push({
		field: path,
		code: 'page_conflict',
		message: `${said.replace(/^p/, 'P')}; the value of page ${kept.page} was taken`,
	});
	return kept.value;
}

/** An object without values, and a list without elements, is what stands for "not on this page". */
function isMissing(value: unknown): boolean {
	if (Array.isArray(value)) return value.length === 0;
	if (isObject(value)) return Object.values(value).every(isMissing);
	return value === null || value === undefined || value === '';
}

function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function comparable(value: unknown): string {
	return typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : JSON.stringify(value);
}

const TOTAL =
	/total|sum(me)?$|amount[ _]?due|balance[ _]?due|gesamt|endbetrag|betrag|合计|合計|总计|總計|总额|應付|应付/i;

function isTotal(path: string, found: readonly Found[]): boolean {
	const name = path.split('.').pop() ?? '';
	return TOTAL.test(name) && found.every(({ value }) => /\p{Nd}/u.test(comparable(value)));
}

function shown(value: unknown): string {
	const text = typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
