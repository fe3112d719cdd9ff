import type { Usage } from './dashscope/nativeAnswer';
import type { RetryAdvice } from './dashscope/pace/retryAdvice';

/** Facts about a fault that workflows may branch on; they end up in an error item's `details`. */
export interface FaultDetails {
	/** HTTP status of the service's answer, if there was one. */
	httpCode?: number;
	/** The service's own id of the request, for its support. */
	requestId?: string;
	/** Whether the same request may succeed later. */
	retryable?: boolean;
	/** Whether the request cannot have arrived, and so was not billed; not shown. */
	isUnsent?: boolean;
	/** What the service counted for an answer of no use; not shown. */
	usage?: Usage;
	/** How it may be sent again, where that differs from the usual; not shown. */
	retry?: RetryAdvice;
}

/**
 * Something that stops a picture from being read, told in the user's words: `message` says what
 * happened, `description` what to do, `code` names the case for workflows and never changes.
 */
export class Fault extends Error {
	constructor(
		readonly code: string,
		message: string,
		readonly description: string,
		readonly details: FaultDetails = {},
	) {
		super(message);
		this.name = 'Fault';
	}
}
