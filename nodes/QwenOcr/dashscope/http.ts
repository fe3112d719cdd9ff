/** One HTTP request to the service; whoever sends it adds the key. */
export interface HttpRequest {
	method: 'GET' | 'POST';
	url: string;
	/** JSON, already encoded: n8n's sender would parse a string again. */
	body?: Buffer;
	timeoutMilliseconds: number;
}

export interface HttpAnswer {
	status: number;
	headers: Record<string, unknown>;
	body: Buffer;
}

/** Sends a request and gives any HTTP answer, error statuses included; throws when there is none. */
export type Send = (request: HttpRequest) => Promise<HttpAnswer>;
