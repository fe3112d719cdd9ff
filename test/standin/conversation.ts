/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- the stand-in runs on Node, not in n8n */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import type { Answerer } from './answers/answer';
import { bearerKey, isTestKey, requireKey } from './authorization';
import { control, CONTROL_PREFIX } from './control/controlEndpoint';
import type { KeyDesk, KeyDesks } from './control/keyDesk';
import { recordedBody, type RequestRecord } from './control/requestLog';
import type { ScriptedReply } from './control/scriptedReplies';
import type { ServiceReply } from './exchange';
import { isObject } from './nativeRequest';
import { readBody } from './readBody';
import { replyHeaders } from './responseHeaders';
import { errorShape, findRoute } from './routes';
import { sendReply } from './sendReply';
import { errorBody, ServiceError, standinMark } from './serviceErrors';

/** What all requests of a stand-in share. */
export interface Setting {
	answerer: Answerer;
	desks: KeyDesks;
	/** Milliseconds that every service reply is held back. */
	latency: number;
	extraKey?: string;
}

/** One request and its reply, from the key to the log. */
export class Conversation {
	private requestId: string = randomUUID();
	private readonly arrived = Date.now();
	private readonly method: string;
	private readonly path: string;
	private readonly key: string | null;
	private readonly clientGone = new AbortController();

	constructor(
		private readonly request: IncomingMessage,
		private readonly response: ServerResponse,
		private readonly setting: Setting,
	) {
		this.method = request.method ?? 'GET';
		this.path = (request.url ?? '/').split('?')[0];
		this.key = bearerKey(request.headers.authorization);
	}

	/** Answers the request; never rejects. */
	async run(): Promise<void> {
		const desk = isTestKey(this.key, this.setting.extraKey)
			? this.setting.desks.of(this.key)
			: null;
		const isControl = this.path.startsWith(CONTROL_PREFIX);
		const record = isControl ? undefined : this.openRecord(desk);
		this.response.on('close', () => {
			if (this.response.writableFinished) return;
			this.clientGone.abort();
			if (record) record.aborted = true;
		});
		try {
			await (isControl ? this.answerTest(desk) : this.answerClient(desk, record));
		} catch (error) {
			if (this.isClientGone()) return;
			process.stderr.write(`${this.method} ${this.path} failed: ${describe(error)}\n`);
			this.response.destroy();
		}
	}

	private openRecord(desk: KeyDesk | null): RequestRecord | undefined {
		const { request, method, requestId } = this;
		const path = request.url ?? '/';
		return desk?.log.open({ method, path, requestId }, request.headers);
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
		const reply = await this.serve(record);
		await this.holdBack(this.setting.latency);
		const headers: OutgoingHttpHeaders = reply.note ? { 'x-standin-note': reply.note } : {};
		await this.send(reply, headers, JSON.stringify(reply.body), record);
	}

	private async serve(record?: RequestRecord): Promise<ServiceReply> {
		const { method, path, requestId, request, setting } = this;
		try {
			const body = await this.recordBody(record);
			requireKey(this.key, setting.extraKey);
			const exchange = { method, path, headers: request.headers, body, requestId };
			return await findRoute(method, path).serve(exchange, setting.answerer);
		} catch (error) {
			if (this.isClientGone()) throw error;
			const refusal = error instanceof ServiceError ? error : this.internalError(error);
			const body = errorBody(refusal, errorShape(path), requestId);
			return { status: refusal.status, body, billed: false };
		}
	}

	private async sendScripted(reply: ScriptedReply, record?: RequestRecord): Promise<void> {
		const { status = 200, headers = {}, body = '', delay = 0, hang = false } = reply;
		await this.recordBody(record);
		if (hang) return;
		await this.holdBack(delay);
		const mark = { 'x-standin-scripted': 'true' };
		const text = typeof body === 'string' ? body : JSON.stringify(body);
		if (isObject(body) && typeof body.request_id === 'string') this.requestId = body.request_id;
		const billed = status === 200 && this.method === 'POST';
		await this.send({ status, billed }, { ...mark, ...lowerNames(headers) }, text, record);
	}

	private async recordBody(record?: RequestRecord): Promise<string> {
		const body = await readBody(this.request);
		if (record) record.body = recordedBody(body);
		return body;
	}

	private async holdBack(milliseconds: number): Promise<void> {
		if (milliseconds > 0) await wait(milliseconds, undefined, { signal: this.clientGone.signal });
	}

	private isClientGone(): boolean {
		const { request, clientGone } = this;
		return clientGone.signal.aborted || (request.destroyed && !request.complete);
	}

	private async send(
		{ status, billed }: Pick<ServiceReply, 'status' | 'billed'>,
		extraHeaders: OutgoingHttpHeaders,
		body: string,
		record?: RequestRecord,
	): Promise<void> {
		if (this.isClientGone()) return;
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

function lowerNames(headers: Record<string, string>): Record<string, string> {
	const entries = Object.entries(headers);
	return Object.fromEntries(entries.map(([name, value]) => [name.toLowerCase(), value]));
}

function describe(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
