import type { FaultPlan } from './control/faultPlan';
import type { Limits } from './control/limits';
import type { RequestRecord } from './control/requestLog';
import type { TotalCounts } from './control/totals';
import { isObject } from './nativeRequest';
import { GENERATION, generationRequest, pngUrl, type TestClient } from './testClient';

/** Sets when which fault strikes the requests of a client. */
export async function setFaults(client: TestClient, plan: FaultPlan): Promise<void> {
	await put(client, 'faults', plan);
}

/** Sets what the service allows a client. */
export async function setLimits(client: TestClient, limits: Limits): Promise<void> {
	await put(client, 'limits', limits);
}

async function put(client: TestClient, control: string, value: object): Promise<void> {
	const { status } = await client.send('PUT', `/standin/${control}`, value);
	if (status !== 200) throw new Error(`The stand-in answered ${status} to ${control}`);
}

/** What was counted under a client's key, or under all keys. */
export async function totalsOf(client: TestClient, { all = false } = {}): Promise<TotalCounts> {
	const reply = await client.send('GET', `/standin/totals${all ? '?all=1' : ''}`);
	return (await reply.json()) as TotalCounts;
}

/** The requests of a client, oldest first. */
export async function recorded(client: TestClient): Promise<RequestRecord[]> {
	return (await (await client.send('GET', '/standin/requests')).json()) as RequestRecord[];
}

/** Asks again and again, without a clock: each question is a round trip to the server. */
export async function eventually(isTrue: () => Promise<boolean>): Promise<void> {
	for (let tries = 0; tries < 500; tries++) if (await isTrue()) return;
	throw new Error('It never came true');
}

/** What a client sees of an answer to one small picture. */
export type Outcome =
	| { kind: 'answer'; headers: Headers }
	| { kind: 'other'; status: number; headers: Headers; text: string }
	| { kind: 'broken'; status: number | null; reason: string };

/** Sends one small picture and tells how it went; only a complete answer with content is one. */
export async function outcomeOf(client: TestClient, signal?: AbortSignal): Promise<Outcome> {
	let status: number | null = null;
	try {
		const request = generationRequest(pngUrl(100, 100));
		const reply = await client.send('POST', GENERATION, request, { signal });
		status = reply.status;
		const { headers } = reply;
		const text = await reply.text();
		return hasContent(text)
			? { kind: 'answer', headers }
			: { kind: 'other', status, headers, text };
	} catch (error) {
		return { kind: 'broken', status, reason: reasonOf(error) };
	}
}

function hasContent(text: string): boolean {
	return /"content":\[\{"text":"[^]*\}$/.test(text);
}

/** The code of the deepest cause, or its message. */
function reasonOf(error: unknown): string {
	if (!isObject(error)) return String(error);
	if (error.cause) return reasonOf(error.cause);
	return String(error.code ?? error.message);
}
