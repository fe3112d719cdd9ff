import type { Reservation } from '../dashscope/cost/budget';
import { costOf, requirePrice } from '../dashscope/cost/prices';
import type { Answer } from '../dashscope/nativeAnswer';
import { Fault } from '../fault';
import { estimateRequest } from './estimateRequest';
import type { Expected } from './estimateRequest';
import type { Job } from './job';
import type { Run } from './run';

/**
 * Does a work that sends one request, when the budget allows it: nothing is uploaded or sent before.
 * What the request does not cost is given back, whatever becomes of the work.
 * @throws Fault `max_cost` before the work has begun, or what the work throws
 */
export async function withinBudget<Value>(
	run: Run,
	job: Job,
	expected: Expected,
	work: (spending: Spending) => Promise<Value>,
): Promise<Value> {
	const spending = new Spending(run, job);
	await spending.reserve(expected);
	try {
		return await work(spending);
	} finally {
		spending.close();
	}
}

/** What one request may cost, and what its attempts have cost. */
export class Spending {
	private reservation: Reservation | undefined;

	/** No answer came that says that nothing was billed. */
	private mayBeBilled = false;

	constructor(
		private readonly run: Run,
		private readonly job: Job,
	) {}

	async reserve(expected: Expected): Promise<void> {
		const { budget, signal } = this.run;
		if (!budget) return;
		const { settings, region } = this.job;
		const { currency } = requirePrice(settings.pace.prices, settings.model, region);
		const { cost = 0 } = estimateRequest(this.job, expected);
		this.reservation = await budget.reserveInTurn({ cost, currency }, signal);
	}

	/** Sends one attempt; what an earlier one may have cost stays spent. */
	async watch(send: () => Promise<Answer>): Promise<Answer> {
		const { budget } = this.run;
		if (this.mayBeBilled && this.reservation) this.reservation = budget?.renew(this.reservation);
		this.mayBeBilled = true;
		return await send().catch((error: unknown) => {
			if (error instanceof Fault) this.note(error);
			throw error;
		});
	}

	private note({ code, details: { usage, isUnsent = false } }: Fault): void {
		this.mayBeBilled = MAY_BE_BILLED.has(code) && !isUnsent;
		// An answer without content is not asked for again, so nothing needs to be kept for another attempt.
		if (usage) this.settle({ usage });
	}

	/** Counts what an answer cost, and gives back what else was kept for it. */
	settle({ usage }: Pick<Answer, 'usage'>): void {
		const { price } = this.job.facts;
		this.run.used.add(usage, price);
		const { reservation } = this;
		if (!reservation) return;
		// An answer without its tokens has been billed all the same.
		const isCounted = usage.inputTokens > 0 || usage.outputTokens > 0;
		this.run.budget?.settle(
			reservation,
			isCounted && price ? costOf(usage, price) : reservation.cost,
		);
		this.reservation = undefined;
	}

	close(): void {
		const { reservation } = this;
		if (!reservation) return;
		if (this.mayBeBilled) this.run.budget?.settle(reservation, reservation.cost);
		else this.run.budget?.release(reservation);
	}
}

/** Faults that do not tell whether the service answered; it bills no call that it refuses. */
const MAY_BE_BILLED: ReadonlySet<string> = new Set([
	'empty_answer',
	'not_reachable',
	'timeout',
	'unreadable_answer',
]);
