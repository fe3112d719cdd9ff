import { LearnedRate } from './learnedRate';
import { RecentCount } from './recentCount';
import type { Throttle } from './throttle';
import { Turns } from './turns';

/** The world as the limiter needs it. */
export interface Clock {
	/** Milliseconds since any moment. */
	now: () => number;
	/** Resolves after some ms; rejects at once when the signal aborts. */
	sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>;
}

/** Leave to send one request now. Its answer is told here, so that the rate can be learned. */
export interface Permit {
	/** The service answered without throttling. */
	succeeded(): void;
	throttled(throttle: Throttle): void;
}

/** Longest sleep in one piece, in ms: a changed rate or clock is noticed after that. */
const LONGEST_SLEEP = 1000;

/** Longest time that a Retry-After holds requests back, in ms. */
const LONGEST_HOLD = 600_000;

/** How late a request may be and the next one still come on time, in ms and as part of the spacing. */
const MOST_CATCH_UP = 25;
const CATCH_UP_PART = 0.25;

/** Spaces the requests to one model of one account evenly, at a rate that follows the answers. */
export class RateLimiter {
	private readonly rate = new LearnedRate();

	private readonly turns = new Turns();

	/** When the last request was due, in ms. */
	private lastSlot = -Infinity;

	private holdSince = 0;

	private holdMilliseconds = 0;

	private readonly sends = new RecentCount();

	/** @param requestsPerMinute highest rate; 0 is no limit until the service sets one */
	constructor(
		private readonly clock: Clock,
		requestsPerMinute: number,
	) {
		this.rate.setCeiling(requestsPerMinute);
	}

	/** Whether nobody waits. */
	get isIdle(): boolean {
		return this.turns.isIdle;
	}

	/** Changes the highest rate; what was learned stays. */
	setCeiling(requestsPerMinute: number): void {
		this.rate.setCeiling(requestsPerMinute);
	}

	/**
	 * Waits for the next free place, first come, first served.
	 * @throws what the clock's `sleep` does, or the signal's reason, at once when it aborts; the
	 * place then goes to the next in line
	 */
	async acquire(signal?: AbortSignal): Promise<Permit> {
		await this.turns.enter(signal);
		try {
			let wait = this.millisecondsToWait();
			const isPaced = wait > 0;
			while (wait > 0) {
				await this.clock.sleep(Math.ceil(Math.min(wait, LONGEST_SLEEP)), signal);
				wait = this.millisecondsToWait();
			}
			signal?.throwIfAborted();
			return this.permit(isPaced);
		} finally {
			this.turns.leave();
		}
	}

	private millisecondsToWait(): number {
		const now = this.clock.now();
		// a clock that was set back must not stop everything
		this.lastSlot = Math.min(this.lastSlot, now);
		this.holdSince = Math.min(this.holdSince, now);
		const slot = this.lastSlot + this.spacing;
		return Math.max(slot, this.holdSince + this.holdMilliseconds) - now;
	}

	private get spacing(): number {
		return 1000 / this.rate.perSecond;
	}

	private permit(isPaced: boolean): Permit {
		const sentAt = this.clock.now();
		// a late timer may be made up for, but an idle time gives no credit
		const catchUp = isPaced ? Math.min(MOST_CATCH_UP, this.spacing * CATCH_UP_PART) : 0;
		this.lastSlot = Math.max(this.lastSlot + this.spacing, sentAt - catchUp);
		this.sends.add(sentAt);
		this.rate.noteSent();
		const sendRate = isPaced ? Infinity : this.sends.perSecond(sentAt);
		return {
			succeeded: () => this.rate.noteSuccess(this.clock.now()),
			throttled: ({ kind, retryAfterMilliseconds = 0 }) => {
				const now = this.clock.now();
				this.rate.noteThrottle(now, { kind, sentAt, sendRate });
				this.hold(now, retryAfterMilliseconds);
			},
		};
	}

	private hold(now: number, milliseconds: number): void {
		const until = Math.max(
			this.holdSince + this.holdMilliseconds,
			now + Math.min(milliseconds, LONGEST_HOLD),
		);
		this.holdSince = now;
		this.holdMilliseconds = until - now;
	}
}
