/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { IncomingHttpHeaders } from 'node:http';
import type { Answerer } from './answers/answer';
import type { StorageRules } from './control/storageRules';
import type { RequestBody } from './requestBody';
import type { TemporaryStorage } from './storage/temporaryStorage';

/** One request as the endpoints see it. */
export interface Exchange {
	method: string;
	/** Path without the query. */
	path: string;
	query: URLSearchParams;
	headers: IncomingHttpHeaders;
	body: RequestBody;
	/** The API key; it was found good. */
	key: string;
	/** Becomes `request_id` of the body and the header `x-request-id`. */
	requestId: string;
	/** When it came, milliseconds since 1970. */
	arrived: number;
	/** How the temporary storage is to behave towards the key. */
	storageRules: StorageRules;
	/** Aborted when the client goes away. */
	signal: AbortSignal;
}

/** What the endpoints work with. */
export interface Services {
	answerer: Answerer;
	storage: TemporaryStorage;
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
