import { mergeFields } from './fields/mergeFields';
import type { PageFields } from './fields/mergeFields';
import type { Result, ResultParts, ReviewReason } from './result';

/** What was read from one page of a document. */
export interface PageResult {
	/** From 1. */
	page: number;
	result: Result;
}

/** Stands between the texts of pages: a form feed, the character that text files use for it. */
export const PAGE_BREAK = '\n\f';

/**
 * Makes one result of the pages of a document, in their order. Texts are parted by a form feed,
 * markup by an empty line; tables and lines keep their page; fields are merged as `mergeFields`
 * says; reasons and warnings name their page.
 */
export function joinResults(pages: readonly PageResult[]): Result {
	const { fields, confidence, conflicts } = mergeFields(pages.flatMap(pageFields));
	const parts: ResultParts = {
		...(pages.some(({ result }) => result.parts.fields) && { fields }),
		...(pages.some(({ result }) => result.parts.confidence) && { confidence }),
		...joinLists('tables', pages),
		...joinLists('lines', pages),
		...joinTexts('latex', pages),
		...joinTexts('markdown', pages),
	};
	return {
		text: pages.map(({ result }) => result.text).join(PAGE_BREAK),
		parts,
		reasons: [...pages.flatMap(namedReasons), ...conflicts],
		warnings: pages.flatMap(({ page, result }) =>
			result.warnings.map((warning) => withPage(page, warning)),
		),
	};
}

/** Gives the result of one page with that page at its tables and lines, unless they have theirs. */
export function numberPage({ page, result }: PageResult): Result {
	const { parts } = result;
	const numbered = (name: 'tables' | 'lines') => parts[name] && joinLists(name, [{ page, result }]);
	return { ...result, parts: { ...parts, ...numbered('tables'), ...numbered('lines') } };
}

/** Says of which page a remark is, unless it already does. */
export function withPage(page: number, remark: string): string {
	return remark.startsWith(`Page ${page} `) ? remark : `Page ${page}: ${remark}`;
}

function pageFields({ page, result }: PageResult): PageFields[] {
	const { fields, confidence } = result.parts;
	return fields ? [{ page, fields, confidence }] : [];
}

function namedReasons({ page, result }: PageResult): ReviewReason[] {
	return result.reasons.map((reason) => ({ ...reason, message: withPage(page, reason.message) }));
}

function joinLists<Name extends 'tables' | 'lines'>(
	name: Name,
	pages: readonly PageResult[],
): ResultParts {
	if (!pages.some(({ result }) => result.parts[name])) return {};
	const list = pages.flatMap(({ page, result }) =>
		(result.parts[name] ?? []).map((element) => ({ ...element, page: element.page ?? page })),
	);
	return { [name]: list };
}

function joinTexts(name: 'latex' | 'markdown', pages: readonly PageResult[]): ResultParts {
	const texts = pages.flatMap(({ result }) => result.parts[name] ?? []);
	return texts.length > 0 ? { [name]: texts.join('\n\n') } : {};
}
