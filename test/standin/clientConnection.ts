/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setImmediate as readWhatLies, setTimeout as wait } from 'node:timers/promises';

/** Whether the client of a request is still there. */
export class ClientConnection {
	private readonly gone = new AbortController();

	constructor(
		private readonly request: IncomingMessage,
		response: ServerResponse,
	) {
		const { socket } = request;
		const leave = () => this.gone.abort();
		// A client that ends its side does not wait for a reply; Node would send it all the same.
		socket.once('end', leave).once('error', leave);
		response.once('close', () => {
			socket.off('end', leave).off('error', leave);
			if (!response.writableFinished) leave();
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

	/** Waits before a reply. Rejects when the client goes, or has gone unnoticed before. */
	async holdBack(milliseconds: number): Promise<void> {
		const { signal } = this.gone;
		if (milliseconds > 0) await wait(milliseconds, undefined, { signal });
		// On a busy machine the end of the connection may still lie unread behind the request.
		await readWhatLies();
		signal.throwIfAborted();
	}
}
