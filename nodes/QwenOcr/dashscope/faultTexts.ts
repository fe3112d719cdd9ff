import { FAULT_RULES } from './faultRules';
import type { FaultText } from './faultRules';

/**
 * Gives the text for an error of the service: the first rule that its code, its message or its
 * HTTP status fits. Codes are compared without punctuation and case, as their spelling differs by
 * endpoint.
 */
export function findFaultText(status: number, code: string, message: string): FaultText {
	const key = code.toLowerCase().replace(/[._-]/g, '');
	const found = FAULT_RULES.find(
		(rule) =>
			(rule.onlyWith ?? status) === status &&
			(rule.status === status || rule.codes?.includes(key) || rule.says?.test(message)),
	);
	return found ?? unknownFault(status, key);
}

/** The Responses endpoint reports failures of any kind with HTTP 200 (contract, section 4.2). */
function unknownFault(status: number, key: string): FaultText {
	if (status >= 500) return SERVER_FAULT;
	return status >= 300 || BAD_REQUEST.test(key) ? REFUSAL : FAILURE;
}

/** Codes that find fault with the request; some gateways give its HTTP status as a code. */
const BAD_REQUEST = /^(4\d\d$|badrequest|invalid|unsupported)/;

const SERVER_FAULT: FaultText = {
	code: 'service_unavailable',
	message: 'The service could not answer (HTTP {status})',
	description: 'This usually passes: run the item again in a minute.',
	retryable: true,
};

const REFUSAL: FaultText = {
	code: 'refused',
	message: 'The service refused the request (HTTP {status})',
	description: 'Check the model, the picture and the options of this node.',
	retryable: false,
};

const FAILURE: FaultText = {
	code: 'service_failed',
	message: 'The service failed for a reason that this node does not know{code}',
	description:
		"Run the item again later. If it fails again, the service's support can tell more by the request ID.",
	retryable: false,
};
