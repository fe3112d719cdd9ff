import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { HttpAnswer, HttpRequest, Send } from '../dashscope/http';
import { readBody } from '../documents/readBody';
import type { StreamedAnswer } from '../documents/readBody';

/** Answers are text; a larger one is not from the service. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/**
 * Gives a sender that signs requests with the item's DashScope API credential, through n8n's own
 * HTTP client: its proxy, egress rules and Stop button apply. It follows no redirects, so that
 * the key stays with the service.
 */
export function createSend(context: IExecuteFunctions | ILoadOptionsFunctions): Send {
	return async (request) =>
		await exchange(request, async (options) =>
			context.helpers.httpRequestWithAuthentication.call(context, 'dashScopeApi', options),
		);
}

/** Gives a sender that never sees the credential, for the storage that the service names. */
export function createSendWithoutKey(context: IExecuteFunctions | ILoadOptionsFunctions): Send {
	const abortSignal =
		'getExecutionCancelSignal' in context ? context.getExecutionCancelSignal() : undefined;
	return async (request) =>
		await exchange(request, async (options) =>
			context.helpers.httpRequest({ ...options, abortSignal }),
		);
}

async function exchange(
	{ method, url, headers, body, timeoutMilliseconds }: HttpRequest,
	send: (options: IHttpRequestOptions) => Promise<unknown>,
): Promise<HttpAnswer> {
	const deadline = Date.now() + timeoutMilliseconds;
	const answer = (await send({
		method,
		url,
		...(headers && { headers }),
		...(body && { body }),
		timeout: timeoutMilliseconds,
		encoding: 'stream',
		returnFullResponse: true,
		ignoreHttpStatusErrors: true,
		disableFollowRedirect: true,
	})) as StreamedAnswer;
	return {
		status: answer.statusCode,
		headers: answer.headers ?? {},
		body: await readBody(answer.body, MAX_ANSWER_BYTES, deadline),
	};
}
