/** A refusal of the service: HTTP status, its native code and its message. */
export class ServiceError extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
		/** What the service would not say; sent as the header `x-standin-note`. */
		readonly note?: string,
	) {
		super(message);
	}
}

/** What the body of an error is made of, whoever refuses. */
export interface ErrorFacts {
	/** HTTP. */
	status: number;
	code: string;
	message: string;
	/** Sent as the header `x-standin-note`. */
	note?: string;
}

/** The family of paths decides the shape of an error body. */
export type ErrorShape = 'native' | 'compatible' | 'flat';

/** 400 InvalidParameter with one of the service's messages (error page of the service). */
export function invalidParameter(message: string): ServiceError {
	return new ServiceError(400, 'InvalidParameter', message);
}

/** 429 for too many requests in a time. */
export function rateQuota(): ServiceError {
	const message = 'Requests rate limit exceeded, please try again later.';
	return new ServiceError(429, 'Throttling.RateQuota', message);
}

/** 500 in the service's words and spelling. */
export function internalError(): ServiceError {
	const message =
		'An internal error has occured, please try again later or contact service support.';
	return new ServiceError(500, 'InternalError', message);
}

/** 503 of a model that is not there for a while. */
export function modelUnavailable(): ServiceError {
	return new ServiceError(503, 'ModelUnavailable', 'Model is unavailable, please try again later.');
}

/** A text that shows at once that the stand-in speaks, not the service and not the picture. */
export function standinMark(text: string): string {
	return `[stand-in: ${text}]`;
}

/**
 * The body of an error as the path's family words it (native: recorded; compatible: error page;
 * flat, on the compatible path of the Responses endpoint: its reference).
 */
export function errorBody(error: ErrorFacts, shape: ErrorShape, requestId: string): object {
	const { code, message } = error;
	if (shape === 'native') return { code, message, request_id: requestId };
	if (shape === 'flat') return { request_id: requestId, code, message };
	return { error: compatibleError(error), request_id: requestId };
}

function compatibleError({ status, code, message }: ErrorFacts): object {
	if (status === 401) {
		return {
			message:
				'Incorrect API key provided. For details, see: https://help.aliyun.com/zh/model-studio/error-code#apikey-error',
			type: 'invalid_request_error',
			param: null,
			code: 'invalid_api_key',
		};
	}
	const quota = COMPATIBLE_QUOTAS[code];
	if (quota) return { message, type: quota, param: null, code: quota };
	return { message, type: 'invalid_request_error', param: null, code: snakeCase(code) };
}

/** The compatible names of codes about quotas; they are their own type. */
const COMPATIBLE_QUOTAS: Record<string, string> = {
	'Throttling.RateQuota': 'limit_requests',
	'Throttling.BurstRate': 'limit_burst_rate',
	'Throttling.AllocationQuota': 'insufficient_quota',
	insufficient_quota: 'insufficient_quota',
	'AllocationQuota.FreeTierOnly': 'AllocationQuota.FreeTierOnly',
};

function snakeCase(code: string): string {
	return code.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
