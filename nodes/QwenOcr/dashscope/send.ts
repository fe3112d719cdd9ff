import type { IExecuteFunctions, IHttpRequestMethods, ILoadOptionsFunctions } from 'n8n-workflow';

/** One HTTP request; the sender adds the key. */
export interface HttpRequest {
	method: IHttpRequestMethods;
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

/**
 * Gives a sender that signs requests with the item's DashScope API credential, through n8n's own
 * HTTP client: its proxy, egress rules and Stop button apply. It follows no redirects, so that
 * the key stays with the service.
 */
export function createSend(context: IExecuteFunctions | ILoadOptionsFunctions): Send {
	return async ({ method, url, body, timeoutMilliseconds }) => {
		const answer = (await context.helpers.httpRequestWithAuthentication.call(
			context,
			'dashScopeApi',
			{
				method,
				url,
				...(body && { body, headers: { 'Content-Type': 'application/json' } }),
				timeout: timeoutMilliseconds,
				encoding: 'arraybuffer',
				returnFullResponse: true,
				ignoreHttpStatusErrors: true,
				disableFollowRedirect: true,
			},
		)) as { statusCode: number; headers: Record<string, unknown>; body: ArrayBuffer | Buffer };
		return {
			status: answer.statusCode,
			headers: answer.headers ?? {},
			body: Buffer.isBuffer(answer.body) ? answer.body : Buffer.from(answer.body),
		};
	};
}
