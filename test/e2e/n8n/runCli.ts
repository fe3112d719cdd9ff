/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { freePort } from '../processes/freePort';
import { runCommand } from '../processes/runCommand';
import type { Server } from '../setup/installServer';
import type { N8n } from './n8nServer';

/** Runs a command of n8n's own command line on the data of a running n8n; gives what it prints. */
export async function runCli(
	{ node, script, folder }: Server,
	n8n: N8n,
	args: readonly string[],
): Promise<string> {
	const environment = {
		...n8n.environment,
		N8N_RUNNERS_BROKER_PORT: `${await freePort()}`,
	};
	const outputFile = join(n8n.environment.N8N_USER_FOLDER, `cli-${randomUUID()}.txt`);
	return await runCommand(node, [script, ...args], { folder, environment, outputFile });
}
