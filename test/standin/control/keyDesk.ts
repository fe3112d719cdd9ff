import { accountOf } from '../storage/account';
import type { FaultPlan } from './faultPlan';
import { FaultSchedule } from './faultSchedule';
import type { Limits } from './limits';
import { RequestLog } from './requestLog';
import type { ScriptedReply } from './scriptedReplies';
import { SlidingWindow } from './slidingWindow';
import { USUAL_RULES, type StorageRules } from './storageRules';
import { Totals } from './totals';

/** What tests see and steer under one API key. */
export interface KeyDesk {
	/** How upload addresses name the key. */
	account: string;
	log: RequestLog;
	totals: Totals;
	/** Replies still to be given, first one next. */
	replies: ScriptedReply[];
	storage: StorageRules;
	faults: FaultSchedule;
	limits: Limits;
	/** What the limits count by. */
	recent: SlidingWindow;
}

/** What each key begins with. */
export interface DeskDefaults {
	faults?: FaultPlan;
	limits?: Limits;
	/** Whether the log has the bodies of the requests, default yes. */
	keepsBodies?: boolean;
}

/** Keys kept at a time; the longest unused one is forgotten first. */
const MOST_KEYS = 500;

/** One desk for each API key, so that tests that run side by side do not meet. */
export class KeyDesks {
	/** Over all keys, also those that are forgotten, and over requests without a test key. */
	readonly totals = new Totals();
	private readonly desks = new Map<string, KeyDesk>();

	/** @param defaults what each key begins with, and what its desk goes back to */
	constructor(readonly defaults: DeskDefaults = {}) {}

	/** The desk of a key, opened at its first use. */
	of(key: string): KeyDesk {
		const desk = this.desks.get(key) ?? this.open(key);
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

	private open(key: string): KeyDesk {
		const { faults, limits = {}, keepsBodies } = this.defaults;
		return {
			account: accountOf(key),
			log: new RequestLog(keepsBodies),
			totals: new Totals(),
			replies: [],
			storage: USUAL_RULES,
			faults: new FaultSchedule(faults),
			limits,
			recent: new SlidingWindow(),
		};
	}
}
