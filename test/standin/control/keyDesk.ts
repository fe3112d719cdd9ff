import { RequestLog } from './requestLog';
import type { ScriptedReply } from './scriptedReplies';

/** What tests see and steer under one API key. */
export interface KeyDesk {
	log: RequestLog;
	/** Replies still to be given, first one next. */
	replies: ScriptedReply[];
}

/** Keys kept at a time; the longest unused one is forgotten first. */
const MOST_KEYS = 500;

/** One desk for each API key, so that tests that run side by side do not meet. */
export class KeyDesks {
	private readonly desks = new Map<string, KeyDesk>();

	/** The desk of a key, opened at its first use. */
	of(key: string): KeyDesk {
		const desk = this.desks.get(key) ?? { log: new RequestLog(), replies: [] };
		this.desks.delete(key);
		this.desks.set(key, desk);
		const [oldest] = this.desks.keys();
		if (this.desks.size > MOST_KEYS) this.desks.delete(oldest);
		return desk;
	}
}
