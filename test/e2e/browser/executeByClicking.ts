/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { deepEqual, equal } from 'node:assert/strict';
import type { IDataObject } from 'n8n-workflow';
import { readPicture } from '../../engine/pictures';
import { makeNode, makeOcrNode, makeWorkflow } from '../n8n/workflow';
import { OutputPanel } from './outputPanel';
import type { Stage } from './stage';

/** Where each of the three documents must go. */
const BRANCHES = ['Book', 'Ask a Person', 'Send Back'];

const SCHEMA = {
	invoiceNumber: '',
	invoiceDate: '{date}',
	dueDate: '{date}',
	subtotal: '{amount}',
	tax: 'VAT {amount}',
	total: 'Total Due {amount, required}',
	lineItems: [{ description: '', quantity: '{number}', amount: '{amount}' }],
};

/** An answer this short is cut off, which is a reason for review. */
const CUTTING_TOKENS = 40;

/** Executes a workflow with three documents, one for each branch, and looks at its output. */
export async function executeByClicking(stage: Stage): Promise<void> {
	const { session, editor, album } = stage;
	await editor.open(await session.createWorkflow(incomingDocuments(stage)));
	const ending = await editor.execute();
	equal(ending.title, 'Workflow executed successfully');
	await editor.closeMessages();
	for (const name of BRANCHES) {
		await editor.node(name).getByTestId('canvas-node-status-success').waitFor();
	}
	await editor.fit();
	await album.take('canvas', editor.page);
	await editor.openNode('Qwen OCR');
	await lookAtOutput(stage);
	await editor.closeNode();
}

async function lookAtOutput({ editor, album }: Stage): Promise<void> {
	const output = new OutputPanel(editor.page);
	await output.ready();
	deepEqual(await output.branches(), [
		'Read Branch (1 item)',
		'Needs Review Branch (1 item)',
		'Error Branch (1 item)',
	]);
	await output.show('table');
	await output.waitForText(/\bfields\b[^]*\breview\b/);
	await album.take('output-table', editor.page);
	await output.show('json');
	await output.waitForText(/"invoiceNumber":\s*"INV-2025-00417"/);
	await album.take('output-json', editor.page);
	await album.takeBeside('invoice', readPicture('invoice-en').bytes, output.area);
	await output.show('binary');
	await output.area.getByTestId('ndv-binary-data_0').waitFor();
	await album.take('output-binary', editor.page);
	await output.openBranch(1);
	await output.show('json');
	await output.waitForText(/"code":\s*"truncated"/);
	await album.take('output-review', editor.page);
	await output.openBranch(2);
	await output.show('json');
	await output.waitForText(/"code":\s*"unsupported_file"/);
	await album.take('output-error', editor.page);
}

function incomingDocuments({ documents, credential }: Stage): IDataObject {
	const parameters = {
		operation: 'extractFields',
		schemaSource: 'json',
		resultSchema: JSON.stringify(SCHEMA, null, 2),
		needsReview: true,
		options: {
			keepSource: 'binary',
			maxTokens: `={{ $itemIndex === 1 ? ${CUTTING_TOKENS} : 4096 }}`,
		},
	};
	const asFile = { response: { response: { responseFormat: 'file' } } };
	const nodes = [
		makeNode('Start', 'n8n-nodes-base.manualTrigger', [0, 0]),
		makeNode(
			'Get Document',
			'n8n-nodes-base.httpRequest',
			[220, 0],
			{ url: '={{ $json.url }}', options: asFile },
			{ typeVersion: 4.2 },
		),
		makeOcrNode([440, 0], parameters, credential, { onError: 'continueErrorOutput' }),
		...BRANCHES.map((name, index) =>
			makeNode(name, 'n8n-nodes-base.noOp', [860, (index - 1) * 180]),
		),
	];
	const files = ['invoice-en', 'receipt-en', 'letter.txt'];
	return makeWorkflow(
		'Incoming documents',
		nodes,
		[
			{ from: 'Start', to: 'Get Document' },
			{ from: 'Get Document', to: 'Qwen OCR' },
			...BRANCHES.map((to, output) => ({ from: 'Qwen OCR', output, to })),
		],
		{ Start: files.map((name) => ({ json: { url: `${documents.url}/${name}` } })) },
	);
}
