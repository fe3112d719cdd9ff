/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	IRunData,
	IRunExecutionData,
} from 'n8n-workflow';
import type { Server } from '../setup/installServer';
import type { N8n } from './n8nServer';

/** Who owns every n8n of a run. */
export const OWNER = {
	email: 'owner@example.com',
	firstName: 'Olivia',
	lastName: 'Owner',
	password: 'End-to-end-1',
};

/** A stored credential. */
export interface StoredCredential {
	id: string;
	name: string;
}

/** n8n's REST interface as a signed-in owner uses it through the editor. */
export class Session {
	private constructor(
		readonly url: string,
		private readonly cookie: string,
	) {}

	/** Makes the owner of a fresh n8n and signs in. */
	static async setUp({ url }: N8n): Promise<Session> {
		const response = await fetch(`${url}/rest/owner/setup`, jsonRequest('POST', OWNER));
		if (!response.ok) throw new Error(`Owner setup: ${response.status} ${await response.text()}`);
		return new Session(url, readCookie(response));
	}

	/** The name and value of the cookie that signs in a browser. */
	get signIn(): { name: string; value: string } {
		const [name, value] = this.cookie.split('=');
		return { name, value };
	}

	/** Calls the REST interface and gives the `data` of its answer. Throws when it refuses. */
	async call<Data>(method: string, path: string, body?: unknown): Promise<Data> {
		const response = await fetch(`${this.url}${path}`, {
			...jsonRequest(method, body),
			headers: { 'content-type': 'application/json', cookie: this.cookie },
		});
		const text = await response.text();
		if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
		const answer = JSON.parse(text) as { data?: Data };
		return answer.data ?? (answer as Data);
	}

	/** Downloads a file. Throws when n8n refuses. */
	async download(path: string): Promise<Buffer> {
		const response = await fetch(`${this.url}${path}`, { headers: { cookie: this.cookie } });
		if (!response.ok) throw new Error(`GET ${path}: ${response.status} ${await response.text()}`);
		return Buffer.from(await response.arrayBuffer());
	}

	/** Stores a credential. */
	async createCredential(
		type: string,
		name: string,
		data: ICredentialDataDecryptedObject,
	): Promise<StoredCredential> {
		return await this.call('POST', '/rest/credentials', { name, type, data });
	}

	/** Has n8n test a credential that is not stored, as its editor does. */
	async testCredential(
		type: string,
		data: ICredentialDataDecryptedObject,
	): Promise<{ status: string; message: string }> {
		return await this.call('POST', '/rest/credentials/test', {
			credentials: { id: '', name: 'Tested', type, data },
		});
	}

	/** Stores a workflow and gives its ID. */
	async createWorkflow(workflow: IDataObject): Promise<string> {
		const { id } = await this.call<{ id: string }>('POST', '/rest/workflows', workflow);
		return id;
	}

	/** What the nodes of a workflow gave at its last execution; nothing before there was one. */
	async lastRunData(workflowId: string, { folder }: Server): Promise<IRunData | undefined> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const { results } = await this.call<{ results: Array<{ id: string }> }>(
			'GET',
			`/rest/executions?limit=1&filter=${filter}`,
		);
		if (results.length === 0) return undefined;
		const { data } = await this.call<{ data: string }>('GET', `/rest/executions/${results[0].id}`);
		// n8n stores executions in this library's format.
		const flatted = createRequire(join(folder, 'package.json'))('flatted') as {
			parse(text: string): IRunExecutionData;
		};
		return flatted.parse(data).resultData.runData;
	}

	/** Publishes a workflow, so that its production webhooks answer. */
	async publish(workflowId: string): Promise<void> {
		const { versionId } = await this.call<{ versionId: string }>(
			'GET',
			`/rest/workflows/${workflowId}`,
		);
		await this.call('POST', `/rest/workflows/${workflowId}/activate`, { versionId });
	}
}

function jsonRequest(method: string, body?: unknown): RequestInit {
	return {
		method,
		headers: { 'content-type': 'application/json' },
		...(body !== undefined && { body: JSON.stringify(body) }),
	};
}

function readCookie(response: Response): string {
	const [cookie] = response.headers.getSetCookie();
	if (!cookie) throw new Error('n8n set no cookie');
	return cookie.split(';')[0];
}
