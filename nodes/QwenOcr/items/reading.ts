import type { Answer } from '../dashscope/nativeAnswer';
import type { Source } from '../documents/document';
import { joinResults, numberPage, withPage } from '../results/joinResults';
import type { Result } from '../results/result';

/** What was read from one page, or from several that were joined. */
export interface Reading {
	source: Source;
	result: Result;
	/** The service's answers, one for each request that was made for it. */
	answers: Answer[];
}

/** A page that could not be read. */
export interface FailedPage {
	source: Source;
	message: string;
}

/**
 * Joins the pages of one document into one reading; pages that could not be read are named in its
 * warnings and are a reason for review.
 */
export function joinReadings(
	readings: readonly Reading[],
	failures: readonly FailedPage[],
): Reading {
	const joined = readings.length === 1 ? readings[0] : joinPages(readings);
	const missing = failures.map(({ source, message }) => ({
		field: '',
		code: 'page_failed' as const,
		message: withPage(source.page, message),
	}));
	const { result } = joined;
	return {
		...joined,
		result: {
			...result,
			reasons: [...result.reasons, ...missing],
			warnings: [...result.warnings, ...missing.map(({ message }) => message)],
		},
	};
}

/** Gives a page's reading with its number at its tables and lines, where the document has several. */
export function withPageNumber(reading: Reading): Reading {
	const { source, result } = reading;
	const { page, pageCount = 1 } = source;
	return pageCount > 1 ? { ...reading, result: numberPage({ page, result }) } : reading;
}

/** Gives the reading with warnings before its own. */
export function withWarnings(reading: Reading, warnings: readonly string[]): Reading {
	const { result } = reading;
	return { ...reading, result: { ...result, warnings: [...warnings, ...result.warnings] } };
}

function joinPages(readings: readonly Reading[]): Reading {
	const pages = readings.map(({ source, result }) => ({ page: source.page, result }));
	return {
		source: sourceOfAll(readings),
		result: joinResults(pages),
		answers: readings.flatMap(({ answers }) => answers),
	};
}

/** The first page stands for all; a size is the document's only where all pages share it. */
function sourceOfAll(readings: readonly Reading[]): Source {
	const [{ source }, ...others] = readings;
	const isSameSize = others.every(
		(other) => other.source.width === source.width && other.source.height === source.height,
	);
	return isSameSize ? source : { ...source, width: undefined, height: undefined };
}
