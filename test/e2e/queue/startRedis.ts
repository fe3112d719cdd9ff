/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { once } from 'node:events';
import { connect } from 'node:net';
import { freePort } from '../processes/freePort';
import type { OwnProcesses } from '../processes/ownProcesses';
import { waitUntil } from '../processes/waitUntil';
import type { Places } from '../setup/places';

const START_SECONDS = 30;

/** Starts a Redis on a free port of loopback that keeps nothing on disk, and gives its port. */
export async function startRedis(
	{ run }: Places,
	program: string,
	processes: OwnProcesses,
): Promise<number> {
	const port = await freePort();
	const settings = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir: run };
	processes.start({
		name: 'redis',
		command: program,
		args: Object.entries(settings).flatMap(([name, value]) => [`--${name}`, `${value}`]),
		folder: run,
	});
	await waitUntil('Redis', START_SECONDS, async () => await accepts(port));
	return port;
}

async function accepts(port: number): Promise<boolean> {
	const socket = connect(port, '127.0.0.1');
	const connected = once(socket, 'connect').then(
		() => true,
		() => false,
	);
	const result = await connected;
	socket.destroy();
	return result;
}
