import { estimate } from '../dashscope/cost/estimate';
import type { RequestToEstimate } from '../dashscope/cost/estimate';
import type { Reservation } from '../dashscope/cost/budget';
import { costOf, requirePrice } from '../dashscope/cost/prices';
import type { Answer } from '../dashscope/nativeAnswer';
import { withRetries } from '../dashscope/pace/retry';
import type { RetryNotice } from '../dashscope/pace/retry';
import { Fault } from '../fault';
import type { Job } from './job';
import type { Run } from './run';
import { clock } from './sharedLimiters';

/**
 * Sends a request when its turn has come and the budget allows it, and again where its fault may
 * pass. A complete answer is never asked for twice.
 * @param expected what is known of the request, for its highest price
 * @throws Fault of the last attempt, or `max_cost`
 */
export async function askInPace(
	run: Run,
	job: Job,
	expected: Pick<RequestToEstimate, 'pictures' | 'pdfPages'>,
	send: () => Promise<Answer>,
): Promise<Answer> {
	const spending = new Spending(run, job, expected);
	await spending.reserve();
	try {
		const answer = await withRetries(async () => await spending.watch(send), job.retryPolicy, {
			...clock,
			random: Math.random,
			signal: AbortSignal.any([run.signal]),
			limiter: job.limiter,
			onRetry: (notice) => log(run, job, notice),
		});
		spending.settle(answer);
		return answer;
	} finally {
		spending.close();
	}
}

/** Faults that do not tell whether the service answered; it bills no call that it refuses. */
const MAY_BE_BILLED: ReadonlySet<string> = new Set([
	'empty_answer',
	'not_reachable',
	'timeout',
	'unreadable_answer',
]);

/** Sends what costs nothing, and again where its fault may pass. */
export async function sendAgain<Value>(
	run: Run,
	job: Job,
	send: () => Promise<Value>,
): Promise<Value> {
	return await withRetries(send, job.retryPolicy, {
		...clock,
		random: Math.random,
		signal: AbortSignal.any([run.signal]),
		onRetry: (notice) => log(run, job, notice),
	});
}

/** Keeps the budget of one request: what it may cost, and what its attempts have. */
class Spending {
	private reservation: Reservation | undefined;

	/** No answer came that says that nothing was billed. */
	private mayBeBilled = false;

	constructor(
		private readonly run: Run,
		private readonly job: Job,
		private readonly expected: Pick<RequestToEstimate, 'pictures' | 'pdfPages'>,
	) {}

	async reserve(): Promise<void> {
		const { budget, signal } = this.run;
		if (!budget) return;
		const { settings, operation, request, region } = this.job;
		const price = requirePrice(settings.pace.prices, settings.model, region);
		const { cost = 0 } = estimate(
			{
				...this.expected,
				...request,
				model: settings.model,
				task: operation.task,
				pixels: settings.pixels,
				enableRotate: settings.enableRotate,
				maxTokens: settings.parameters.maxTokens,
			},
			price,
		);
		this.reservation = await budget.reserveInTurn({ cost, currency: price.currency }, signal);
	}

	/** Sends one attempt; what an earlier one may have cost stays spent. */
	async watch(send: () => Promise<Answer>): Promise<Answer> {
		const { budget } = this.run;
		if (this.mayBeBilled && this.reservation) this.reservation = budget?.renew(this.reservation);
		this.mayBeBilled = true;
		return await send().catch((error: unknown) => {
			if (error instanceof Fault) this.mayBeBilled = MAY_BE_BILLED.has(error.code);
			throw error;
		});
	}

	settle({ usage }: Answer): void {
		const { price } = this.job.facts;
		const cost = price && { cost: costOf(usage, price), currency: price.currency };
		this.run.totals.add(usage, cost);
		if (this.reservation) this.run.budget?.settle(this.reservation, cost?.cost ?? 0);
		this.reservation = undefined;
	}

	close(): void {
		const { reservation } = this;
		if (!reservation) return;
		if (this.mayBeBilled) this.run.budget?.settle(reservation, reservation.cost);
		else this.run.budget?.release(reservation);
	}
}

function log({ context }: Run, { settings, facts }: Job, notice: RetryNotice): void {
	const { attempt, code, waitMilliseconds } = notice;
	const seconds = (waitMilliseconds / 1000).toFixed(1);
	context.logger.info(
		`Qwen OCR: attempt ${attempt} for item ${facts.itemIndex} ended with ${code}; the next one follows in ${seconds} s`,
		{ model: settings.model, ...notice },
	);
}
