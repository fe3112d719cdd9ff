import type { IExecuteFunctions, IHttpRequestOptions, ILoadOptionsFunctions } from 'n8n-workflow';
import type { HttpAnswer, HttpRequest, Send } from '../dashscope/http';
import { readBody } from '../documents/readBody';
import type { StreamedAnswer } from '../documents/readBody';

/** Answers are text; a larger one is not from the service. */
const MAX_ANSWER_BYTES = 64 * 1024 * 1024;

/** Whose requests are sent. */
export interface Sender {
	/** The item whose credential signs them, as its fields may be expressions; the first without one. */
	itemIndex?: number;
	/** Ends open requests. */
	signal?: AbortSignal;
}

/**
 * Gives a sender that signs requests with the item's DashScope API credential, through n8n's own
 * HTTP client: its proxy, egress rules and Stop button apply. It follows no redirects, so that
 * the key stays with the service.
 */
export function createSend(context: Context, sender: Sender): Send {
	return async (request) => {
		const own = contextOf(context, sender);
		return await exchange(request, async (options) =>
			own.helpers.httpRequestWithAuthentication.call(own, 'dashScopeApi', options),
		);
	};
}

/** Gives a sender that never sees the credential, for the storage that the service names. */
export function createSendWithoutKey(context: Context, { signal }: Sender): Send {
	return async (request) =>
		await exchange(request, async (options) =>
			context.helpers.httpRequest({ ...options, abortSignal: signal }),
		);
}

type Context = IExecuteFunctions | ILoadOptionsFunctions;

/**
 * n8n's sender takes the credential of the first item and the signal of its context, and no others;
 * each request listens to a signal of its own.
 */
function contextOf(context: Context, { itemIndex, signal: ofRun }: Sender): Context {
	const getCredentials = async (type: string) => await context.getCredentials(type, itemIndex);
	const signal = ofRun && AbortSignal.any([ofRun]);
	return Object.create(context, {
		getCredentials: { value: getCredentials },
		...(signal && { getExecutionCancelSignal: { value: () => signal } }),
	}) as Context;
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
