import type { IRunData } from 'n8n-workflow';
import type { N8n } from '../n8n/n8nServer';
import { runCli } from '../n8n/runCli';
import type { Session } from '../n8n/session';
import { waitUntil } from '../processes/waitUntil';
import type { Server } from '../setup/installServer';
import { compareRows } from './compareRows';
import type { Example } from './example';
import { expectationFor } from './expectations';
import { uploadFirst } from './uploadFirst';

/** What runs an imported example. */
export interface Runner {
	server: Server;
	n8n: N8n;
	session: Session;
}

const UPLOAD_SECONDS = 60;

/** Runs an example by `n8n execute` on all its samples. */
export async function runByCommand(
	{ server, n8n, session }: Runner,
	example: Example,
	id: string,
): Promise<void> {
	const { nodes, ofAll } = expectationFor(example.key);
	const printed = await runCli(server, n8n, ['execute', `--id=${id}`, '--rawOutput']);
	const { data } = JSON.parse(printed.slice(printed.indexOf('\n{\n'))) as {
		data: { resultData: { runData: IRunData } };
	};
	for (const node of nodes) {
		await compareRows(session, server, data.resultData.runData, node, ofAll);
	}
}

/** Publishes an example and uploads its first sample to it. */
export async function runByUpload(
	{ server, session }: Runner,
	example: Example,
	id: string,
): Promise<void> {
	const { nodes, ofFirst } = expectationFor(example.key);
	await session.publish(id);
	await uploadFirst(session.url, example, id);
	const runData = await waitUntil(
		`${nodes.join(' and ')} of ${example.name}`,
		UPLOAD_SECONDS,
		async () => {
			const found = await session.lastRunData(id, server);
			return found && nodes.every((node) => found[node]) ? found : undefined;
		},
	);
	for (const node of nodes) await compareRows(session, server, runData, node, ofFirst);
}
