/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { deepEqual, ok } from 'node:assert/strict';
import type { INodeTypeDescription } from 'n8n-workflow';
import { operationsOf } from '../n8n/nodeTypes';
import { makeNode, makeWorkflow } from '../n8n/workflow';
import type { Stage } from './stage';

/** What a person may search for. */
const SEARCHES = ['qwen', 'ocr', 'invoice'];

/** How many entries of the nodes panel a person sees without scrolling. */
const IN_SIGHT = 5;

/** Finds the node in the nodes panel, looks at its actions, and adds it by one of them. */
export async function findNode(
	{ session, editor, album }: Stage,
	node: INodeTypeDescription,
): Promise<void> {
	const start = makeNode('Start', 'n8n-nodes-base.manualTrigger', [0, 0]);
	await editor.open(await session.createWorkflow(makeWorkflow('Search', [start], [])));
	const { page } = editor;
	await editor.node('Start').getByTestId('canvas-handle-plus').click();
	const names = page.getByTestId('node-creator-item-name');
	for (const words of SEARCHES) {
		await page.getByTestId('node-creator-search-bar').fill(words);
		await names.getByText(node.displayName, { exact: true }).first().waitFor();
		const place = (await names.allInnerTexts()).indexOf(node.displayName);
		ok(place >= 0 && place < IN_SIGHT, `"${words}" finds the node at place ${place + 1}`);
		await album.take(`search-${words}`, page.getByTestId('node-creator'));
	}
	await names.getByText(node.displayName, { exact: true }).first().click();
	const actions = operationsOf(node).map(({ action }) => String(action));
	// The list that was searched slides away.
	await names.getByText(node.displayName, { exact: true }).first().waitFor({ state: 'hidden' });
	await names.getByText(actions[0], { exact: true }).waitFor();
	deepEqual(await names.allInnerTexts(), actions);
	await album.take('actions', page.getByTestId('node-creator'));
	await names.getByText(actions[0], { exact: true }).click();
	await page.getByTestId('ndv').waitFor();
	await editor.closeNode();
	await editor.node(actions[0]).waitFor();
}
