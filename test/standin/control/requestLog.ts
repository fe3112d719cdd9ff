/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import { createHash } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';

/** A request as tests see it afterwards. */
export interface RequestRecord {
	method: string;
	/** Path with its query. */
	path: string;
	/** Names in lower case, the authorization left out. */
	headers: IncomingHttpHeaders;
	/** JSON with data URLs shortened to their hash, the text if it is no JSON, `null` without any. */
	body: unknown;
	/** `null` while there is no reply. */
	status: number | null;
	requestId: string;
	/** Whether the service would charge for it. */
	billed: boolean;
	/** Whether the client went away before the reply was sent. */
	aborted: boolean;
}

/** More are not kept: the oldest go. */
const MOST_RECORDS = 300;

/** The last requests under one key, oldest first. */
export class RequestLog {
	private list: RequestRecord[] = [];

	get records(): readonly RequestRecord[] {
		return this.list;
	}

	/** Writes a request down as it begins and gives its record to be completed. */
	open(
		request: Pick<RequestRecord, 'method' | 'path' | 'requestId'>,
		allHeaders: IncomingHttpHeaders,
	): RequestRecord {
		const headers = { ...allHeaders };
		delete headers.authorization;
		const outcome = { status: null, billed: false, aborted: false };
		const record = { ...request, headers, body: null, ...outcome };
		this.list = [...this.list, record].slice(-MOST_RECORDS);
		return record;
	}

	clear(): void {
		this.list = [];
	}
}

/** A request body for the log: parsed when it is JSON, pictures in it replaced by their hash. */
export function recordedBody(text: string): unknown {
	if (text === '') return null;
	try {
		return JSON.parse(text, (_name, value: unknown) =>
			typeof value === 'string' ? shortenDataUrl(value) : value,
		) as unknown;
	} catch {
		return shortenDataUrl(text);
	}
}

function shortenDataUrl(text: string): string {
	return text.replace(/data:([^;,"\s]*);base64,([^"\s]*)/g, (_all, mediaType, payload) => {
		const bytes = Buffer.from(String(payload), 'base64');
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		return `data:${mediaType};base64,<sha256:${sha256}>`;
	});
}
