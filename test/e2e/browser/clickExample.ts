/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { equal } from 'node:assert/strict';
import { compareRows } from '../examples/compareRows';
import type { Example } from '../examples/example';
import { expectationFor } from '../examples/expectations';
import type { ImportedExample } from '../examples/examplesPart';
import { NODE_TYPE } from '../n8n/nodeTypes';
import type { Server } from '../setup/installServer';
import { OutputPanel } from './outputPanel';
import type { Stage } from './stage';

/** Tries an example as its first note says: opens it, presses Execute workflow, and looks. */
export async function clickExample(
	stage: Stage,
	server: Server,
	{ example, clicking }: ImportedExample,
): Promise<void> {
	const { session, editor, album } = stage;
	const { node, ofAll } = expectationFor(example.key);
	await editor.open(clicking);
	const ending = await editor.execute();
	equal(ending.title, 'Workflow executed successfully');
	await editor.closeMessages();
	await editor.fit();
	await album.take(`example-${example.key}`, editor.page);
	const runData = (await session.lastRunData(clicking, server)) ?? {};
	await compareRows(session, server, runData, node, ofAll);
	await lookAtBranches(stage, example);
}

async function lookAtBranches({ editor, album }: Stage, { key, nodes }: Example): Promise<void> {
	const name = nodes.find(({ type }) => type === NODE_TYPE)?.name ?? '';
	await editor.openNode(name);
	const output = new OutputPanel(editor.page);
	await output.ready();
	const branches = await output.branches();
	for (const index of branches.length > 0 ? branches.keys() : [0]) {
		if (branches.length > 0 && !/\(\d/.test(branches[index])) continue;
		if (branches.length > 0) await output.openBranch(index);
		for (const view of ['table', 'json'] as const) {
			await output.show(view);
			if (view === 'json') await output.scrollTo('"review"');
			await album.take(`example-${key}-output-${index + 1}-${view}`, editor.page);
		}
	}
}
