import type { INodeExecutionData } from 'n8n-workflow';
import type { Fault } from '../fault';
import { estimateItem } from './estimateItem';
import type { EstimatedRequest } from './estimateItem';
import { layOut } from './layOut';
import type { Layout } from './layOut';
import { joinReadings, withPageNumber, withWarnings } from './reading';
import type { FailedPage, Reading } from './reading';
import { resultItem } from './resultItem';
import type { ItemFacts, OutputSettings } from './resultItem';
import { skipWarning, skippedItem } from './skippedItem';

/** What became of one page. */
export type PageOutcome =
	| { kind: 'read'; reading: Reading }
	/** With the error item that tells of it. */
	| { kind: 'failed'; page: FailedPage; item: INodeExecutionData }
	/** With what it would take to read it. */
	| { kind: 'estimated'; request: EstimatedRequest };

/** What became of one document of an item. */
export interface DocumentOutcome {
	/** In the order of the pages; empty when the document was passed over. */
	pages: PageOutcome[];
	/** About the document as a whole. */
	warnings: string[];
	/** Why it was passed over. */
	skipped?: Fault;
}

/** An item, and whether a person should look at it. */
export interface OutputItem {
	item: INodeExecutionData;
	isDoubtful: boolean;
}

export type ItemSettings = OutputSettings & Layout;

/** What is done with the readings of a document or page. */
export interface ReadingSteps {
	/** Completes one whose parts have been put together. */
	finish(reading: Reading): Reading;
	/** Makes one of all pages, where they cannot be put together for an error. */
	rescue(pages: readonly Reading[], error: unknown): Reading;
}

/**
 * Makes the items of one input item, in the order of its documents and pages. The warnings of files
 * that were passed over go with the first item; where nothing was read, they have an item of their
 * own.
 * @param steps what is done with the readings of a document or page
 */
export function documentItems(
	documents: readonly DocumentOutcome[],
	facts: ItemFacts,
	settings: ItemSettings,
	steps: ReadingSteps,
): OutputItem[] {
	const skipped = documents.flatMap((document) => document.skipped ?? []);
	const first = documents.find(({ pages }) => pages.some(({ kind }) => kind !== 'failed'));
	const items = documents.flatMap((document) => {
		const skips = document === first ? skipped.map(skipWarning) : [];
		const warnings = [...skips, ...document.warnings];
		return itemsOf({ ...document, warnings }, facts, settings, steps);
	});
	const isUntold = skipped.length > 0 && !first;
	return isUntold ? [...items, skippedItem(skipped, facts, settings.keepSource)] : items;
}

/** The answers are paid for: what cannot be put together or laid out still leaves as text. */
function itemsOf(
	document: DocumentOutcome,
	facts: ItemFacts,
	settings: ItemSettings,
	steps: ReadingSteps,
): OutputItem[] {
	try {
		return arrangedItems(document, facts, settings, steps);
	} catch (error) {
		const rescue = (pages: readonly Reading[]) => steps.rescue(pages, error);
		return rescuedItems(document, facts, settings, rescue);
	}
}

function rescuedItems(
	{ pages, warnings }: DocumentOutcome,
	facts: ItemFacts,
	settings: ItemSettings,
	rescue: (pages: readonly Reading[]) => Reading,
): OutputItem[] {
	return joinPages(pages, rescue).map((outcome) => {
		if (outcome.kind !== 'read') return unreadItem(outcome, facts, settings, warnings);
		const reading = withWarnings(outcome.reading, warnings);
		return { item: resultItem({ reading }, facts, settings), isDoubtful: true };
	});
}

function arrangedItems(
	{ pages, warnings }: DocumentOutcome,
	facts: ItemFacts,
	settings: ItemSettings,
	{ finish }: ReadingSteps,
): OutputItem[] {
	const numbered = pages.map(
		(page): PageOutcome =>
			page.kind === 'read' ? { ...page, reading: withPageNumber(page.reading) } : page,
	);
	const arranged = settings.outputMode === 'perPage' ? numbered : joinPages(numbered);
	const first = arranged.find(({ kind }) => kind !== 'failed');
	return arranged.flatMap((outcome): OutputItem[] => {
		const ofDocument = outcome === first ? warnings : [];
		if (outcome.kind !== 'read') return [unreadItem(outcome, facts, settings, ofDocument)];
		const reading = withWarnings(finish(outcome.reading), ofDocument);
		return layOut(reading, settings).map((entry) => ({
			item: resultItem(entry, facts, settings),
			isDoubtful: entry.reading.result.reasons.length > 0,
		}));
	});
}

function unreadItem(
	outcome: Exclude<PageOutcome, { kind: 'read' }>,
	facts: ItemFacts,
	settings: ItemSettings,
	warnings: readonly string[],
): OutputItem {
	if (outcome.kind === 'failed') return { item: outcome.item, isDoubtful: false };
	const { request } = outcome;
	const told = { ...request, warnings: [...warnings, ...request.warnings] };
	return { item: estimateItem(told, facts, settings), isDoubtful: false };
}

/** One outcome for all pages that were read, then those that were not. */
function joinPages(
	pages: readonly PageOutcome[],
	toOne?: (read: readonly Reading[]) => Reading,
): PageOutcome[] {
	const read = pages.flatMap((page) => (page.kind === 'read' ? [page.reading] : []));
	const others = pages.filter((page) => page.kind !== 'read');
	if (read.length === 0) return others;
	const joined = joinReadings(
		toOne ? [toOne(read)] : read,
		others.flatMap((page) => (page.kind === 'failed' ? [page.page] : [])),
	);
	return [{ kind: 'read', reading: joined }, ...others];
}
