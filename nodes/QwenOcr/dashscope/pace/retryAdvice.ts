import type { ThrottleKind } from './throttle';

/** How often, and how, a request that failed may be sent again (contract, section 7.2). */
export interface RetryAdvice {
	/** Set when a limit was reached that clears by waiting: this uses up time, not retries. */
	throttle?: ThrottleKind;
	/** What the service asks for in Retry-After; no random part is added. */
	retryAfterMilliseconds?: number;
	/** Most retries for this fault where they are fewer than the user allows; 0 for none. */
	mostRetries?: number;
	/** Wait before a retry that is never cut short, in ms. */
	leastWaitMilliseconds?: number;
}

/** What a fault's details must hold so that its request is sent again. */
export interface RetryDetails {
	/** HTTP status of the service's answer, if there was one. */
	httpCode?: number;
	requestId?: string;
	/** Whether the same request may succeed later. */
	retryable?: boolean;
	retry?: RetryAdvice;
}
