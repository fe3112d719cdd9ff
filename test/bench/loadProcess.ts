/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** How a process is to run. */
export interface ProcessSettings {
	/** Variables beside those of this process. */
	environment?: Record<string, string>;
	/** Takes what the process writes, which otherwise goes where this process writes. */
	onOutput?: (text: string) => void;
}

/**
 * Runs a file of this folder in a process of its own, sends it a task and gives what it tells.
 * @throws when it ends without a report
 */
export async function runInProcess<Report>(
	file: string,
	task: object,
	{ environment, onOutput }: ProcessSettings = {},
): Promise<Report> {
	const child = fork(join(__dirname, file), [], {
		execArgv: ['--import', 'tsx'],
		serialization: 'advanced',
		env: { ...process.env, ...environment },
		silent: onOutput !== undefined,
	});
	if (onOutput) {
		child.stdout?.setEncoding('utf8').on('data', onOutput);
		child.stderr?.setEncoding('utf8').on('data', onOutput);
	}
	child.send(task);
	const ended = once(child, 'close');
	const lost = ended.then(([code]): never => {
		throw new Error(`${file} ended with ${code} before its report`);
	});
	const told = once(child, 'message').then(([report]) => report as Report);
	const report = await Promise.race([told, lost]);
	await ended;
	return report;
}

/** Makes this process, started by `runInProcess`, do the task that it is sent. */
export function answerTask<Task, Report>(work: (task: Task) => Promise<Report>): void {
	process.once('message', (task: Task) => {
		work(task)
			.then((report) => {
				process.send?.(report);
				process.disconnect();
			})
			.catch((error: Error) => {
				process.stderr.write(`${error.stack}\n`);
				process.exit(1);
			});
	});
}
