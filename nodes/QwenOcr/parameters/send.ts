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
 * @param signal ends open requests
 */
export function createSend(context: Context, signal?: AbortSignal): Send {
	return async (request) => {
		const own = signal ? withSignal(context, signal) : context;
		return await exchange(request, async (options) =>
			own.helpers.httpRequestWithAuthentication.call(own, 'dashScopeApi', options),
		);
	};
}

/** Gives a sender that never sees the credential, for the storage that the service names. */
export function createSendWithoutKey(context: Context, signal?: AbortSignal): Send {
	return async (request) =>
		await exchange(request, async (options) =>
			context.helpers.httpRequest({ ...options, abortSignal: signal }),
		);
}

type Context = IExecuteFunctions | ILoadOptionsFunctions;

/** n8n's sender takes the signal of its context, and no other; each request listens to one of its own. */
function withSignal(context: Context, ofRun: AbortSignal): Context {
	const signal = AbortSignal.any([ofRun]);
	return Object.create(context, { getExecutionCancelSignal: { value: () => signal } }) as Context;
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
