/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { OutgoingHttpHeaders, ServerResponse } from 'node:http';
import type { ClientConnection } from '../clientConnection';
import type { Visit } from '../control/visit';
import type { RawReply } from '../sendReply';
import type { ErrorFacts } from '../serviceErrors';
import type { Stage } from './fault';

/** What a fault is played with. */
export interface SceneParts {
	stage: Stage;
	/** The good reply; of a fault without work the usual status and headers only. */
	reply: RawReply;
	response: ServerResponse;
	client: ClientConnection;
	visit: Visit;
	/** Words an error as the path does. */
	refusal: (error: ErrorFacts) => RawReply;
	/** Sends a reply as the path does. */
	send: (reply: RawReply) => Promise<void>;
}

/** One request that a fault is about to strike. */
export class Scene {
	readonly stage: Stage;
	readonly reply: RawReply;

	constructor(private readonly parts: SceneParts) {
		this.stage = parts.stage;
		this.reply = parts.reply;
	}

	/** The reply that refuses the request. */
	refusal(error: ErrorFacts): RawReply {
		return this.parts.refusal(error);
	}

	/** Sends a whole reply in the usual way. */
	async send(reply: RawReply): Promise<void> {
		await this.parts.send(reply);
	}

	/** Sends status and headers; the caller goes on with the body. */
	begin(status: number, headers: OutgoingHttpHeaders): ServerResponse {
		this.parts.visit.reply(status);
		return this.parts.response.writeHead(status, headers);
	}

	/** Waits some milliseconds. Rejects when the client goes. */
	async pause(milliseconds: number): Promise<void> {
		await this.parts.client.holdBack(milliseconds);
	}

	/** Closes the connection after what was sent. */
	cut(): void {
		this.parts.visit.cut();
		this.parts.response.socket?.destroySoon();
	}

	/** Tears the connection down, so that the client is told of a reset. */
	reset(): void {
		this.parts.visit.cut();
		this.parts.response.socket?.resetAndDestroy();
	}
}
