import { waitUntil } from '../processes/waitUntil';

const READY_SECONDS = 60;

/**
 * Calls a production webhook or form (`webhook/…`, `form/…`) of a workflow that was just published;
 * n8n registers it some time after that, and answers 404 until then.
 */
export async function callProduction(
	url: string,
	path: string,
	init: RequestInit,
): Promise<Response> {
	return await waitUntil(path, READY_SECONDS, async () => {
		const response = await fetch(`${url}/${path}`, init);
		if (response.status !== 404) return response;
		await response.text();
		return undefined;
	});
}

/** Waits until the POST webhook of a workflow that was just published is registered, without calling it. */
export async function untilRegistered(url: string, path: string): Promise<void> {
	await waitUntil(`the webhook ${path}`, READY_SECONDS, async () => {
		// n8n answers a GET with the methods that it knows for this path.
		const answer = await (await fetch(`${url}/webhook/${path}`)).text();
		return answer.includes('POST request');
	});
}
