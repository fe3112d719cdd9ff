import { accountOf } from '../storage/account';
import { RequestLog } from './requestLog';
import type { ScriptedReply } from './scriptedReplies';
import { USUAL_RULES, type StorageRules } from './storageRules';

/** What tests see and steer under one API key. */
export interface KeyDesk {
	/** How upload addresses name the key. */
	account: string;
	log: RequestLog;
	/** Replies still to be given, first one next. */
	replies: ScriptedReply[];
	storage: StorageRules;
}

/** Keys kept at a time; the longest unused one is forgotten first. */
const MOST_KEYS = 500;

/** One desk for each API key, so that tests that run side by side do not meet. */
export class KeyDesks {
	private readonly desks = new Map<string, KeyDesk>();

	/** The desk of a key, opened at its first use. */
	of(key: string): KeyDesk {
		const desk = this.desks.get(key) ?? openDesk(key);
		this.desks.delete(key);
		this.desks.set(key, desk);
		const [oldest] = this.desks.keys();
		if (this.desks.size > MOST_KEYS) this.desks.delete(oldest);
		return desk;
	}

	/** The desk of an account, for requests that carry no key; `null` when it is not open. */
	ofAccount(account: string | null): KeyDesk | null {
		return [...this.desks.values()].find((desk) => desk.account === account) ?? null;
	}
}

function openDesk(key: string): KeyDesk {
	return { account: accountOf(key), log: new RequestLog(), replies: [], storage: USUAL_RULES };
}
