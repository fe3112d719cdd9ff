/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { join } from 'node:path';
import { startStandin } from '../engine/standinProcess';
import { runBrowserPart } from './browser/browserPart';
import type { Command } from './commandLine';
import { checkCredential } from './credential/checkCredential';
import type { ImportedExample } from './examples/examplesPart';
import { importExamples, runExamplesPart } from './examples/examplesPart';
import type { N8n } from './n8n/n8nServer';
import { startN8n } from './n8n/n8nServer';
import type { StoredCredential } from './n8n/session';
import { Session } from './n8n/session';
import type { OwnProcesses } from './processes/ownProcesses';
import type { Progress, Settled } from './progress';
import { settle, valueOf } from './progress';
import { runQueuePart } from './queue/queuePart';
import type { QueueServer } from './queue/queueServer';
import { startQueueServer } from './queue/queueServer';
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

/** An n8n that does everything in one process. */
interface Single {
	n8n: N8n;
	session: Session;
	credential: StoredCredential;
	standinUrl: string;
	examples: readonly ImportedExample[];
}

/** Sets up the server, then goes through the parts that the command line asks for. */
export async function runAll(run: Run): Promise<void> {
	const { parts } = run.command;
	const installed = await install(run);
	const single = parts.some((part) => part !== 'queue')
		? await startSingle(run, installed)
		: undefined;
	if (single && parts.includes('browser')) await runBrowserPart(run, { ...installed, ...single });
	// The parts that follow leave most of the machine idle.
	const queue = parts.includes('queue') ? settle(startQueue(run, installed)) : undefined;
	if (single) await runOtherParts(run, installed, single);
	if (queue) await runInQueueMode(run, queue);
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

/** Starts an n8n that does everything in one process, with the node, its credential and the examples. */
async function startSingle(
	{ places, progress, processes }: Run,
	{ server, tarball }: Installed,
): Promise<Single> {
	const standinUrl = await startStandin('--answers', 'ocr');
	const started = await progress.step('n8n with the packed node, and its credential', async () => {
		const userFolder = join(places.run, 'n8n');
		await installNode(server, tarball, userFolder);
		const n8n = await startN8n(server, processes, userFolder);
		const session = await Session.setUp(n8n);
		return { n8n, session, credential: await checkCredential(session, standinUrl) };
	});
	const examples = await progress.step(
		'Import the example workflows',
		async () => await importExamples({ server, ...started }, places, started.credential),
	);
	return { ...started, standinUrl, examples };
}

/** The parts without a browser. Ends n8n. */
async function runOtherParts(
	{ command, progress }: Run,
	{ server }: Installed,
	{ n8n, session, credential, examples }: Single,
): Promise<void> {
	if (command.parts.includes('tool')) {
		await progress.tryStep('AI agent with the node as its tool', async () => {
			await runToolPart(session, credential, progress.report);
		});
	}
	if (command.parts.includes('examples')) {
		await runExamplesPart({ server, n8n, session }, examples, progress);
	}
	await n8n.process.stop();
}

async function startQueue(run: Run, installed: Installed): Promise<QueueServer> {
	const userFolder = join(run.places.run, 'n8n-queue');
	await installNode(installed.server, installed.tarball, userFolder);
	return await startQueueServer({ ...run, ...installed, userFolder });
}

async function runInQueueMode(
	{ places, progress }: Run,
	starting: Promise<Settled<QueueServer>>,
): Promise<void> {
	const queue = await progress.step(
		'Queue: PostgreSQL, Redis, the main process and two workers, begun above',
		async () => valueOf(await starting),
	);
	const outcomes = await runQueuePart(queue, progress);
	for (const outcome of outcomes) progress.report(JSON.stringify(outcome));
	progress.report(`logs of the queue part: ${join(places.run, 'logs')}`);
}
