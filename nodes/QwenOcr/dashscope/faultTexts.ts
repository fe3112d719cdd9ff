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
	return found ?? (status >= 500 ? SERVER_FAULT : OTHER_FAULT);
}

const SERVER_FAULT: FaultText = {
	code: 'service_unavailable',
	message: 'The service could not answer (HTTP {status})',
	description: 'This usually passes: run the item again in a minute.',
	retryable: true,
};

const OTHER_FAULT: FaultText = {
	code: 'refused',
	message: 'The service refused the request (HTTP {status})',
	description: 'Check the model, the picture and the options of this node.',
	retryable: false,
};
