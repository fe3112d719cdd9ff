import type { FaultName } from '../faults';

/** Counts over all requests, however many; the log holds the last ones only. */
export interface TotalCounts {
	requests: number;
	/** Replies by their HTTP status; also of those that broke off after it. */
	byStatus: Record<string, number>;
	/** Connections that ended without a reply. */
	unanswered: number;
	/** Requests that were above the limit. */
	limited: number;
	/** Requests that the service would charge for. */
	billed: number;
	/** Billed requests whose answer the fault schedule kept from the client. */
	destroyed: number;
	/** Billed requests whose client went away by itself before it had the whole answer. */
	lost: number;
	/** Faults played, by their names. */
	faults: Partial<Record<FaultName, number>>;
	/** Requests that are open now. */
	atOnce: number;
	/** Most requests that were open at the same time. */
	mostAtOnce: number;
}

type SimpleCount = 'unanswered' | 'limited' | 'billed' | 'destroyed' | 'lost';

/** Counts the requests of one API key, or of all. */
export class Totals {
	private kept = noCounts();

	get counts(): TotalCounts {
		return this.kept;
	}

	/** A request has come. */
	begin(): void {
		const { kept } = this;
		kept.requests += 1;
		kept.atOnce += 1;
		kept.mostAtOnce = Math.max(kept.mostAtOnce, kept.atOnce);
	}

	/** A request is over. */
	end(): void {
		this.kept.atOnce -= 1;
	}

	add(count: SimpleCount): void {
		this.kept[count] += 1;
	}

	addStatus(status: number): void {
		const { byStatus } = this.kept;
		byStatus[status] = (byStatus[status] ?? 0) + 1;
	}

	addFault(name: FaultName): void {
		const { faults } = this.kept;
		faults[name] = (faults[name] ?? 0) + 1;
	}

	/** Begins at nothing; requests that are open stay counted as open. */
	clear(): void {
		const { atOnce } = this.kept;
		this.kept = { ...noCounts(), atOnce, mostAtOnce: atOnce };
	}
}

function noCounts(): TotalCounts {
	const counts = { requests: 0, unanswered: 0, limited: 0, billed: 0, destroyed: 0, lost: 0 };
	return { ...counts, byStatus: {}, faults: {}, atOnce: 0, mostAtOnce: 0 };
}
