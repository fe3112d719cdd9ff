/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../processes/runCommand';
import type { Server } from './installServer';

/**
 * Installs a packed node where n8n keeps community packages, as the README says for a tarball.
 * @param userFolder the folder that n8n gets as `N8N_USER_FOLDER`
 */
export async function installNode(
	{ environment }: Server,
	tarball: string,
	userFolder: string,
): Promise<void> {
	const folder = join(userFolder, '.n8n/nodes');
	mkdirSync(folder, { recursive: true });
	writeFileSync(
		join(folder, 'package.json'),
		JSON.stringify({ name: 'installed-nodes', private: true, dependencies: {} }),
	);
	// The peer n8n-workflow is the server's own; a second copy would have error classes of its own.
	await runCommand(
		'npm',
		['install', '--legacy-peer-deps', '--no-audit', '--no-fund', '--ignore-scripts', tarball],
		{ folder, environment },
	);
}
