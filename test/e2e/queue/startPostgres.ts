/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never published */
import { chmodSync, chownSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../processes/freePort';
import type { OwnProcesses } from '../processes/ownProcesses';
import { runCommand } from '../processes/runCommand';
import { waitUntil } from '../processes/waitUntil';
import type { Places } from '../setup/places';

/** A running PostgreSQL of this run. */
export interface Postgres {
	port: number;
	user: string;
	database: string;
	/** Runs a query and gives its rows as texts. */
	query(sql: string): Promise<string[][]>;
}

const USER = 'n8n';
const DATABASE = 'postgres';
const START_SECONDS = 30;

/** The data is thrown away after the run: nothing waits for the disk. */
const SETTINGS = ['unix_socket_directories=', 'fsync=off', 'synchronous_commit=off'].flatMap(
	(setting) => ['-c', setting],
);

/** Starts a PostgreSQL on loopback with a fresh data folder. `programs` is the folder of `initdb`. */
export async function startPostgres(
	{ run }: Places,
	programs: string,
	processes: OwnProcesses,
): Promise<Postgres> {
	const data = join(run, 'postgres');
	mkdirSync(data, { mode: 0o700 });
	const user = await unprivilegedUser();
	if (user) {
		chmodSync(run, 0o711);
		chownSync(data, user.uid, user.gid);
	}
	const port = await freePort();
	const initialize = ['--pgdata', data, '--username', USER, '--auth', 'trust', '--no-sync'];
	const environment = { PATH: '/usr/bin:/bin', LC_ALL: 'C.UTF-8' };
	const own = { user, environment, folder: data };
	await runCommand(join(programs, 'initdb'), [...initialize, '--encoding', 'UTF8'], own);
	processes.start({
		name: 'postgres',
		command: join(programs, 'postgres'),
		args: ['-D', data, '-p', `${port}`, '-h', '127.0.0.1', ...SETTINGS],
		...own,
	});
	const query = async (sql: string) => {
		const server = ['--host', '127.0.0.1', '--port', `${port}`, '--username', USER, DATABASE];
		const form = ['--no-psqlrc', '--tuples-only', '--no-align', '--field-separator', '\t'];
		const text = await runCommand(join(programs, 'psql'), [...server, ...form, '-c', sql], own);
		return text
			.split('\n')
			.filter((line) => line !== '')
			.map((line) => line.split('\t'));
	};
	await waitUntil('PostgreSQL', START_SECONDS, async () => await succeeds(query('select 1')));
	return { port, user: USER, database: DATABASE, query };
}

/** PostgreSQL refuses to run as root; its Debian package brings a user for it. */
async function unprivilegedUser(): Promise<{ uid: number; gid: number } | undefined> {
	if (process.getuid?.() !== 0) return undefined;
	const uid = Number(await runCommand('id', ['-u', 'postgres']));
	const gid = Number(await runCommand('id', ['-g', 'postgres']));
	return { uid, gid };
}

async function succeeds(action: Promise<unknown>): Promise<boolean> {
	return await action.then(
		() => true,
		() => false,
	);
}
