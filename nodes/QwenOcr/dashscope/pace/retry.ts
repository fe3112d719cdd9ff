import { Fault } from '../../fault';
import type { Clock, Permit, RateLimiter } from './rateLimiter';
import type { RetryAdvice, RetryDetails } from './retryAdvice';
import type { ThrottleKind } from './throttle';

/** How long and how often to try. */
export interface RetryPolicy {
	/** Retries of faults other than throttles. */
	maxRetries: number;
	/** Most ms that one request may wait between its attempts, in all. */
	waitingBudgetMilliseconds: number;
}

export const DEFAULT_RETRY_POLICY: RetryPolicy = {
	maxRetries: 4,
	waitingBudgetMilliseconds: 600_000,
};

/** What a log line may say about a retry; holds no text of the service, and no secret. */
export interface RetryNotice {
	/** Number of the attempt that failed, from 1. */
	attempt: number;
	code: string;
	throttle?: ThrottleKind;
	httpCode?: number;
	requestId?: string;
	/** Before the next attempt, in ms. */
	waitMilliseconds: number;
}

/** The world as retries need it. */
export interface RetryEnvironment extends Clock {
	/** From 0 to below 1. */
	random: () => number;
	/** Ends every wait at once. */
	signal?: AbortSignal;
	/** Paces the attempts, and learns from their answers. */
	limiter?: Pick<RateLimiter, 'acquire'>;
	onRetry?: (notice: RetryNotice) => void;
}

const FIRST_WAIT = 1000;
const LONGEST_WAIT = 30_000;

/**
 * Does a work again until it succeeds, as long as its faults are marked as retryable: throttles
 * until the waiting budget is used up, others `maxRetries` times or as often as the fault allows.
 * Waits double from 1 to 30 seconds, of which a random part is waited ("full jitter"), or are what
 * the service asks for.
 * @param work gets the number of the attempt, from 1; one attempt runs at a time
 * @throws what the last attempt threw, or what a wait throws that was aborted
 */
export async function withRetries<Value>(
	work: (attempt: number) => Promise<Value>,
	policy: RetryPolicy,
	environment: RetryEnvironment,
): Promise<Value> {
	const tally = new Tally(policy, environment);
	for (let attempt = 1; ; attempt++) {
		const askedAt = environment.now();
		const permit = await environment.limiter?.acquire(environment.signal);
		if (attempt > 1) tally.addWait(environment.now() - askedAt);
		const outcome = await outcomeOf(work, attempt);
		tellLimiter(permit, outcome);
		if ('value' in outcome) return outcome.value;
		const { error, details } = outcome;
		if (!(error instanceof Fault) || environment.signal?.aborted) throw error;
		const waitMilliseconds = tally.nextWait(error.code, details);
		if (waitMilliseconds === undefined) throw error;
		environment.onRetry?.(toNotice(attempt, error.code, details, waitMilliseconds));
		await environment.sleep(waitMilliseconds, environment.signal);
	}
}

type Outcome<Value> = { value: Value } | { error: unknown; details: RetryDetails };

async function outcomeOf<Value>(
	work: (attempt: number) => Promise<Value>,
	attempt: number,
): Promise<Outcome<Value>> {
	try {
		return { value: await work(attempt) };
	} catch (error) {
		return { error, details: error instanceof Fault ? error.details : {} };
	}
}

/** A refusal for another reason than the rate says that the rate is fine; a broken service nothing. */
function tellLimiter(permit: Permit | undefined, outcome: Outcome<unknown>): void {
	if ('value' in outcome) return permit?.succeeded();
	const { httpCode, retry = {} } = outcome.details;
	const { throttle: kind, retryAfterMilliseconds } = retry;
	if (kind) permit?.throttled({ kind, retryAfterMilliseconds });
	else if (httpCode !== undefined && httpCode < 500) permit?.succeeded();
}

/** Counts what one request has used of its retries and of its time. */
class Tally {
	private waited = 0;

	private retries = 0;

	private throttles = 0;

	private readonly retriesByCode = new Map<string, number>();

	constructor(
		private readonly policy: RetryPolicy,
		private readonly environment: Pick<RetryEnvironment, 'random'>,
	) {}

	addWait(milliseconds: number): void {
		this.waited += milliseconds;
	}

	/** Gives the ms to wait before the next attempt, and counts it; undefined when there is none. */
	nextWait(code: string, details: RetryDetails): number | undefined {
		const { retry = {} } = details;
		const earlier = this.retriesByCode.get(code) ?? 0;
		if (!details.retryable || earlier >= (retry.mostRetries ?? Infinity)) return undefined;
		if (!retry.throttle && this.retries >= this.policy.maxRetries) return undefined;

		const wait = this.waitFor(retry);
		if (this.waited + wait > this.policy.waitingBudgetMilliseconds) return undefined;
		this.waited += wait;
		this.retriesByCode.set(code, earlier + 1);
		if (retry.throttle) this.throttles++;
		else this.retries++;
		return wait;
	}

	private waitFor(advice: RetryAdvice): number {
		const { throttle, retryAfterMilliseconds, leastWaitMilliseconds = 0 } = advice;
		// "At once" tells nothing, and would never use up the budget.
		if (retryAfterMilliseconds) {
			return Math.max(leastWaitMilliseconds, FIRST_WAIT, retryAfterMilliseconds);
		}
		const doublings = throttle ? this.throttles : this.retries;
		const most = Math.min(LONGEST_WAIT, FIRST_WAIT * 2 ** doublings);
		return leastWaitMilliseconds + this.environment.random() * most;
	}
}

function toNotice(
	attempt: number,
	code: string,
	{ retry, httpCode, requestId }: RetryDetails,
	waitMilliseconds: number,
): RetryNotice {
	return {
		attempt,
		code,
		...(retry?.throttle && { throttle: retry.throttle }),
		...(httpCode !== undefined && { httpCode }),
		...(requestId && { requestId }),
		waitMilliseconds: Math.round(waitMilliseconds),
	};
}
