/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never published */
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ownEnvironment, runCommand } from '../processes/runCommand';
import type { Report } from '../progress';

/** Programs from Debian's packages that a run uses. */
export interface DebianPrograms {
	chromium: string;
	redisServer: string;
	/** Folder with PostgreSQL's `initdb` and `postgres`. */
	postgres: string;
}

/** Without it, Chinese texts are boxes in the pictures. */
const CHINESE_FONT = '/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc';

const POSTGRES_VERSIONS = '/usr/lib/postgresql';

/** Finds the programs and installs with apt-get what is missing, which needs root. */
export async function findDebianPrograms(report: Report): Promise<DebianPrograms> {
	const missing = Object.entries({
		chromium: existsSync('/usr/bin/chromium'),
		'fonts-wqy-zenhei': existsSync(CHINESE_FONT),
		'redis-server': existsSync('/usr/bin/redis-server'),
		postgresql: findPostgres() !== undefined,
	}).flatMap(([name, isThere]) => (isThere ? [] : [name]));
	if (missing.length > 0) await install(missing, report);
	const postgres = findPostgres();
	if (postgres === undefined) throw new Error('PostgreSQL was not found after its installation');
	return { chromium: '/usr/bin/chromium', redisServer: '/usr/bin/redis-server', postgres };
}

async function install(packages: readonly string[], report: Report): Promise<void> {
	if (process.getuid?.() !== 0) {
		throw new Error(`Install these Debian packages first: ${packages.join(' ')}`);
	}
	report(`installs Debian's ${packages.join(', ')}`);
	// In run level 1 a package starts no service: this run starts programs of its own only.
	const environment = { ...ownEnvironment(), DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
	await runCommand('apt-get', ['update'], { environment });
	await runCommand('apt-get', ['install', '-y', '--no-install-recommends', ...packages], {
		environment,
	});
}

function findPostgres(): string | undefined {
	if (!existsSync(POSTGRES_VERSIONS)) return undefined;
	return readdirSync(POSTGRES_VERSIONS)
		.sort((one, other) => Number(other) - Number(one))
		.map((version) => join(POSTGRES_VERSIONS, version, 'bin'))
		.find((folder) => existsSync(join(folder, 'postgres')));
}
