/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { IncomingHttpHeaders } from 'node:http';

/** One request as the endpoints see it. */
export interface Exchange {
	method: string;
	/** Path without the query. */
	path: string;
	headers: IncomingHttpHeaders;
	body: string;
	/** Becomes `request_id` of the body and the header `x-request-id`. */
	requestId: string;
}

/** What an endpoint answers; the server adds the service's headers. */
export interface ServiceReply {
	status: number;
	body: object;
	/** Sent as the header `x-standin-note`. */
	note?: string;
	/** Whether the service would charge for it. */
	billed: boolean;
}
