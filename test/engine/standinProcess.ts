/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never published */
import { fork } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const MAIN = join(__dirname, '../standin/main.ts');
const running: ChildProcess[] = [];

/**
 * Starts the DashScope stand-in in a process of its own on a free port and gives its URL.
 * @throws when it ends before it listens
 */
export async function startStandin(...options: string[]): Promise<string> {
	const child = fork(MAIN, ['--port', '0', ...options], {
		execArgv: ['--import', 'tsx'],
		stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
	});
	running.push(child);
	const started = once(child, 'message').then(([message]) => (message as { url: string }).url);
	const ended = once(child, 'exit').then(([code]) => {
		throw new Error(`The stand-in ended with ${code} before it listened`);
	});
	return await Promise.race([started, ended]);
}

/** Stops every stand-in that this process started. */
export async function stopStandin(): Promise<void> {
	await Promise.all(
		running.splice(0).map(async (child) => {
			if (child.exitCode !== null) return;
			const ended = once(child, 'exit');
			child.kill('SIGTERM');
			await ended;
		}),
	);
}
