/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import type { ClientConnection } from '../clientConnection';
import type { FaultName } from '../faults';
import { endWatch, watchReply } from '../unreadReplies';
import type { KeyDesk } from './keyDesk';
import type { AskedRequest, RequestRecord } from './requestLog';
import type { Totals } from './totals';

/** Where a request is written down. */
export interface VisitBooks {
	/** Those of all keys. */
	all: Totals;
	/** That of its key, `null` without a test key. */
	desk: KeyDesk | null;
	asked: AskedRequest;
	/** Who asked. */
	client: ClientConnection;
}

/** One request as it is written down, in its record and in the totals, from its arrival on. */
export class Visit {
	private hasReply = false;
	private charge: 'none' | 'billed' | 'destroyed' | 'lost' = 'none';
	private isCut = false;
	private readonly totals: Totals[];
	private readonly socket: Socket;
	private readonly record?: RequestRecord;

	constructor(
		response: ServerResponse,
		private readonly books: VisitBooks,
	) {
		const { all, desk, asked, client } = books;
		this.totals = desk ? [all, desk.totals] : [all];
		this.record = desk?.log.open(asked);
		this.socket = response.req.socket;
		endWatch(this.socket);
		this.count((totals) => totals.begin());
		response.once('close', () => this.close(!client.isGone));
	}

	/** Writes down what becomes known of the request. */
	note(facts: Partial<RequestRecord>): void {
		if (this.record) Object.assign(this.record, facts);
	}

	/** Writes down its body, where the log keeps bodies. */
	noteBody(makeBody: () => unknown): void {
		if (this.record) this.books.desk?.log.keepBody(this.record, makeBody);
	}

	/** A fault is going to strike it. */
	strike(fault: FaultName): void {
		this.note({ fault });
		this.count((totals) => totals.addFault(fault));
	}

	/** It is above the limit. */
	limit(): void {
		this.count((totals) => totals.add('limited'));
	}

	/** The service charges for it. */
	bill(): void {
		this.charge = 'billed';
		this.note({ billed: true });
		this.count((totals) => totals.add('billed'));
	}

	/** The client is kept from its answer. */
	destroyAnswer(): void {
		this.charge = 'destroyed';
		this.note({ destroyed: true });
		this.count((totals) => totals.add('destroyed'));
	}

	/** The server is about to close its connection. */
	cut(): void {
		this.isCut = true;
	}

	/** The reply begins. */
	reply(status: number): void {
		this.hasReply = true;
		this.note({ status });
		this.count((totals) => totals.addStatus(status));
	}

	private close(isSent: boolean): void {
		this.count((totals) => totals.end());
		if (!this.hasReply) this.count((totals) => totals.add('unanswered'));
		if (isSent) {
			if (this.charge === 'billed') watchReply(this.socket, () => this.loseAnswer());
			return;
		}
		if (!this.isCut) this.note({ aborted: true });
		this.loseAnswer();
	}

	private loseAnswer(): void {
		if (this.charge !== 'billed') return;
		this.charge = 'lost';
		this.count((totals) => totals.add('lost'));
	}

	private count(change: (totals: Totals) => void): void {
		this.totals.forEach(change);
	}
}
