/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the stand-in runs on Node, not in n8n */
import { HELP, readCommandLine } from './commandLine';
import { createStandin } from './server';

async function main(): Promise<void> {
	const command = readCommandLine(process.argv.slice(2));
	if (command === 'help') {
		process.stdout.write(HELP);
		return;
	}
	const standin = await createStandin(command);
	const kind = command.answers === 'echo' ? 'echo answers' : 'real OCR';
	process.stdout.write(`DashScope stand-in on ${standin.url} (${kind})\n`);
	process.send?.({ url: standin.url });
	const stop = once(async () => {
		await standin.close();
		if (process.connected) process.disconnect();
	});
	process.once('SIGTERM', stop);
	process.once('SIGINT', stop);
	// A parent that is gone needs no stand-in.
	process.once('disconnect', stop);
}

function once(action: () => Promise<void>): () => void {
	let begun = false;
	return () => {
		if (begun) return;
		begun = true;
		action().catch(fail);
	};
}

function fail(error: unknown): void {
	process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
	process.exitCode = 1;
}

main().catch(fail);
