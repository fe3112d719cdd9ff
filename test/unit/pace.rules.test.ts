import type { RetryAdvice } from '../../nodes/QwenOcr/dashscope/pace/retryAdvice';
import { createSecretHider } from '../../nodes/QwenOcr/dashscope/secrets';
import { readServiceFault } from '../../nodes/QwenOcr/dashscope/serviceFault';

const CONTEXT = {
	place: 'in the region Singapore (ap-southeast-1)',
	model: 'qwen-vl-ocr',
	hideSecrets: createSecretHider('sk-test-rules'),
};

const ONCE = { mostRetries: 1, leastWaitMilliseconds: 1000 };
const TWICE = { mostRetries: 2 };
const NEVER = 'never';
const AS_USUAL = 'as usual';

type Expected = RetryAdvice | typeof NEVER | typeof AS_USUAL;

describe('what the service reports is sent again', () => {
	test.each<[number, string, string, string, Expected]>([
		[401, 'InvalidApiKey', 'x', 'invalid_api_key', NEVER],
		[400, 'Arrearage', 'x', 'account_in_arrears', NEVER],
		[403, 'insufficient_quota', 'x', 'free_quota_used_up', NEVER],
		[403, 'AccessDenied', 'x', 'access_denied', NEVER],
		[404, 'model_not_found', 'x', 'model_not_found', NEVER],
		[400, 'DataInspectionFailed', 'x', 'content_refused', NEVER],
		[400, 'BadRequest.EmptyInput', 'x', 'refused', NEVER],
		[429, 'PrepaidBillOverdue', 'x', 'account_in_arrears', NEVER],
		[429, 'Throttling', 'Requests throttling triggered.', 'rate_limited', { throttle: 'requests' }],
		[429, 'limit_requests', 'x', 'rate_limited', { throttle: 'requests' }],
		[429, 'Throttling.BurstRate', 'x', 'rate_limited', { throttle: 'burst' }],
		[
			200,
			'server_error',
			'Operation model request rate limit exceeded',
			'rate_limited',
			{ throttle: 'requests' },
		],
		[429, 'insufficient_quota', 'x', 'token_rate_exceeded', { throttle: 'tokens' }],
		[200, 'Throttling', 'Allocated quota exceeded', 'token_rate_exceeded', { throttle: 'tokens' }],
		[503, 'ModelServingError', 'Too many requests.', 'service_busy', { throttle: 'requests' }],
		[
			400,
			'InvalidParameter.DataInspection',
			'Unable to download the media resource',
			'url_not_reachable',
			ONCE,
		],
		[
			400,
			'InvalidParameter.DataInspection',
			'Download the media resource timed out',
			'url_not_reachable',
			ONCE,
		],
		[400, 'InvalidURL', 'x', 'url_not_reachable', ONCE],
		[400, 'InvalidParameter', 'url error, please check url！', 'url_not_reachable', NEVER],
		[
			400,
			'InvalidParameter',
			'The provided URL does not appear to be valid.',
			'url_not_reachable',
			NEVER,
		],
		[
			400,
			'InvalidParameter.DataInspection',
			'The media format is not supported',
			'picture_unreadable',
			NEVER,
		],
		[
			500,
			'InternalError.Algo',
			'Missing Content-Length of multimodal url.',
			'url_not_usable',
			NEVER,
		],
		[400, 'InvalidParameter', 'Temperature should be in [0.0, 2.0)', 'invalid_option', NEVER],
		[500, 'InternalError.Timeout', 'x', 'service_timeout', TWICE],
		[500, 'ResponseTimeout', 'x', 'service_timeout', TWICE],
		[504, '', '', 'service_timeout', TWICE],
		[500, 'InternalError', 'x', 'service_unavailable', AS_USUAL],
		[500, 'InternalError.Algo', 'inference internal error.', 'service_unavailable', AS_USUAL],
		[200, 'ModelServiceFailed', 'x', 'service_unavailable', AS_USUAL],
		[503, 'ModelUnavailable', 'x', 'service_unavailable', AS_USUAL],
		[502, '', '', 'service_unavailable', AS_USUAL],
	])('HTTP %d %s "%s" is %s: %j', (status, code, message, expectedCode, expected) => {
		const fault = readServiceFault(status, { code, message }, {}, CONTEXT);
		expect(fault?.code).toBe(expectedCode);
		expect(fault?.details.retryable).toBe(expected !== NEVER);
		expect(fault?.details.retry).toEqual(typeof expected === 'string' ? undefined : expected);
	});

	it('after the time that a Retry-After asks for', () => {
		const headers = { 'retry-after': '12' };
		const fault = readServiceFault(429, { code: 'Throttling', message: 'x' }, headers, CONTEXT);
		expect(fault?.details.retry).toEqual({ throttle: 'requests', retryAfterMilliseconds: 12_000 });
	});
});
