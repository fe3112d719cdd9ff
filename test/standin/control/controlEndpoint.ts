import { FaultSchedule } from './faultSchedule';
import { readFaultPlan } from './faultPlan';
import type { KeyDesk, KeyDesks } from './keyDesk';
import { readLimits } from './limits';
import { readScriptedReplies } from './scriptedReplies';
import { readStorageRules, USUAL_RULES } from './storageRules';

/** Where tests look at a key's requests and prepare its replies. */
export const CONTROL_PREFIX = '/standin/';

/** A test's own request. */
export interface ControlRequest {
	method: string;
	path: string;
	query: URLSearchParams;
	body: string;
}

/** A reply to a test's own question; without the service's headers. */
export interface ControlReply {
	status: number;
	body: object;
}

/**
 * Serves the control paths for one key: GET and DELETE /standin/requests and /standin/totals
 * (`?all=1` for all keys); GET, PUT and DELETE /standin/replies, /standin/storage, /standin/faults
 * and /standin/limits.
 */
export function control(request: ControlRequest, desk: KeyDesk, desks: KeyDesks): ControlReply {
	const name = request.path.slice(CONTROL_PREFIX.length);
	const panel = Object.hasOwn(PANELS, name) ? PANELS[name] : {};
	const command = panel[request.method];
	if (!command) {
		const message = `The stand-in has no control ${request.method} ${name}`;
		return { status: 404, body: { message } };
	}
	try {
		return { status: 200, body: command({ ...request, desk, desks }) };
	} catch (error) {
		return { status: 400, body: { message: error instanceof Error ? error.message : 'no JSON' } };
	}
}

interface Task extends ControlRequest {
	desk: KeyDesk;
	desks: KeyDesks;
}

/** By method: what to do, and what to show then. */
type Panel = Record<string, (task: Task) => object>;

const PANELS: Record<string, Panel> = {
	requests: {
		GET: ({ desk }) => desk.log.records,
		DELETE: ({ desk }) => {
			desk.log.clear();
			return [];
		},
	},
	totals: {
		GET: (task) => totalsOf(task).counts,
		DELETE: (task) => {
			totalsOf(task).clear();
			return totalsOf(task).counts;
		},
	},
	replies: {
		GET: ({ desk }) => desk.replies,
		PUT: ({ desk, body }) => (desk.replies = readScriptedReplies(body)),
		DELETE: ({ desk }) => (desk.replies = []),
	},
	storage: {
		GET: ({ desk }) => desk.storage,
		PUT: ({ desk, body }) => (desk.storage = readStorageRules(body)),
		DELETE: ({ desk }) => (desk.storage = USUAL_RULES),
	},
	faults: {
		GET: ({ desk }) => desk.faults.plan,
		PUT: ({ desk, body }) => (desk.faults = new FaultSchedule(readFaultPlan(body))).plan,
		DELETE: ({ desk, desks }) => (desk.faults = new FaultSchedule(desks.defaults.faults)).plan,
	},
	limits: {
		GET: ({ desk }) => desk.limits,
		PUT: ({ desk, body }) => (desk.limits = readLimits(body)),
		DELETE: ({ desk, desks }) => (desk.limits = desks.defaults.limits ?? {}),
	},
};

function totalsOf({ query, desk, desks }: Task) {
	return query.get('all') === '1' ? desks.totals : desk.totals;
}
