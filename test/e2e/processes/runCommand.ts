/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never published */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync, readFileSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';

/** Where and how a command runs. */
export interface CommandOptions {
	folder?: string;
	/** Takes what it prints, for programs that end before a pipe has taken all of it. */
	outputFile?: string;
	/** The whole environment; this run's own if not given. */
	environment?: Record<string, string>;
	user?: { uid: number; gid: number };
}

/**
 * Runs a command to its end and gives what it printed to standard output.
 * @throws with the last lines of its output when it fails
 */
export async function runCommand(
	command: string,
	args: readonly string[],
	{ folder, outputFile, environment, user }: CommandOptions = {},
): Promise<string> {
	const child = spawn(command, args, {
		cwd: folder,
		env: environment ?? process.env,
		stdio: ['ignore', outputFile ? openSync(outputFile, 'w') : 'pipe', 'pipe'],
		...user,
	});
	const outputs = Promise.all([
		child.stdout ? text(child.stdout) : '',
		text(child.stderr as Readable),
	]);
	const [code] = (await once(child, 'close')) as [number | null];
	const [piped, errors] = await outputs;
	const output = outputFile ? readFileSync(outputFile, 'utf8') : piped;
	if (code === 0) return output;
	const tail = `${output}\n${errors}`.trim().split('\n').slice(-30).join('\n');
	throw new Error(`${command} ${args.join(' ')} ended with ${code}:\n${tail}`);
}

/** The variables of this process, as a plain object to add to. */
export function ownEnvironment(): Record<string, string> {
	return Object.fromEntries(
		Object.entries(process.env).flatMap(([name, value]) =>
			value === undefined ? [] : [[name, value]],
		),
	);
}
