/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { join } from 'node:path';
import { startStandin } from '../engine/standinProcess';
import { runBrowserPart } from './browser/browserPart';
import type { Command } from './commandLine';
import { checkCredential } from './credential/checkCredential';
import { importExamples, runExamplesPart } from './examples/examplesPart';
import type { N8n } from './n8n/n8nServer';
import { startN8n } from './n8n/n8nServer';
import type { StoredCredential } from './n8n/session';
import { Session } from './n8n/session';
import type { OwnProcesses } from './processes/ownProcesses';
import type { Progress } from './progress';
import { runQueuePart } from './queue/queuePart';
import type { DebianPrograms } from './setup/debianPackages';
import { findDebianPrograms } from './setup/debianPackages';
import { installNode } from './setup/installNode';
import type { Server } from './setup/installServer';
import { installServer } from './setup/installServer';
import { packNode } from './setup/packNode';
import type { Places } from './setup/places';
import { runToolPart } from './tool/toolPart';

/** What every part of a run needs. */
export interface Run {
	command: Command;
	places: Places;
	progress: Progress;
	processes: OwnProcesses;
}

/** What is installed before anything runs. */
interface Installed {
	programs: DebianPrograms;
	server: Server;
	/** The packed node. */
	tarball: string;
}

/** Sets up the server, then goes through the parts that the command line asks for. */
export async function runAll(run: Run): Promise<void> {
	const { parts } = run.command;
	const installed = await install(run);
	if (parts.some((part) => part !== 'queue')) await runOnOneServer(run, installed);
	if (parts.includes('queue')) await runInQueueMode(run, installed);
}

async function install({ command, places, progress }: Run): Promise<Installed> {
	const { report } = progress;
	const programs = await progress.step(
		'Programs of Debian',
		async () => await findDebianPrograms(report),
	);
	const server = await progress.step('n8n server', async () => await installServer(places, report));
	const tarball = await progress.step(
		'Build and pack the node',
		async () => command.tarball ?? (await packNode(places, command.commit)),
	);
	return { programs, server, tarball };
}

async function runOnOneServer(run: Run, { programs, server, tarball }: Installed): Promise<void> {
	const { command, places, progress, processes } = run;
	const standinUrl = await startStandin('--answers', 'ocr');
	const { n8n, session, credential } = await progress.step(
		'n8n with the packed node, and its credential',
		async () => {
			const userFolder = join(places.run, 'n8n');
			await installNode(server, tarball, userFolder);
			const started = await startN8n(server, processes, userFolder);
			return await signIn(started, standinUrl);
		},
	);
	const runner = { server, n8n, session };
	const examples = await progress.step(
		'Import the example workflows',
		async () => await importExamples(runner, places, credential),
	);
	if (command.parts.includes('browser')) {
		const { chromium } = programs;
		const input = { chromium, session, credential, standinUrl, server, examples };
		await runBrowserPart(run, input);
	}
	if (command.parts.includes('tool')) {
		await progress.tryStep('AI agent with the node as its tool', async () => {
			await runToolPart(session, credential, progress.report);
		});
	}
	if (command.parts.includes('examples')) {
		await runExamplesPart(runner, examples, progress);
	}
	await n8n.process.stop();
}

async function signIn(
	n8n: N8n,
	standinUrl: string,
): Promise<{ n8n: N8n; session: Session; credential: StoredCredential }> {
	const session = await Session.setUp(n8n);
	return { n8n, session, credential: await checkCredential(session, standinUrl) };
}

async function runInQueueMode(run: Run, installed: Installed): Promise<void> {
	const { places, progress } = run;
	const userFolder = join(places.run, 'n8n-queue');
	await installNode(installed.server, installed.tarball, userFolder);
	const outcomes = await runQueuePart({ ...run, ...installed, userFolder }, progress);
	for (const outcome of outcomes) progress.report(JSON.stringify(outcome));
	progress.report(`logs of the queue part: ${join(places.run, 'logs')}`);
}
