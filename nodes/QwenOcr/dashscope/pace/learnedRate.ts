import type { ThrottleKind } from './throttle';

/** A request that was throttled. Times in ms. */
interface ThrottledRequest {
	kind: ThrottleKind;
	sentAt: number;
	/** Requests per second that were really sent when this one was. */
	sendRate: number;
}

/** Part of the ceiling that is used: requests may arrive closer to each other than they were sent. */
const HEADROOM = 0.97;

/** Requests per second below which the rate never falls, unless the ceiling is lower. */
const LEAST = 0.25;

/** Least and most that is left of the rate after a drop; between them the part that was taken. */
const LEAST_LEFT = 0.5;
const MOST_LEFT: Readonly<Record<ThrottleKind, number>> = {
	requests: 0.93,
	burst: 0.93,
	tokens: 0.7,
};

/** Requests assumed to have passed, so that the first few after a drop do not weigh too much. */
const ASSUMED_GOOD = 4;

/** Part of the requests since a drop above which the service is taken to refuse everything. */
const BLOCKED = 0.8;

/** Ms after a drop in which no other counts: until then the window of the service still is full. */
const APART: Readonly<Record<ThrottleKind, number>> = {
	requests: 1000,
	burst: 1000,
	tokens: 5000,
};

/** Where the curve is flat, as part of the rate that failed. */
const UNDER = 0.99;

/** How fast the curve leaves its flat part: part of the ceiling (else of that rate) per second³. */
const GROWTH = 0.00006;

/** Without a ceiling: part of the requests that may be throttled before it tells of a limit. */
const TOLERATED = 0.15;

/** Weight of one request in that part. */
const MEMORY = 0.02;

/**
 * How many requests a second the service takes, as far as its answers tell. A throttle drops the
 * rate at once; it comes back along the curve of TCP CUBIC (RFC 9438): quickly to just under the
 * rate that failed, slowly past it, then ever faster, so that the limit is rarely touched and freed
 * capacity is found. Processes that share a limit settle without knowing of each other: what a
 * drop takes grows with the rate, and what time gives back does not. The constants were chosen
 * with the simulation in test/unit/pace.
 */
export class LearnedRate {
	private ceiling = Infinity;

	private learned = Infinity;

	/** Where the curve is flat, in requests per second. */
	private plateau = Infinity;

	/** The rate right after the last drop. */
	private bottom = 0;

	private droppedAt = -Infinity;

	/** What became of the requests that were sent since. */
	private sent = 0;

	private throttled = 0;

	/** Part of all requests that were throttled, of late. */
	private throttledPart = 0;

	/** Requests per second; Infinity as long as there is neither a ceiling nor a known limit. */
	get perSecond(): number {
		return Math.min(this.learned, this.ceiling);
	}

	/** Sets the highest rate; 0 is none. What was learned stays. */
	setCeiling(requestsPerMinute: number): void {
		this.ceiling = requestsPerMinute > 0 ? (requestsPerMinute / 60) * HEADROOM : Infinity;
	}

	noteSent(): void {
		this.sent++;
		this.throttledPart *= 1 - MEMORY;
	}

	/** Notes an answer that was not throttled; times in ms. */
	noteSuccess(now: number): void {
		if (this.learned === Infinity) return;
		this.learned = Math.max(this.learned, this.curveAt(now));
		if (this.learned >= this.ceiling) this.learned = Infinity;
	}

	/** Notes a throttled answer. Those to requests sent before the last drop tell nothing new. */
	noteThrottle(now: number, { kind, sentAt, sendRate }: ThrottledRequest): void {
		this.throttledPart += MEMORY;
		if (sentAt <= this.droppedAt) return;
		this.throttled++;
		if (now - this.droppedAt < APART[kind]) return;
		const part = this.throttled / (this.sent + ASSUMED_GOOD);
		const left = Math.max(LEAST_LEFT, Math.min(MOST_LEFT[kind], 1 - part));
		if (this.ceiling < Infinity) this.drop(now, this.perSecond, left);
		// a few throttles without a ceiling are left to the retries of their own requests
		else if (this.throttledPart > TOLERATED) this.drop(now, Math.min(this.learned, sendRate), left);
	}

	private drop(now: number, from: number, left: number): void {
		this.bottom = Math.max(from * left, Math.min(LEAST, this.ceiling));
		// while hardly anything passes, there is nothing to be learned about the limit
		const isBlocked = this.throttled > BLOCKED * this.sent;
		if (!isBlocked || this.plateau === Infinity) this.plateau = Math.max(from * UNDER, this.bottom);
		this.learned = this.bottom;
		this.droppedAt = now;
		this.sent = 0;
		this.throttled = 0;
	}

	private curveAt(now: number): number {
		const scale = GROWTH * (this.ceiling < Infinity ? this.ceiling : this.plateau);
		const flatAfter = Math.cbrt((this.plateau - this.bottom) / scale);
		return this.plateau + scale * ((now - this.droppedAt) / 1000 - flatAfter) ** 3;
	}
}
