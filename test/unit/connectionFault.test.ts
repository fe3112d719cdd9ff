import { explainConnection } from '../../nodes/QwenOcr/dashscope/connectionFault';
import type { FaultDetails } from '../../nodes/QwenOcr/fault';
import { createSecretHider } from '../../nodes/QwenOcr/dashscope/secrets';

const CONNECTION = {
	target: "the picture's URL",
	advice: 'Check the address.',
	timeoutMilliseconds: 2000,
	hideSecrets: createSecretHider(''),
};

const SLOW: FaultDetails = { retryable: true, retry: { mostRetries: 2 } };
const REFUSED: FaultDetails = { retryable: false, isUnsent: true };
const UNSENT: FaultDetails = { retryable: true, isUnsent: true, retry: { mostRetries: 1 } };

function errorOf(code: string, syscall?: string): Error {
	return new Error('outer', { cause: Object.assign(new Error('inner'), { code, syscall }) });
}

/** As Node.js tells of a name with several addresses. */
function unanswered(): Error {
	const attempt = Object.assign(new Error('inner'), { code: 'ETIMEDOUT', syscall: 'connect' });
	const cause = Object.assign(new AggregateError([attempt, attempt]), { code: 'ETIMEDOUT' });
	return new Error('outer', { cause });
}

/** As n8n marks what its own rules forbid (its package backend-network). */
function forbidden(): Error {
	const error = new Error('The request was blocked because it resolves to a restricted IP address');
	const mark = Symbol.for('n8n.backend-network.non-retryable-error');
	Object.defineProperty(error, mark, { value: true, enumerable: false });
	return new Error('wrapped', { cause: error });
}

describe('a connection that failed', () => {
	test.each<[string, Error, string, FaultDetails]>([
		['was reset', errorOf('ECONNRESET'), 'not_reachable', { retryable: true }],
		['broke off', errorOf('ERR_BAD_RESPONSE'), 'not_reachable', { retryable: true }],
		['took too long', errorOf('ETIMEDOUT'), 'timeout', SLOW],
		['was not answered', errorOf('ETIMEDOUT', 'connect'), 'not_reachable', UNSENT],
		['was not answered anywhere', unanswered(), 'not_reachable', UNSENT],
		['was refused', errorOf('ECONNREFUSED'), 'not_reachable', UNSENT],
		['has no name', errorOf('ENOTFOUND'), 'not_reachable', UNSENT],
		['has a bad certificate', errorOf('CERT_HAS_EXPIRED'), 'not_reachable', REFUSED],
		['circles', errorOf('ERR_FR_TOO_MANY_REDIRECTS'), 'not_reachable', { retryable: false }],
		['is forbidden', forbidden(), 'not_reachable', REFUSED],
	])('and %s', (_what, error, code, details) => {
		const fault = explainConnection(error, CONNECTION);
		expect(fault.code).toBe(code);
		expect(fault.details).toEqual(details);
	});

	it('is not told as a slow answer where none was waited for', () => {
		expect(explainConnection(errorOf('ETIMEDOUT', 'connect'), CONNECTION).message).toBe(
			"The connection to the picture's URL was not made in time",
		);
	});

	it('tells the reason without the signed part of the address', () => {
		const error = new Error('cannot reach a.example/b?Signature=S3CRET');
		expect(explainConnection(error, CONNECTION).description).toBe(
			'Check the address. The reason given: cannot reach a.example/b?…',
		);
	});
});
