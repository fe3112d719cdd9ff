import { createHash } from 'node:crypto';
import { RateLimiter } from './rateLimiter';
import type { Clock } from './rateLimiter';

/** What the service counts requests by (contract, section 8.1). */
export interface LimitedAccount {
	/** Where the requests go, with or without a path. */
	baseUrl: string;
	model: string;
	apiKey: string;
	/** Highest rate; 0 is no limit until the service sets one. */
	requestsPerMinute: number;
}

const MOST_LIMITERS = 100;

/**
 * Keeps what was learned about rates as long as the process lives, so that the next run of a loop
 * does not begin anew: one limiter for each host, model and key. Of a key only a hash is kept.
 */
export class Limiters {
	/** In the order of their last use. */
	private readonly limiters = new Map<string, SharedLimiter>();

	constructor(
		private readonly clock: Clock,
		private readonly most = MOST_LIMITERS,
	) {}

	/** How many limiters are kept. */
	get size(): number {
		return this.limiters.size;
	}

	/**
	 * Gives the account's limiter. It keeps to the lowest rate of the executions that use it at the
	 * time: what one of them set holds beside another that sets more.
	 * @param execution stands for its last rate until it leaves
	 */
	of(
		{ baseUrl, model, apiKey, requestsPerMinute }: LimitedAccount,
		execution: object,
	): RateLimiter {
		const name = JSON.stringify([hostOf(baseUrl), model, hashOf(apiKey)]);
		const shared = this.limiters.get(name) ?? this.create(requestsPerMinute);
		shared.rates.set(execution, requestsPerMinute);
		shared.limiter.setCeiling(lowest(shared.rates));
		this.limiters.delete(name);
		this.limiters.set(name, shared);
		return shared.limiter;
	}

	/** Forgets the rates of an execution that has ended; what was learned stays. */
	leave(execution: object): void {
		for (const { limiter, rates } of this.limiters.values()) {
			if (rates.delete(execution) && rates.size > 0) limiter.setCeiling(lowest(rates));
		}
	}

	private create(requestsPerMinute: number): SharedLimiter {
		this.makeRoom();
		return { limiter: new RateLimiter(this.clock, requestsPerMinute), rates: new Map() };
	}

	/** Those in use are forgotten last: their waiting requests would else be joined by unpaced ones. */
	private makeRoom(): void {
		if (this.limiters.size < this.most) return;
		const all = [...this.limiters];
		const [oldest] =
			all.find(([, { rates }]) => rates.size === 0) ??
			all.find(([, { limiter }]) => limiter.isIdle) ??
			all[0];
		this.limiters.delete(oldest);
	}
}

/** A limiter with the requests per minute of each execution that uses it. */
interface SharedLimiter {
	limiter: RateLimiter;
	rates: Map<object, number>;
}

/** The lowest rate that is one; 0 where there is no limit. */
function lowest(rates: ReadonlyMap<object, number>): number {
	const limits = [...rates.values()].filter((rate) => rate > 0);
	return limits.length > 0 ? Math.min(...limits) : 0;
}

function hostOf(baseUrl: string): string {
	return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}

function hashOf(apiKey: string): string {
	return createHash('sha256').update(apiKey).digest('hex');
}
