/** One HTTP request; whoever sends it to the service adds the key. */
export interface HttpRequest {
	method: 'GET' | 'POST';
	url: string;
	headers?: Record<string, string>;
	/** Already encoded: n8n's sender would parse a string again. */
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
