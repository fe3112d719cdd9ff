/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never published */
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, openSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** How a program is started. */
export interface Program {
	/** Names its log file. */
	name: string;
	command: string;
	args: readonly string[];
	environment?: Record<string, string>;
	folder?: string;
	/** A user without rights to run it as, when this run is root: PostgreSQL refuses root. */
	user?: { uid: number; gid: number };
}

/** A program that this run started. */
export interface OwnProcess {
	name: string;
	logFile: string;
	/** Whether it still runs. */
	running(): boolean;
	/** Ends it and all that it started: asks, and after ten seconds kills. */
	stop(): Promise<void>;
	/** Ends it and all that it started at once, as a crash of the machine would. */
	kill(): Promise<void>;
	/** The same without waiting for the end. */
	killNow(): void;
}

const PATIENCE_MS = 10_000;

/** The programs that a run starts and, in the end, stops. Touches no others. */
export class OwnProcesses {
	private readonly started: OwnProcess[] = [];
	private stopping = false;

	constructor(private readonly logs: string) {
		mkdirSync(logs, { recursive: true });
		// Whatever ends this run, it leaves nothing running.
		process.once('exit', () => this.started.forEach(({ killNow }) => killNow()));
	}

	/**
	 * Starts a program in a process group of its own; its output goes to a log file.
	 * @throws once all are being stopped
	 */
	start({ name, command, args, environment, folder, user }: Program): OwnProcess {
		if (this.stopping) throw new Error(`The run ends: ${name} is not started`);
		const logFile = join(this.logs, `${name}.log`);
		const log = openSync(logFile, 'a');
		const child = spawn(command, args, {
			cwd: folder,
			env: environment,
			detached: true,
			stdio: ['ignore', log, log],
			...user,
		});
		const started = ownProcess(name, logFile, child);
		this.started.push(started);
		return started;
	}

	/** Stops all that still runs, and starts nothing more. */
	async stopAll(): Promise<void> {
		this.stopping = true;
		await Promise.all(this.started.splice(0).map(async (started) => await started.stop()));
	}
}

/** The last lines of a program's log. */
export function lastLines({ logFile }: OwnProcess, count = 25): string {
	return readFileSync(logFile, 'utf8').trimEnd().split('\n').slice(-count).join('\n');
}

function ownProcess(name: string, logFile: string, child: ChildProcess): OwnProcess {
	const running = () =>
		child.pid !== undefined && child.exitCode === null && child.signalCode === null;
	const ended = once(child, 'exit');
	ended.catch(() => undefined);
	const end = async (signal: NodeJS.Signals) => {
		if (!running()) return;
		signalGroup(child, signal);
		await Promise.race([ended, wait(PATIENCE_MS, undefined, { ref: false })]);
	};
	return {
		name,
		logFile,
		running,
		kill: async () => await end('SIGKILL'),
		killNow: () => {
			if (running()) signalGroup(child, 'SIGKILL');
		},
		stop: async () => {
			await end('SIGTERM');
			await end('SIGKILL');
		},
	};
}

/** Signals the whole group, which bears the process id of its first member. */
function signalGroup({ pid }: ChildProcess, signal: NodeJS.Signals): void {
	if (pid === undefined) return;
	try {
		process.kill(-pid, signal);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ESRCH') reportFailure(error);
	}
}

function reportFailure(error: unknown): void {
	process.stderr.write(`A process could not be ended: ${String(error)}\n`);
}
