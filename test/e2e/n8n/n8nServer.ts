/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { mkdirSync } from 'node:fs';
import { basename } from 'node:path';
import { freePort } from '../processes/freePort';
import type { OwnProcess, OwnProcesses } from '../processes/ownProcesses';
import { lastLines } from '../processes/ownProcesses';
import { answers, waitUntil } from '../processes/waitUntil';
import type { Server } from '../setup/installServer';

/** A running n8n. */
export interface N8n {
	/** Without a slash at the end. */
	url: string;
	process: OwnProcess;
	environment: Record<string, string>;
}

const START_SECONDS = 180;

/**
 * Starts n8n on a free port of loopback with a user folder of its own, whose name its log gets, and
 * waits until it is ready.
 */
export async function startN8n(
	server: Server,
	processes: OwnProcesses,
	userFolder: string,
	more: Record<string, string> = {},
): Promise<N8n> {
	mkdirSync(userFolder, { recursive: true });
	const port = await freePort();
	const environment = {
		...(await n8nEnvironment(server, userFolder)),
		N8N_PORT: `${port}`,
		...more,
	};
	const name = basename(userFolder);
	const process = startCommand(server, processes, name, ['start'], environment);
	const url = `http://127.0.0.1:${port}`;
	await waitUntil('n8n to be ready', START_SECONDS, async () => {
		if (!process.running()) throw new Error(`n8n ended at its start:\n${lastLines(process)}`);
		return await answers(`${url}/healthz/readiness`);
	});
	return { url, process, environment };
}

/** Starts one of n8n's commands, such as `worker`, without waiting for anything. */
export function startCommand(
	{ node, script, folder }: Server,
	processes: OwnProcesses,
	name: string,
	args: readonly string[],
	environment: Record<string, string>,
): OwnProcess {
	return processes.start({ name, command: node, args: [script, ...args], environment, folder });
}

/** The variables that keep an n8n to this machine and to its own folder. */
export async function n8nEnvironment(
	server: Server,
	userFolder: string,
): Promise<Record<string, string>> {
	return {
		...server.environment,
		NODE_ENV: 'production',
		N8N_USER_FOLDER: userFolder,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_ENCRYPTION_KEY: 'end-to-end',
		N8N_COMMUNITY_PACKAGES_ENABLED: 'true',
		N8N_RUNNERS_BROKER_PORT: `${await freePort()}`,
		N8N_SECURE_COOKIE: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
	};
}
