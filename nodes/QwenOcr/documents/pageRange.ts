import { Fault } from '../fault';

/** Pages of one PDF that are read without a choice: a small file may claim to have any number. */
const MOST_UNCHOSEN = 5000;

/**
 * Reads the option Pages, such as `1-3, 7, last`, and gives the page numbers from 1 in the order in
 * which they were named, each once. An empty text means all pages, of no more than 5,000.
 * @throws Fault `invalid_pages` for a text that cannot be read, `page_out_of_range` for a page that
 * the document does not have, `pdf_too_many_pages` for too many without a choice
 */
export function selectPages(wanted: string, pageCount: number): number[] {
	const parts = wanted
		.replace(/\s*[-–]\s*/g, '-')
		.split(/[,;\s]+/)
		.filter(Boolean);
	if (parts.length === 0) return allPages(pageCount);
	return pagesOf(
		parts.map((part) => readPart(part, pageCount)),
		pageCount,
	);
}

/** A file may claim a million pages, and a text name them many times. */
function pagesOf(ranges: readonly PageRange[], pageCount: number): number[] {
	const chosen: number[] = [];
	const isChosen = new Uint8Array(pageCount + 1);
	const added = new Set<string>();
	for (const { from, to } of ranges) {
		const ends = [from, to].join('-');
		if (added.has(ends)) continue;
		added.add(ends);
		const step = from <= to ? 1 : -1;
		for (let page = from; page !== to + step; page += step) {
			if (isChosen[page] === 0) chosen.push(page);
			isChosen[page] = 1;
		}
	}
	return chosen;
}

interface PageRange {
	from: number;
	/** Below `from` where pages are named backwards. */
	to: number;
}

function allPages(pageCount: number): number[] {
	if (pageCount <= MOST_UNCHOSEN) return Array.from({ length: pageCount }, (_, index) => index + 1);
	const [has, most] = [pageCount, MOST_UNCHOSEN].map((count) => count.toLocaleString('en-US'));
	throw new Fault(
		'pdf_too_many_pages',
		`The PDF has ${has} pages; unless pages are chosen, at most ${most} are read`,
		`Choose the pages to read with the option Pages, for example 1-${MOST_UNCHOSEN}, or split the file.`,
	);
}

function readPart(part: string, pageCount: number): PageRange {
	const ends = /^(\d+|last)(?:-(\d+|last))?$/i.exec(part);
	if (!ends) {
		throw new Fault(
			'invalid_pages',
			`Pages has '${part.slice(0, 40)}', which is not a page`,
			'Enter numbers, ranges and "last" in Pages, separated by commas: 1-3, 7, last.',
		);
	}
	const from = readNumber(ends[1], pageCount);
	const to = ends[2] === undefined ? from : readNumber(ends[2], pageCount);
	return { from, to };
}

function readNumber(text: string, pageCount: number): number {
	const number = /^last$/i.test(text) ? pageCount : Number(text);
	if (number >= 1 && number <= pageCount) return number;
	throw new Fault(
		'page_out_of_range',
		`Pages asks for page ${text}, but the document has ${pageCount} ${pageCount === 1 ? 'page' : 'pages'}`,
		'Enter pages that the document has, or "last" for its last one.',
	);
}
