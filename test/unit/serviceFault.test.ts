import { createSecretHider } from '../../nodes/QwenOcr/dashscope/secrets';
import { readServiceFault } from '../../nodes/QwenOcr/dashscope/serviceFault';

describe('errors of the service', () => {
	const context = {
		place: 'in the region Singapore (ap-southeast-1)',
		model: 'qwen-vl-ocr',
		hideSecrets: createSecretHider('gateway-key-1'),
	};

	test.each([
		[
			401,
			{ code: 'InvalidApiKey', message: 'Invalid API-key provided.', request_id: 'r' },
			'invalid_api_key',
			false,
		],
		[
			401,
			{
				error: {
					message: 'Incorrect API key provided.',
					type: 'invalid_request_error',
					code: 'invalid_api_key',
				},
			},
			'invalid_api_key',
			false,
		],
		[400, { code: 'Arrearage', message: 'Access denied' }, 'account_in_arrears', false],
		[
			400,
			{ code: 'DataInspectionFailed', message: 'Input data may contain inappropriate content.' },
			'content_refused',
			false,
		],
		[400, { code: 'InvalidParameter', message: 'Model not exist.' }, 'model_not_found', false],
		[
			404,
			{ error: { code: 'model_not_found', message: 'The model `x` does not exist' } },
			'model_not_found',
			false,
		],
		[403, { code: 'AccessDenied.Unpurchased', message: 'x' }, 'model_not_activated', false],
		[
			403,
			{ error: { code: 'AllocationQuota.FreeTierOnly', message: 'x' } },
			'free_quota_used_up',
			false,
		],
		[
			429,
			{ code: 'Throttling.AllocationQuota', message: 'Free allocated quota exceeded.' },
			'free_quota_used_up',
			false,
		],
		[
			429,
			{ code: 'Throttling.AllocationQuota', message: 'Allocated quota exceeded' },
			'token_rate_exceeded',
			true,
		],
		[
			429,
			{ error: { code: 'insufficient_quota', message: 'You exceeded your current quota' } },
			'token_rate_exceeded',
			true,
		],
		[429, { code: 'CommodityNotPurchased', message: 'x' }, 'account_in_arrears', false],
		[
			429,
			{ code: 'Throttling.RateQuota', message: 'Requests rate limit exceeded' },
			'rate_limited',
			true,
		],
		[429, { error: { code: 'limit_burst_rate', message: 'x' } }, 'rate_limited', true],
		[
			400,
			{ code: 'InvalidParameter', message: 'Failed to download multimodal content' },
			'url_not_reachable',
			true,
		],
		[
			400,
			{ code: 'InvalidParameter', message: '[height:1 or width:1 must be larger than 10]' },
			'picture_size',
			false,
		],
		[
			400,
			{
				code: 'InvalidParameter',
				message: "Exceeded limit on max bytes per data-uri item : 10485760'.",
			},
			'picture_too_large',
			false,
		],
		[400, { code: 'InvalidParameter', message: 'something new' }, 'refused', false],
		[500, { code: 'InternalError.Timeout', message: 'Request timed out' }, 'service_timeout', true],
		[503, { code: 'ModelUnavailable', message: 'x' }, 'service_unavailable', true],
		[
			200,
			{
				status: 'failed',
				error: { code: 'server_error', message: 'Operation model request rate limit exceeded' },
			},
			'rate_limited',
			true,
		],
		[200, { code: 'DataInspectionFailed', message: 'x' }, 'content_refused', false],
		[502, undefined, 'service_unavailable', true],
		[413, undefined, 'picture_too_large', false],
		[404, undefined, 'address_not_found', false],
		[302, {}, 'redirected', false],
		[200, { code: 400, message: 'bad' }, 'refused', false],
		[200, { code: 'InvalidParameter', message: 'too many pages' }, 'refused', false],
		[200, { status: 'failed', error: { code: 'invalid_request_error' } }, 'refused', false],
		[200, { error: 'some text' }, 'service_failed', false],
		[200, { status: 'failed', error: { code: 'job_lost', message: 'x' } }, 'service_failed', false],
		[200, { status: 'failed', error: null, id: 'r' }, 'service_failed', false],
		[400, { code: 'InvalidURL', message: 'x' }, 'url_not_reachable', true],
		[400, { code: 'BadRequest.UnsupportedFileFormat', message: 'x' }, 'picture_unreadable', false],
		[
			500,
			{ code: 'InternalError.Algo', message: 'Missing Content-Length of multimodal url.' },
			'url_not_usable',
			false,
		],
		[
			400,
			{ code: 'InvalidParameter', message: 'Range of max_tokens should be [1, 8192]' },
			'invalid_option',
			false,
		],
	])('HTTP %d %j is %s', (status, body, code, retryable) => {
		const fault = readServiceFault(status, body, { 'x-request-id': 'from-header' }, context);
		expect(fault).toMatchObject({ code, details: { httpCode: status, retryable } });
		expect(fault?.details.requestId).toBeTruthy();
	});

	it('leave a good answer alone', () => {
		for (const error of [false, '', null]) {
			expect(
				readServiceFault(200, { output: { choices: [] }, error }, {}, context),
			).toBeUndefined();
		}
		expect(
			readServiceFault(200, { output: { choices: [] }, request_id: 'r' }, {}, context),
		).toBeUndefined();
	});

	it('of an unknown kind are told with the code and the words of the service', () => {
		const error = { code: 'job_lost', message: 'Lost https://a.example/b.pdf?Signature=S3CRET' };
		const fault = readServiceFault(200, { status: 'failed', error, id: 'r-9' }, {}, context);
		expect(fault).toMatchObject({
			message: 'The service failed for a reason that this node does not know (job_lost)',
			description: expect.stringContaining('The service says: "Lost https://a.example/b.pdf?…"'),
			details: { requestId: 'r-9' },
		});
	});

	it('of an unknown kind may have neither code nor words', () => {
		const fault = readServiceFault(200, { status: 'failed' }, {}, context);
		expect(fault?.message).toBe('The service failed for a reason that this node does not know');
	});

	it('never carry a secret in the place of a code', () => {
		const body = { code: 'sk-test-secret123', message: 'x' };
		expect(readServiceFault(200, body, {}, context)?.message).not.toContain('secret123');
	});

	test.each([
		['in the body', { request_id: 'sk-test-secret123' }, {}],
		['of compatible mode', { error: { id: 'gateway-key-1' } }, {}],
		['in a header', {}, { 'x-request-id': 'gateway-key-1' }],
	])('never carry a secret in the place of a request id %s', (_where, body, headers) => {
		const shown = readServiceFault(400, body, headers, context)?.details.requestId;
		expect(shown).toMatch(/^(sk-)?…$/);
	});

	it('carry no request id of any length', () => {
		const body = { code: 'x', request_id: 'id '.repeat(2000) };
		expect(readServiceFault(400, body, {}, context)?.details.requestId).toHaveLength(100);
	});

	it('name the region of the key for a 401', () => {
		const fault = readServiceFault(401, {}, {}, context);
		expect(fault?.message).toBe(
			'The API key was not accepted in the region Singapore (ap-southeast-1)',
		);
	});

	test.each([
		['Incorrect API key provided: sk-test-secret123.', 'secret123'],
		['Incorrect key gateway-key-1', 'gateway-key-1'],
		['cannot fetch https://a.example/b.jpg?X-Signature=SECRETSIG now', 'SECRETSIG'],
		['cannot fetch https://user:hunter2@a.example/b.jpg', 'hunter2'],
		[`bad image data:image/png;base64,${'QUJD'.repeat(40)}`, 'QUJDQUJD'],
		[`bad body ${'QUJD'.repeat(40)}`, 'QUJDQUJD'],
	])('never carry what the service quotes: %s', (message, secret) => {
		const fault = readServiceFault(400, { code: 'x', message }, {}, context);
		expect(`${fault?.message} ${fault?.description}`).not.toContain(secret);
	});

	it('keep words that only look a little like a key', () => {
		const fault = readServiceFault(400, { code: 'x', message: 'task-type disk-full' }, {}, context);
		expect(fault?.description).toContain('task-type disk-full');
	});
});
