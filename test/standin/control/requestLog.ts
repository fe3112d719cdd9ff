/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { IncomingHttpHeaders } from 'node:http';
import type { FaultName } from '../faults';

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
	/** The fault of the schedule that struck it. */
	fault?: FaultName;
	/** Whether it was billed and its answer was kept from the client. */
	destroyed?: boolean;
}

/** What is known of a request when it comes. */
export type AskedRequest = Pick<RequestRecord, 'method' | 'path' | 'requestId' | 'headers'>;

/** More are not kept: the oldest go. */
const MOST_RECORDS = 300;

/** The last requests under one key, oldest first. */
export class RequestLog {
	private list: RequestRecord[] = [];

	/** @param keepsBodies whether bodies are worth their memory */
	constructor(private readonly keepsBodies = true) {}

	get records(): readonly RequestRecord[] {
		return this.list;
	}

	/** Writes a request down as it begins and gives its record to be completed. */
	open(request: AskedRequest): RequestRecord {
		const headers = { ...request.headers };
		delete headers.authorization;
		const outcome = { status: null, billed: false, aborted: false };
		const record = { ...request, headers, body: null, ...outcome };
		this.list.push(record);
		if (this.list.length > MOST_RECORDS) this.list.shift();
		return record;
	}

	/** Adds a body to a record, unless bodies are not kept; then it is not made either. */
	keepBody(record: RequestRecord, makeBody: () => unknown): void {
		if (this.keepsBodies) record.body = makeBody();
	}

	clear(): void {
		this.list = [];
	}
}

/** A request body for the log: parsed when it is JSON, but only when somebody looks. */
export function loggedBody(text: string): unknown {
	return text === '' ? null : { toJSON: () => parse(text) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
