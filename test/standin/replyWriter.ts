/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { OutgoingHttpHeaders } from 'node:http';
import type { ServiceReply } from './exchange';
import { refusalReply } from './refusalReply';
import { replyHeaders } from './responseHeaders';
import { errorShape } from './routes';
import type { RawReply } from './sendReply';
import type { ErrorFacts } from './serviceErrors';

/** Puts replies to one request into the form that the service gives them on its path. */
export class ReplyWriter {
	/**
	 * @param requestId as body and headers are to name it
	 * @param arrived milliseconds since 1970
	 */
	constructor(
		private readonly path: string,
		public requestId: string,
		private readonly arrived: number,
	) {}

	/** The headers that come with a status. */
	headers(status: number): OutgoingHttpHeaders {
		const { requestId, arrived, path } = this;
		const started = Date.now();
		return replyHeaders({ status, shape: errorShape(path), requestId, arrived, started });
	}

	/** A reply of an endpoint, ready to be sent. */
	reply({ status, body, note }: Omit<ServiceReply, 'billed'>): RawReply {
		const remark: OutgoingHttpHeaders = note ? { 'x-standin-note': note } : {};
		return { status, headers: { ...this.headers(status), ...remark }, body: JSON.stringify(body) };
	}

	/** An error in the shape of the path. */
	refusal(error: ErrorFacts): ServiceReply {
		const { path, requestId, arrived } = this;
		const reply = refusalReply(error, { shape: errorShape(path), requestId, arrived });
		return { ...reply, note: error.note, billed: false };
	}
}
