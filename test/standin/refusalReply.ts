import { errorBody, type ErrorFacts, type ErrorShape } from './serviceErrors';

/** A request as a refusal has to name it. */
export interface RefusedRequest {
	shape: ErrorShape;
	requestId: string;
	/** Milliseconds since 1970. */
	arrived: number;
}

/** Codes that say that requests come too fast. */
const RATE_CODES = ['Throttling.RateQuota', 'Throttling.BurstRate'];

/**
 * Status and body of a refusal. The Responses endpoint reports a rate that is too high with status
 * 200 and a failed answer (its reference, sample of a throttled request).
 */
export function refusalReply(
	error: ErrorFacts,
	{ shape, requestId, arrived }: RefusedRequest,
): { status: number; body: object } {
	if (shape !== 'flat' || !RATE_CODES.includes(error.code)) {
		return { status: error.status, body: errorBody(error, shape, requestId) };
	}
	const message = 'Operation model request rate limit exceeded, please try again later.';
	const body = {
		id: requestId,
		object: 'response',
		created_at: Math.floor(arrived / 1000),
		status: 'failed',
		model: '',
		output: [],
		error: { code: 'server_error', message },
	};
	return { status: 200, body };
}
