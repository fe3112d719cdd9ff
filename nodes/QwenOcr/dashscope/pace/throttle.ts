/**
 * Limits of the service that clear by waiting (contract, section 7.2): requests per minute, a rate
 * that grew too quickly, tokens per minute.
 */
export type ThrottleKind = 'requests' | 'burst' | 'tokens';

/** What an answer 429 says. */
export interface Throttle {
	kind: ThrottleKind;
	/** From the Retry-After header, which the service is not known to send. */
	retryAfterMilliseconds?: number;
}
