import type { IExecuteFunctions } from 'n8n-workflow';
import type { Document, OpenDocument, Source } from '../documents/document';
import { Fault } from '../fault';
import type { DocumentOutcome, PageOutcome } from '../items/documentItems';
import { failedItem } from '../items/errorPolicy';
import type { Task } from './runTasks';

/** Faults of files that may be passed over where the item does not name them. */
const SKIPPABLE: ReadonlySet<string> = new Set([
	'empty_file',
	'picture_too_narrow',
	'picture_too_small',
	'unsupported_file',
]);

/** A document, or another way to load it. */
interface Openable<Opened> extends Pick<Document, 'source' | 'isOptional'> {
	open(): Promise<Opened>;
}

/** Collects what becomes of the documents of one input item, whose pages end in any order. */
export class ItemOutcomes {
	private readonly documents: DocumentOutcome[] = [];

	/** Tasks that have not ended; the listing of the item counts as one. */
	private pending = 1;

	/** @param finish gets the documents in their order when all has ended */
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly itemIndex: number,
		private readonly finish: (documents: readonly DocumentOutcome[]) => void,
	) {}

	/** Adds a document whose pages are still to come. */
	addDocument(): DocumentOutcome {
		const outcome: DocumentOutcome = { pages: [], warnings: [] };
		this.documents.push(outcome);
		return outcome;
	}

	/**
	 * Loads a document. One that cannot be read leaves its outcome behind and gives undefined.
	 * @throws NodeApiError or NodeOperationError where the node is set to stop
	 */
	async open<Opened extends OpenDocument>(
		document: Openable<Opened>,
		outcome: DocumentOutcome,
	): Promise<Opened | undefined> {
		try {
			return await document.open();
		} catch (error) {
			if (isSkipped(error, document)) outcome.skipped = error;
			else outcome.pages.push(this.failed(error, document.source));
			return undefined;
		}
	}

	/**
	 * Gives the outcome of a page that was to be read, also where that fails.
	 * @throws as `open`
	 */
	async outcomeOf(page: Promise<PageOutcome>, source: Source): Promise<PageOutcome> {
		try {
			return await page;
		} catch (error) {
			return this.failed(error, source);
		}
	}

	/** Gives the outcome of something that failed; throws as `open` does. */
	failed(error: unknown, source: Source): PageOutcome {
		const item = failedItem(this.context, error, this.itemIndex, source);
		return { kind: 'failed', page: { source, message: String(item.json.error) }, item };
	}

	/** Makes a task one of this item, so that the item waits for it. */
	task(work: () => Promise<Iterable<Task> | void>): Task {
		this.pending++;
		return async () => {
			const more = await work();
			// What it gives counts before it ends itself, so that the item waits for that too.
			const tasks = more && [...more];
			this.end();
			return tasks;
		};
	}

	/** Says that no task will be added. */
	seal(): void {
		this.end();
	}

	private end(): void {
		if (--this.pending === 0) this.finish(this.documents);
	}
}

function isSkipped(error: unknown, { isOptional }: Pick<Document, 'isOptional'>): error is Fault {
	if (!(error instanceof Fault)) return false;
	return error.code === 'below_minimum_size' || (isOptional && SKIPPABLE.has(error.code));
}
