/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never published */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { stopStandin } from '../engine/standinProcess';
import type { Command } from './commandLine';
import { HELP, readCommandLine } from './commandLine';
import { OwnProcesses } from './processes/ownProcesses';
import { Progress } from './progress';
import { runAll } from './runAll';
import { makePlaces } from './setup/places';

async function main(): Promise<void> {
	const command = readCommandLine(process.argv.slice(2));
	if (command === 'help') {
		process.stdout.write(HELP);
		return;
	}
	await run(command);
}

async function run(command: Command): Promise<void> {
	const places = makePlaces(command.pictures);
	const progress = new Progress();
	const processes = new OwnProcesses(join(places.run, 'logs'));
	const cleanUp = async () => {
		await processes.stopAll();
		await stopStandin();
		if (!command.keep) rmSync(places.run, { recursive: true, force: true });
	};
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => {
			cleanUp().finally(() => process.exit(130));
		});
	}
	try {
		await runAll({ command, places, progress, processes });
	} finally {
		await cleanUp();
		if (command.keep) progress.report(`the run's folder stays: ${places.run}`);
	}
	finish(progress);
}

function finish(progress: Progress): void {
	const { failures } = progress;
	for (const { title, failure } of failures) {
		process.stdout.write(`\nFAILED: ${title}\n${failure}\n`);
	}
	progress.report(
		failures.length === 0 ? 'all passed' : `${failures.length} of the steps above failed`,
	);
	if (failures.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
	process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
	process.exitCode = 1;
});
