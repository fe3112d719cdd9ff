/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads where the shared stand-in listens */
import { randomUUID } from 'node:crypto';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/** A request as the stand-in kept it; pictures are replaced by their hash. */
export interface KeptRequest {
	method: string;
	path: string;
	headers: Record<string, string>;
	body: unknown;
	status: number;
	requestId: string;
	aborted?: boolean;
}

/** An answer that the stand-in gives instead of its own. */
export interface ScriptedReply {
	status?: number;
	headers?: Record<string, string>;
	body?: unknown;
	delay?: number;
	hang?: boolean;
}

/** The shared stand-in as one test sees it: with a key, and so a log and a script, of its own. */
export class StandinAccount {
	readonly key = `sk-test-${randomUUID()}`;

	constructor(readonly url = process.env.STANDIN_URL ?? '') {}

	/** The DashScope API credential that leads to the stand-in. */
	get credential(): ICredentialDataDecryptedObject {
		return { apiKey: this.key, region: 'custom', baseUrl: this.url };
	}

	/** The requests that came with this key so far. */
	async requests(): Promise<KeptRequest[]> {
		return (await (await this.call('GET', 'requests')).json()) as KeptRequest[];
	}

	/** How many requests of this key were open at the same time, at most. */
	async mostAtOnce(): Promise<number> {
		const response = await this.call('GET', 'totals');
		return ((await response.json()) as { mostAtOnce: number }).mostAtOnce;
	}

	/** Makes the next requests of this key get these answers, one each. */
	async reply(...replies: ScriptedReply[]): Promise<void> {
		await this.call('PUT', 'replies', replies);
	}

	/** Makes the temporary storage behave towards this key as these rules say. */
	async useStorage(rules: Record<string, number>): Promise<void> {
		await this.call('PUT', 'storage', rules);
	}

	/** Makes requests of this key meet faults, by the names of the requests in the script. */
	async useFaults(script: Record<string, string>): Promise<void> {
		await this.call('PUT', 'faults', { script });
	}

	/** Resolves when so many requests of this key have arrived. */
	async requestsBegun(count: number): Promise<void> {
		while ((await this.requests()).length < count)
			await new Promise((resolve) => setImmediate(resolve));
	}

	private async call(method: string, path: string, body?: unknown): Promise<Response> {
		const response = await fetch(`${this.url}/standin/${path}`, {
			method,
			headers: { authorization: `Bearer ${this.key}`, 'content-type': 'application/json' },
			...(body !== undefined && { body: JSON.stringify(body) }),
		});
		if (!response.ok) throw new Error(`The stand-in answered ${response.status} to ${path}`);
		return response;
	}
}
