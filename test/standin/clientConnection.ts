/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** Whether the client of a request is still there. */
export class ClientConnection {
	private readonly gone = new AbortController();

	constructor(
		private readonly request: IncomingMessage,
		response: ServerResponse,
	) {
		response.on('close', () => {
			if (!response.writableFinished) this.gone.abort();
		});
	}

	/** Aborted when the client goes before the reply was sent. */
	get signal(): AbortSignal {
		return this.gone.signal;
	}

	/** Calls back when the client goes before the reply was sent. */
	whenGone(listener: () => void): void {
		this.gone.signal.addEventListener('abort', listener);
	}

	get isGone(): boolean {
		return this.gone.signal.aborted || (this.request.destroyed && !this.request.complete);
	}

	/** Waits before a reply. Rejects when the client goes. */
	async holdBack(milliseconds: number): Promise<void> {
		if (milliseconds > 0) await wait(milliseconds, undefined, { signal: this.gone.signal });
	}
}
