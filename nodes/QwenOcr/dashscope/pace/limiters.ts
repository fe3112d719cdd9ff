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
	private readonly limiters = new Map<string, RateLimiter>();

	constructor(
		private readonly clock: Clock,
		private readonly most = MOST_LIMITERS,
	) {}

	/** How many limiters are kept. */
	get size(): number {
		return this.limiters.size;
	}

	/** Gives the account's limiter, with the highest rate that was asked for last. */
	of({ baseUrl, model, apiKey, requestsPerMinute }: LimitedAccount): RateLimiter {
		const name = JSON.stringify([hostOf(baseUrl), model, hashOf(apiKey)]);
		const known = this.limiters.get(name);
		const limiter = known ?? new RateLimiter(this.clock, requestsPerMinute);
		if (known) limiter.setCeiling(requestsPerMinute);
		else this.makeRoom();
		this.limiters.delete(name);
		this.limiters.set(name, limiter);
		return limiter;
	}

	/** Those in use are forgotten last: their waiting requests would else be joined by unpaced ones. */
	private makeRoom(): void {
		if (this.limiters.size < this.most) return;
		const names = [...this.limiters.keys()];
		const oldest = names.find((name) => this.limiters.get(name)?.isIdle) ?? names[0];
		this.limiters.delete(oldest);
	}
}

function hostOf(baseUrl: string): string {
	return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl;
}

function hashOf(apiKey: string): string {
	return createHash('sha256').update(apiKey).digest('hex');
}
