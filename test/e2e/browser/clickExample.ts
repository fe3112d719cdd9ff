/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { equal } from 'node:assert/strict';
import { compareRows } from '../examples/compareRows';
import { findTrigger } from '../examples/example';
import type { Example } from '../examples/example';
import { expectationFor } from '../examples/expectations';
import type { ImportedExample } from '../examples/examplesPart';
import { FORM_TRIGGER } from '../examples/prepareExample';
import { NODE_TYPE } from '../n8n/nodeTypes';
import { settle } from '../progress';
import type { Server } from '../setup/installServer';
import type { Ending } from './editor';
import { OutputPanel } from './outputPanel';
import type { Stage } from './stage';

const FIRST_ATTEMPT_SECONDS = 45;

/** Tries an example as its first note says: opens it, presses Execute workflow, and looks. */
export async function clickExample(
	stage: Stage,
	server: Server,
	{ example, clicking }: ImportedExample,
): Promise<void> {
	const { session, editor, album } = stage;
	const { nodes, ofAll } = expectationFor(example.key);
	const ending = await execute(stage, example, clicking);
	equal(ending.title, 'Workflow executed successfully');
	await editor.closeMessages();
	await editor.fit();
	await album.take(`example-${example.key}`, editor.page);
	const runData = (await session.lastRunData(clicking, server)) ?? {};
	for (const node of nodes) await compareRows(session, server, runData, node, ofAll);
	await lookAtBranches(stage, example);
}

/**
 * n8n shows the last page of a form in a window of its own. On a busy machine that window now and
 * then does not come up, and the execution waits for it: it is then begun once more.
 */
async function execute(
	{ editor, report }: Stage,
	example: Example,
	workflowId: string,
): Promise<Ending> {
	await editor.open(workflowId);
	if (findTrigger(example).type !== FORM_TRIGGER) return await editor.execute();
	const first = await settle(editor.execute(FIRST_ATTEMPT_SECONDS));
	if (!('error' in first)) return first.value;
	report('  the window of the form did not come up; the example is begun once more');
	await editor.open(workflowId);
	return await editor.execute();
}

async function lookAtBranches({ editor, album }: Stage, { key, nodes }: Example): Promise<void> {
	const { name = '', parameters = {} } = nodes.find(({ type }) => type === NODE_TYPE) ?? {};
	// rows have a review only where they are in doubt
	const hasReview = parameters.outputMode !== 'perRow';
	await editor.openNode(name);
	const output = new OutputPanel(editor.page);
	await output.ready();
	const branches = await output.branches();
	for (const index of branches.length > 0 ? branches.keys() : [0]) {
		if (branches.length > 0 && !/\(\d/.test(branches[index])) continue;
		if (branches.length > 0) await output.openBranch(index);
		for (const view of ['table', 'json'] as const) {
			await output.show(view);
			if (view === 'json' && hasReview) await output.scrollTo('"review"');
			await album.take(`example-${key}-output-${index + 1}-${view}`, editor.page);
		}
	}
}
