import type { KeyDesk } from './keyDesk';
import { readScriptedReplies } from './scriptedReplies';

/** Where tests look at a key's requests and prepare its replies. */
export const CONTROL_PREFIX = '/standin/';

/** A reply to a test's own question; without the service's headers. */
export interface ControlReply {
	status: number;
	body: object;
}

/**
 * Serves the control paths for one key:
 * GET and DELETE /standin/requests, GET, PUT and DELETE /standin/replies.
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
			return prepareReplies(body, desk);
		case 'DELETE replies':
			desk.replies = [];
			return { status: 200, body: [] };
		default:
			return { status: 404, body: { message: `The stand-in has no control ${command}` } };
	}
}

function prepareReplies(body: string, desk: KeyDesk): ControlReply {
	try {
		desk.replies = readScriptedReplies(body);
		return { status: 200, body: desk.replies };
	} catch (error) {
		return { status: 400, body: { message: error instanceof Error ? error.message : 'no list' } };
	}
}
