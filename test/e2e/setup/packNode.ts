/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { runCommand } from '../processes/runCommand';
import type { Places } from './places';

/** What the build reads of the checkout. */
const SOURCES = [
	'nodes',
	'credentials',
	'icons',
	'package.json',
	'tsconfig.json',
	'gulpfile.js',
	'README.md',
	'LICENSE.md',
];

/**
 * Builds the node in a copy of the checkout, whose own `dist` stays as it is, packs it as npm would
 * publish it, and gives the tarball's path.
 * @param commit the commit to build, instead of the files as they are
 */
export async function packNode({ repository, run }: Places, commit?: string): Promise<string> {
	const folder = join(run, 'source');
	mkdirSync(folder);
	if (commit === undefined) await copySources(repository, folder);
	else await checkOut(repository, commit, folder);
	symlinkSync(join(repository, 'node_modules'), join(folder, 'node_modules'));
	await runCommand('npx', ['gulp'], { folder });
	const packed = await runCommand('npm', ['pack', '--json', '--ignore-scripts'], { folder });
	return join(folder, readFileName(packed));
}

async function copySources(repository: string, folder: string): Promise<void> {
	const list = await runCommand(
		'git',
		['ls-files', '-z', '--cached', '--others', '--exclude-standard', '--deduplicate', ...SOURCES],
		{ folder: repository },
	);
	for (const file of list.split('\0').filter((name) => name !== '')) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		cpSync(join(repository, file), join(folder, file));
	}
}

async function checkOut(repository: string, commit: string, folder: string): Promise<void> {
	const archive = join(folder, 'source.tar');
	await runCommand('git', ['archive', '--output', archive, commit, ...SOURCES], {
		folder: repository,
	});
	await runCommand('tar', ['-xf', archive], { folder });
}

/** npm gives a list or, in newer versions, an object with one entry a package. */
function readFileName(packed: string): string {
	const [{ filename }] = Object.values(JSON.parse(packed) as Record<string, { filename: string }>);
	return filename;
}
