/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- the stand-in runs on Node, not in n8n */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { bearerKey, isTestKey, requireKey } from './authorization';
import { ClientConnection } from './clientConnection';
import { control, CONTROL_PREFIX } from './control/controlEndpoint';
import type { KeyDesk, KeyDesks } from './control/keyDesk';
import { recordedBody, type RequestRecord } from './control/requestLog';
import { scriptedParts, type ScriptedReply } from './control/scriptedReplies';
import { USUAL_RULES } from './control/storageRules';
import type { ServiceReply, Services } from './exchange';
import { isObject } from './nativeRequest';
import { readBody } from './readBody';
import { replyHeaders } from './responseHeaders';
import { errorShape, findRoute } from './routes';
import { sendReply } from './sendReply';
import { errorBody, ServiceError, standinMark } from './serviceErrors';

/** What all requests of a stand-in share. */
export interface Setting extends Services {
	desks: KeyDesks;
	/** Milliseconds that every service reply is held back. */
	latency: number;
	extraKey?: string;
}

/** One request to the service and its reply, from the key to the log. */
export class Conversation {
	private requestId: string = randomUUID();
	private readonly arrived = Date.now();
	private readonly method: string;
	private readonly path: string;
	private readonly query: URLSearchParams;
	private readonly key: string | null;
	private readonly client: ClientConnection;

	constructor(
		private readonly request: IncomingMessage,
		private readonly response: ServerResponse,
		private readonly setting: Setting,
	) {
		const [path, query] = (request.url ?? '/').split('?');
		this.method = request.method ?? 'GET';
		this.path = path;
		this.query = new URLSearchParams(query);
		this.key = bearerKey(request.headers.authorization);
		this.client = new ClientConnection(request, response);
	}

	/** Answers the request; never rejects. */
	async run(): Promise<void> {
		const { key, setting } = this;
		const desk = isTestKey(key, setting.extraKey) ? setting.desks.of(key) : null;
		try {
			if (this.path.startsWith(CONTROL_PREFIX)) await this.answerTest(desk);
			else await this.answerClient(desk, this.openRecord(desk));
		} catch (error) {
			if (this.client.isGone) return;
			process.stderr.write(`${this.method} ${this.path} failed: ${describe(error)}\n`);
			this.response.destroy();
		}
	}

	private openRecord(desk: KeyDesk | null): RequestRecord | undefined {
		const { request, method, requestId, client } = this;
		const path = request.url ?? '/';
		const record = desk?.log.open({ method, path, requestId }, request.headers);
		if (record) client.whenGone(() => (record.aborted = true));
		return record;
	}

	private async answerTest(desk: KeyDesk | null): Promise<void> {
		const body = await readBody(this.request);
		const refusal = { status: 401, body: { message: standinMark('its controls need a test key') } };
		const reply = desk ? control(this.method, this.path, body, desk) : refusal;
		await sendReply(this.request, this.response, {
			status: reply.status,
			headers: { 'content-type': 'application/json' },
			body: JSON.stringify(reply.body),
		});
	}

	private async answerClient(desk: KeyDesk | null, record?: RequestRecord): Promise<void> {
		const scripted = desk?.replies.shift();
		if (scripted) return await this.sendScripted(scripted, record);
		const reply = await this.serve(desk, record);
		await this.client.holdBack(this.setting.latency);
		const headers: OutgoingHttpHeaders = reply.note ? { 'x-standin-note': reply.note } : {};
		await this.send(reply, headers, JSON.stringify(reply.body), record);
	}

	private async serve(desk: KeyDesk | null, record?: RequestRecord): Promise<ServiceReply> {
		const { method, path, query, requestId, arrived, request, setting, client } = this;
		try {
			const body = await this.recordBody(record);
			const exchange = {
				...{ method, path, query, body, requestId, arrived },
				headers: request.headers,
				key: requireKey(this.key, setting.extraKey),
				storageRules: desk?.storage ?? USUAL_RULES,
				signal: client.signal,
			};
			return await findRoute(method, path).serve(exchange, setting);
		} catch (error) {
			if (client.isGone) throw error;
			const refusal = error instanceof ServiceError ? error : this.internalError(error);
			const body = errorBody(refusal, errorShape(path), requestId);
			return { status: refusal.status, body, note: refusal.note, billed: false };
		}
	}

	private async sendScripted(reply: ScriptedReply, record?: RequestRecord): Promise<void> {
		const { status, headers, text, delay, hang } = scriptedParts(reply);
		const { body } = reply;
		await this.recordBody(record);
		if (hang) return;
		await this.client.holdBack(delay);
		if (isObject(body) && typeof body.request_id === 'string') this.requestId = body.request_id;
		// The Responses endpoint reports its throttling with status 200.
		const isFailed = isObject(body) && body.status === 'failed';
		const billed = status === 200 && this.method === 'POST' && !isFailed;
		await this.send({ status, billed }, headers, text, record);
	}

	private async recordBody(record?: RequestRecord): Promise<string> {
		const body = await readBody(this.request);
		if (record) record.body = recordedBody(body);
		return body;
	}

	private async send(
		{ status, billed }: Pick<ServiceReply, 'status' | 'billed'>,
		extraHeaders: OutgoingHttpHeaders,
		body: string,
		record?: RequestRecord,
	): Promise<void> {
		if (this.client.isGone) return;
		const { requestId, arrived, path } = this;
		if (record) Object.assign(record, { status, billed, requestId });
		const facts = { status, shape: errorShape(path), requestId, arrived, started: Date.now() };
		const headers = { ...replyHeaders(facts), ...extraHeaders };
		await sendReply(this.request, this.response, { status, headers, body });
	}

	private internalError(error: unknown): ServiceError {
		process.stderr.write(`${this.method} ${this.path} failed: ${describe(error)}\n`);
		const message =
			'An internal error has occured, please try again later or contact service support.';
		return new ServiceError(500, 'InternalError', message);
	}
}

function describe(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
