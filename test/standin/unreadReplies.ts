/* eslint-disable @n8n/community-nodes/no-restricted-imports -- the stand-in runs on Node, not in n8n */
import type { Socket } from 'node:net';

/** By connection: whom to tell, `null` while no reply is watched. */
const watchers = new WeakMap<Socket, (() => void) | null>();

/**
 * Calls back when a reply that was sent whole turns out never to have been read, as by a client
 * whose time was up just then. Its system tells so: it answers with a reset when bytes come for a
 * connection that was closed, and when a connection is closed with bytes unread in it.
 */
export function watchReply(socket: Socket, onUnread: () => void): void {
	if (!watchers.has(socket)) install(socket);
	watchers.set(socket, onUnread);
}

/** Ends the watch: a client that sends its next request has read the last reply. */
export function endWatch(socket: Socket): void {
	if (watchers.has(socket)) watchers.set(socket, null);
}

function install(socket: Socket): void {
	socket.on('error', () => watchers.get(socket)?.());
	// The end hides a reset behind it, until one writes; Node's own listener closes for writing.
	socket.prependListener('end', () => {
		if (!watchers.get(socket) || !socket.writable) return;
		socket.write('\r\n', (error) => {
			if (error) watchers.get(socket)?.();
			else endWatch(socket);
		});
	});
}
