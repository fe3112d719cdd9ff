/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals, @n8n/community-nodes/require-node-api-error -- the stand-in runs on Node, not in n8n */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { bearerKey, isTestKey, requireKey } from './authorization';
import { ClientConnection } from './clientConnection';
import { control, CONTROL_PREFIX } from './control/controlEndpoint';
import type { KeyDesk, KeyDesks } from './control/keyDesk';
import { loggedBody } from './control/requestLog';
import { scriptedParts, type ScriptedReply } from './control/scriptedReplies';
import { USUAL_RULES } from './control/storageRules';
import { Visit } from './control/visit';
import type { ServiceReply, Services } from './exchange';
import { FAULTS, type FaultName } from './faults';
import { Scene } from './faults/scene';
import { isObject } from './nativeRequest';
import { readBody } from './readBody';
import { ReplyWriter } from './replyWriter';
import type { RequestBody } from './requestBody';
import { findRoute, isModelCall, stageOf } from './routes';
import { encodeReply, writeReply, type RawReply } from './sendReply';
import {
	internalError,
	rateQuota,
	ServiceError,
	standinMark,
	type ErrorFacts,
} from './serviceErrors';

/** What all requests of a stand-in share. */
export interface Setting extends Services {
	desks: KeyDesks;
	/** Milliseconds that every service reply is held back. */
	latency: number;
	extraKey?: string;
}

/** One request to the service and its reply, from the key to the log. */
export class Conversation {
	private readonly requestId = randomUUID();
	private readonly arrived = Date.now();
	private readonly method: string;
	private readonly path: string;
	private readonly query: URLSearchParams;
	private readonly key: string | null;
	private readonly client: ClientConnection;
	private readonly writer: ReplyWriter;

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
		this.writer = new ReplyWriter(path, this.requestId, this.arrived);
	}

	/** Answers the request; never rejects. */
	async run(): Promise<void> {
		const { key, setting } = this;
		const desk = isTestKey(key, setting.extraKey) ? setting.desks.of(key) : null;
		try {
			if (this.path.startsWith(CONTROL_PREFIX)) await this.answerTest(desk);
			else await this.answerClient(desk);
		} catch (error) {
			if (this.client.isGone) return;
			process.stderr.write(`${this.method} ${this.path} failed: ${describe(error)}\n`);
			this.response.destroy();
		}
	}

	private async answerTest(desk: KeyDesk | null): Promise<void> {
		const { method, path, query, setting } = this;
		const body = (await readBody(this.request)).text;
		const refusal = { status: 401, body: { message: standinMark('its controls need a test key') } };
		const reply = desk ? control({ method, path, query, body }, desk, setting.desks) : refusal;
		const headers = { 'content-type': 'application/json' };
		const raw = { status: reply.status, headers, body: JSON.stringify(reply.body) };
		writeReply(this.response, await encodeReply(this.request, raw));
	}

	private async answerClient(desk: KeyDesk | null): Promise<void> {
		const { request, response, method, requestId, setting, client } = this;
		const { url: path = '/', headers } = request;
		const asked = { method, path, requestId, headers };
		const visit = new Visit(response, { all: setting.desks.totals, desk, asked, client });
		const fault = desk?.faults.next(stageOf(this.path));
		const scripted = desk?.replies.shift();
		if (scripted) return await this.sendScripted(scripted, visit);
		if (desk && this.isAboveLimit(desk)) return await this.refuseRate(desk, visit);
		if (desk && fault) return await this.play(fault, desk, visit);
		const reply = await this.serve(desk, visit);
		await client.holdBack(setting.latency);
		await this.send(this.writer.reply(reply), visit, reply.billed);
	}

	private async serve(desk: KeyDesk | null, visit: Visit): Promise<ServiceReply> {
		const { method, path, query, requestId, arrived, request, setting, client } = this;
		try {
			const body = await this.readBody(visit);
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
			return this.writer.refusal(error instanceof ServiceError ? error : this.failure(error));
		}
	}

	private isAboveLimit({ limits, recent }: KeyDesk): boolean {
		const { requestsPerSecond } = limits;
		if (requestsPerSecond === undefined || !isModelCall(this.method, this.path)) return false;
		return !recent.take(performance.now(), requestsPerSecond);
	}

	/** Answers without the latency: a gateway does not ask the model. */
	private async refuseRate(desk: KeyDesk, visit: Visit): Promise<void> {
		visit.limit();
		await this.readBody(visit);
		await this.send(this.refusal(rateQuota(), desk), visit);
	}

	private async play(name: FaultName, desk: KeyDesk, visit: Visit): Promise<void> {
		const { client, response, writer } = this;
		const fault = FAULTS[name];
		visit.strike(name);
		const done = fault.isBilled ? await this.serve(desk, visit) : null;
		if (!done) await this.readBody(visit);
		await client.holdBack(this.setting.latency);
		if (done?.billed) visit.bill();
		if (done?.billed && fault.destroysAnswer) visit.destroyAnswer();
		const scene = new Scene({
			...{ response, client, visit },
			stage: stageOf(this.path),
			reply: writer.reply(done ?? { status: 200, body: {} }),
			refusal: (error) => this.refusal(error, desk),
			send: async (reply) => await this.send(reply, visit),
		});
		await fault.serve(scene);
	}

	private async sendScripted(scripted: ScriptedReply, visit: Visit): Promise<void> {
		const { writer, client } = this;
		const { status, headers, text, delay, hang } = scriptedParts(scripted);
		const { body } = scripted;
		await this.readBody(visit);
		if (hang) return;
		await client.holdBack(delay);
		if (isObject(body) && typeof body.request_id === 'string') writer.requestId = body.request_id;
		visit.note({ requestId: writer.requestId });
		// The Responses endpoint reports its throttling with status 200.
		const isFailed = isObject(body) && body.status === 'failed';
		const isBilled = status === 200 && this.method === 'POST' && !isFailed;
		await this.send(
			{ status, headers: { ...writer.headers(status), ...headers }, body: text },
			visit,
			isBilled,
		);
	}

	private async readBody(visit: Visit): Promise<RequestBody> {
		const body = await readBody(this.request);
		visit.noteBody(() => loggedBody(body.loggedText));
		return body;
	}

	private refusal(error: ErrorFacts, { limits }: KeyDesk): RawReply {
		const reply = this.writer.reply(this.writer.refusal(error));
		if (reply.status !== 429 || limits.retryAfter === undefined) return reply;
		return { ...reply, headers: { ...reply.headers, 'retry-after': String(limits.retryAfter) } };
	}

	/** Bills and sends in one go: what is billed is on its way to a client that is there. */
	private async send(raw: RawReply, visit: Visit, isBilled = false): Promise<void> {
		const reply = await encodeReply(this.request, raw);
		await this.client.holdBack(0);
		if (isBilled) visit.bill();
		visit.reply(reply.status);
		writeReply(this.response, reply);
	}

	private failure(error: unknown): ServiceError {
		process.stderr.write(`${this.method} ${this.path} failed: ${describe(error)}\n`);
		return internalError();
	}
}

function describe(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
