import { explainConnection } from '../../nodes/QwenOcr/dashscope/connectionFault';
import { createSecretHider } from '../../nodes/QwenOcr/dashscope/secrets';

const CONNECTION = {
	target: "the picture's URL",
	advice: 'Check the address.',
	timeoutMilliseconds: 2000,
	hideSecrets: createSecretHider(''),
};

function errorOf(code: string): Error {
	return new Error('outer', { cause: Object.assign(new Error('inner'), { code }) });
}

/** As n8n marks what its own rules forbid (its package backend-network). */
function forbidden(): Error {
	const error = new Error('The request was blocked because it resolves to a restricted IP address');
	const mark = Symbol.for('n8n.backend-network.non-retryable-error');
	Object.defineProperty(error, mark, { value: true, enumerable: false });
	return new Error('wrapped', { cause: error });
}

describe('a connection that failed', () => {
	test.each<[string, Error, string, boolean, number | undefined]>([
		['was reset', errorOf('ECONNRESET'), 'not_reachable', true, undefined],
		['broke off', errorOf('ERR_BAD_RESPONSE'), 'not_reachable', true, undefined],
		['took too long', errorOf('ETIMEDOUT'), 'timeout', true, 2],
		['was refused', errorOf('ECONNREFUSED'), 'not_reachable', true, 1],
		['has no name', errorOf('ENOTFOUND'), 'not_reachable', true, 1],
		['has a bad certificate', errorOf('CERT_HAS_EXPIRED'), 'not_reachable', false, undefined],
		['goes in circles', errorOf('ERR_FR_TOO_MANY_REDIRECTS'), 'not_reachable', false, undefined],
		['is forbidden by n8n', forbidden(), 'not_reachable', false, undefined],
	])('and %s', (_what, error, code, retryable, mostRetries) => {
		const fault = explainConnection(error, CONNECTION);
		expect(fault).toMatchObject({ code, details: { retryable } });
		expect(fault.details.retry?.mostRetries).toBe(mostRetries);
	});

	it('tells the reason without the signed part of the address', () => {
		const error = new Error('cannot reach a.example/b?Signature=S3CRET');
		expect(explainConnection(error, CONNECTION).description).toBe(
			'Check the address. The reason given: cannot reach a.example/b?…',
		);
	});
});
