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

/** The family of paths decides the shape of an error body. */
export type ErrorShape = 'native' | 'compatible' | 'flat';

/** 400 InvalidParameter with one of the service's messages (error page of the service). */
export function invalidParameter(message: string): ServiceError {
	return new ServiceError(400, 'InvalidParameter', message);
}

/** A text that shows at once that the stand-in speaks, not the service and not the picture. */
export function standinMark(text: string): string {
	return `[stand-in: ${text}]`;
}

/**
 * The body of an error as the path's family words it (native: recorded; compatible: error page;
 * flat, on the compatible path of the Responses endpoint: its reference).
 */
export function errorBody(error: ServiceError, shape: ErrorShape, requestId: string): object {
	const { code, message } = error;
	if (shape === 'native') return { code, message, request_id: requestId };
	if (shape === 'flat') return { request_id: requestId, code, message };
	return { error: compatibleError(error), request_id: requestId };
}

function compatibleError({ status, code, message }: ServiceError): object {
	if (status === 401) {
		return {
			message:
				'Incorrect API key provided. For details, see: https://help.aliyun.com/zh/model-studio/error-code#apikey-error',
			type: 'invalid_request_error',
			param: null,
			code: 'invalid_api_key',
		};
	}
	return { message, type: 'invalid_request_error', param: null, code: snakeCase(code) };
}

function snakeCase(code: string): string {
	return code.replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase();
}
