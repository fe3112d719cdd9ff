/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- the stand-in runs on Node, not in n8n */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { ClientConnection } from '../clientConnection';
import type { KeyDesk, KeyDesks } from '../control/keyDesk';
import { scriptedParts, type ScriptedReply } from '../control/scriptedReplies';
import { USUAL_RULES } from '../control/storageRules';
import { Visit } from '../control/visit';
import { FAULTS, type FaultName } from '../faults';
import { Scene } from '../faults/scene';
import { readBytes } from '../readBody';
import type { RawReply } from '../sendReply';
import type { ErrorFacts } from '../serviceErrors';
import { parseMultipart } from './multipart';
import { notReadable, OssError, ossErrorXml, tooLarge } from './ossError';
import { accountOfForm, readForm, recordedForm, type PostedForm } from './postedForm';
import { postObject } from './postObject';
import type { TemporaryStorage } from './temporaryStorage';

/** What the storage shares with the service. */
export interface StorageSetting {
	storage: TemporaryStorage;
	desks: KeyDesks;
	/** Milliseconds that every reply is held back. */
	latency: number;
}

/** The largest file that a policy can allow, and its form. */
const MOST_BYTES = 101 * 1024 * 1024;

/**
 * One request to the object storage and its reply. It carries no API key: the log, the script and
 * the faults of its account's key count, once the form has told the account.
 */
export class StorageConversation {
	private readonly requestId = randomBytes(12).toString('hex').toUpperCase();
	private readonly client: ClientConnection;

	constructor(
		private readonly request: IncomingMessage,
		private readonly response: ServerResponse,
		private readonly setting: StorageSetting,
	) {
		this.client = new ClientConnection(request, response);
	}

	/** Answers the request; never rejects. */
	async run(): Promise<void> {
		const { method = 'GET', url: path = '/' } = this.request;
		try {
			const body = await readBytes(this.request, MOST_BYTES);
			await this.answer(body);
		} catch (error) {
			if (this.client.isGone) return;
			process.stderr.write(`${method} ${path} failed: ${String(error)}\n`);
			this.response.destroy();
		}
	}

	private async answer(body: Buffer | null): Promise<void> {
		const { client, request, requestId, response, setting } = this;
		const { method = 'GET', url: path = '/', headers } = request;
		const form = body && readPostedForm(headers['content-type'], body);
		const desk = form && setting.desks.ofAccount(accountOfForm(form));
		const asked = { method, path, requestId, headers };
		const visit = new Visit(response, { all: setting.desks.totals, desk, asked, client });
		if (form) visit.noteBody(() => recordedForm(form, headers['content-length'] !== undefined));

		const fault = desk?.faults.next('upload');
		const scripted = desk?.replies.shift();
		if (scripted) return await this.sendScripted(scripted, visit);
		await client.holdBack(setting.latency);
		const store = () => this.store(form, desk, body === null);
		if (fault) await this.play(fault, visit, store);
		else this.send(store(), visit);
	}

	private async play(name: FaultName, visit: Visit, store: () => RawReply): Promise<void> {
		const { client, response } = this;
		const fault = FAULTS[name];
		visit.strike(name);
		const scene = new Scene({
			...{ response, client, visit },
			stage: 'upload',
			reply: fault.isBilled ? store() : { status: 200, headers: {}, body: '' },
			refusal: (error) => this.refusal(error),
			send: async (reply) => this.send(reply, visit),
		});
		await fault.serve(scene);
	}

	private async sendScripted(scripted: ScriptedReply, visit: Visit): Promise<void> {
		const { status, headers, text, delay, hang } = scriptedParts(scripted);
		if (hang) return;
		await this.client.holdBack(delay);
		this.send({ status, headers, body: text }, visit);
	}

	private store(form: PostedForm | null, desk: KeyDesk | null, isTooLarge: boolean): RawReply {
		const { method, headers } = this.request;
		try {
			if (method !== 'POST') throw notReadable();
			if (isTooLarge) throw tooLarge();
			const { status, etag } = postObject(
				{
					hasAuthorization: headers.authorization !== undefined,
					hasContentLength: headers['content-length'] !== undefined,
					form,
					now: Date.now(),
				},
				this.setting.storage,
				desk?.storage ?? USUAL_RULES,
			);
			return { status, headers: { etag }, body: '' };
		} catch (error) {
			if (!(error instanceof OssError)) throw error;
			return this.refusal(error);
		}
	}

	private refusal(error: ErrorFacts): RawReply {
		const headers: OutgoingHttpHeaders = { 'content-type': 'application/xml' };
		return { status: error.status, headers, body: ossErrorXml(error, this.requestId) };
	}

	private send({ status, headers, body }: RawReply, visit: Visit): void {
		visit.reply(status);
		this.response
			.writeHead(status, {
				server: 'AliyunOSS',
				'x-oss-request-id': this.requestId,
				'content-length': Buffer.byteLength(body),
				...headers,
			})
			.end(body);
	}
}

function readPostedForm(contentType: string | undefined, body: Buffer): PostedForm | null {
	const parts = parseMultipart(contentType ?? '', body);
	return parts && readForm(parts);
}
