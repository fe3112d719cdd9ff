/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/**
 * Runs a file of this folder in a process of its own, sends it a task and gives what it tells.
 * @throws when it ends without a report
 */
export async function runInProcess<Report>(file: string, task: object): Promise<Report> {
	const child = fork(join(__dirname, file), [], {
		execArgv: ['--import', 'tsx'],
		serialization: 'advanced',
	});
	child.send(task);
	const ended = once(child, 'exit');
	const lost = ended.then(([code]): never => {
		throw new Error(`${file} ended with ${code} before its report`);
	});
	const told = once(child, 'message').then(([report]) => report as Report);
	const report = await Promise.race([told, lost]);
	await ended;
	return report;
}
