/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { OutgoingHttpHeaders } from 'node:http';
import type { ErrorShape } from './serviceErrors';

/** What the headers of a reply tell of it. */
export interface ReplyFacts {
	status: number;
	shape: ErrorShape;
	requestId: string;
	/** When the request came, milliseconds since 1970. */
	arrived: number;
	/** When the reply began, milliseconds since 1970. */
	started: number;
}

/** The service's own limit for a call, seconds, as recorded. */
const CALL_TIMEOUT = '298';

/**
 * The headers of the recorded replies, by their names and kinds of value. Every reply has its
 * request id, though the recorded 400 of 2024 had none. There are never `x-ratelimit-*` headers.
 */
export function replyHeaders(facts: ReplyFacts): OutgoingHttpHeaders {
	const { status, shape, requestId, arrived, started } = facts;
	const cost = started - arrived;
	const common = {
		'x-request-id': requestId,
		'req-cost-time': String(cost),
		'req-arrive-time': String(arrived),
		'resp-start-time': String(started),
		'x-envoy-upstream-service-time': String(cost),
		server: 'istio-envoy',
	};
	if (status === 401) {
		// The recorded 401 names no content type.
		return { ...common, vary: 'Accept-Encoding', 'eagleeye-traceid': requestId.replace(/-/g, '') };
	}
	if (shape !== 'native') {
		return {
			...common,
			vary: 'Accept-Encoding',
			'content-type': 'application/json;charset=UTF-8',
		};
	}
	const gateway = {
		...common,
		'content-type': 'application/json',
		'x-dashscope-call-gateway': 'true',
	};
	if (status !== 200) return { ...gateway, vary: 'Accept-Encoding' };
	return {
		...gateway,
		vary: 'Origin,Access-Control-Request-Method,Access-Control-Request-Headers, Accept-Encoding',
		'x-dashscope-finished': 'true',
		'x-dashscope-timeout': CALL_TIMEOUT,
	};
}
