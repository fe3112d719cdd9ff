import type { KeyDesk } from './keyDesk';
import { readScriptedReplies } from './scriptedReplies';
import { readStorageRules, USUAL_RULES } from './storageRules';

/** Where tests look at a key's requests and prepare its replies. */
export const CONTROL_PREFIX = '/standin/';

/** A reply to a test's own question; without the service's headers. */
export interface ControlReply {
	status: number;
	body: object;
}

/**
 * Serves the control paths for one key: GET and DELETE /standin/requests; GET, PUT and DELETE
 * /standin/replies and /standin/storage.
 */
export function control(method: string, path: string, body: string, desk: KeyDesk): ControlReply {
	const command = `${method} ${path.slice(CONTROL_PREFIX.length)}`;
	switch (command) {
		case 'GET requests':
			return { status: 200, body: desk.log.records };
		case 'DELETE requests':
			desk.log.clear();
			return { status: 200, body: [] };
		case 'GET replies':
			return { status: 200, body: desk.replies };
		case 'PUT replies':
			return change(() => (desk.replies = readScriptedReplies(body)));
		case 'DELETE replies':
			return change(() => (desk.replies = []));
		case 'GET storage':
			return { status: 200, body: desk.storage };
		case 'PUT storage':
			return change(() => (desk.storage = readStorageRules(body)));
		case 'DELETE storage':
			return change(() => (desk.storage = USUAL_RULES));
		default:
			return { status: 404, body: { message: `The stand-in has no control ${command}` } };
	}
}

function change(read: () => object): ControlReply {
	try {
		return { status: 200, body: read() };
	} catch (error) {
		return { status: 400, body: { message: error instanceof Error ? error.message : 'no list' } };
	}
}
