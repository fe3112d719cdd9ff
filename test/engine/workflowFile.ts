/* eslint-disable @n8n/community-nodes/no-restricted-imports -- reads the example workflows */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { WorkflowExecute } from 'n8n-core';
import type { PackageDirectoryLoader } from 'n8n-core';
import { Workflow, createRunExecutionData, deepCopy } from 'n8n-workflow';
import type {
	IBinaryData,
	IConnections,
	ICredentialDataDecryptedObject,
	INode,
	INodeExecutionData,
	IPinData,
	IRun,
	IWorkflowSettings,
} from 'n8n-workflow';
import { ROOT, createAdditionalData } from './harness';
import type { WorkflowNodes } from './workflowNodes';

/** A workflow as n8n exports it. */
export interface WorkflowFile {
	name: string;
	nodes: INode[];
	connections: IConnections;
	pinData: IPinData;
	settings: IWorkflowSettings;
}

/** What a workflow runs with. */
export interface Surroundings {
	own: PackageDirectoryLoader;
	nodes: WorkflowNodes;
	credential: ICredentialDataDecryptedObject;
}

const FOLDER = join(ROOT, 'examples');

/** The names of the example workflows, without extension. */
export const EXAMPLES = readdirSync(FOLDER)
	.filter((file) => file.endsWith('.json'))
	.map((file) => file.replace(/\.json$/, ''));

/** Where the file of an example stands. */
export function pathOf(name: string): string {
	return join(FOLDER, `${name}.json`);
}

/** Reads one example workflow. */
export function readWorkflow(name: string): WorkflowFile {
	return JSON.parse(readFileSync(pathOf(name), 'utf8')) as WorkflowFile;
}

/** Gives the files that are pinned in a workflow. */
export function pinnedPictures({ pinData }: WorkflowFile): IBinaryData[] {
	return Object.values(pinData).flatMap((items) =>
		items.flatMap(({ binary }) => Object.values(binary ?? {})),
	);
}

/** Runs a workflow from its trigger, whose data is pinned, as the button Execute Workflow does. */
export async function runWorkflow(
	file: WorkflowFile,
	{ own, nodes, credential }: Surroundings,
): Promise<IRun> {
	const { name, connections, pinData, settings } = deepCopy(file);
	const workflow = new Workflow({
		id: 'workflow',
		name,
		active: false,
		nodes: deepCopy(file.nodes),
		connections,
		nodeTypes: nodes.types,
		settings,
	});
	const startNode = workflow.getNode(triggerOf(file).name);
	if (!startNode) throw new Error(`${name} has no trigger`);
	const additionalData = createAdditionalData(own, credential);
	const execution = new WorkflowExecute(additionalData, 'manual', createRunExecutionData({}));
	return await execution.run({ workflow, startNode, pinData });
}

/** Gives the node that nothing leads to, apart from notes. */
export function triggerOf({ name, nodes, connections }: WorkflowFile): INode {
	const ends = Object.values(connections).flatMap(({ main }) => main.flat());
	const followers = new Set(ends.map((end) => end?.node));
	const first = nodes.find((node) => !isNote(node) && !followers.has(node.name));
	if (first) return first;
	throw new Error(`${name} has no trigger`);
}

/** Tells the sticky notes from the nodes that run. */
export function isNote({ type }: INode): boolean {
	return type === 'n8n-nodes-base.stickyNote';
}

/** Gives the items that left a node by one of its outputs, in all its runs. */
export function itemsFrom(run: IRun, node: string, output = 0): INodeExecutionData[] {
	const runs = run.data.resultData.runData[node] ?? [];
	return runs.flatMap(({ data }) => data?.main[output] ?? []);
}

/** Adds a node that reads the sheet which another node has written, and gives its name. */
export function readBack(file: WorkflowFile, writer: string): string {
	const name = `Read Back ${writer}`;
	const operation = file.nodes.find((node) => node.name === writer)?.parameters.operation;
	file.nodes.push({
		id: name,
		name,
		type: 'n8n-nodes-base.extractFromFile',
		typeVersion: 1,
		position: [0, 0],
		parameters: { operation, binaryPropertyName: 'data', options: {} },
	});
	file.connections[writer] = { main: [[{ node: name, type: 'main', index: 0 }]] };
	return name;
}
