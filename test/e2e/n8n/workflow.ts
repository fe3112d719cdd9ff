import type { IDataObject, INode, INodeParameters, IPinData } from 'n8n-workflow';
import type { StoredCredential } from './session';
import { NODE_TYPE } from './nodeTypes';

/** A node of a workflow that is put together here. */
export type WorkflowNode = Omit<INode, 'id'>;

/** One connection: from a node's output to a node, or to its connector of another kind. */
export interface Connection {
	from: string;
	/** Number of the output, 0 if not given. */
	output?: number;
	to: string;
	/** `main` if not given. */
	kind?: string;
}

/** A node. */
export function makeNode(
	name: string,
	type: string,
	position: [number, number],
	parameters: INodeParameters = {},
	more: Partial<WorkflowNode> = {},
): WorkflowNode {
	return { name, type, typeVersion: 1, position, parameters, ...more };
}

/** The node under test with its credential. */
export function makeOcrNode(
	position: [number, number],
	parameters: INodeParameters,
	{ id, name }: StoredCredential,
	more: Partial<WorkflowNode> = {},
): WorkflowNode {
	const credentials = { dashScopeApi: { id, name } };
	return makeNode('Qwen OCR', NODE_TYPE, position, parameters, { credentials, ...more });
}

/** A workflow as n8n stores it. Nodes get their names as IDs. */
export function makeWorkflow(
	name: string,
	nodes: readonly WorkflowNode[],
	connections: readonly Connection[],
	pinData: IPinData = {},
): IDataObject {
	return {
		name,
		nodes: nodes.map((node) => ({ id: node.name, ...node })),
		connections: connectionTable(connections),
		settings: { executionOrder: 'v1' },
		pinData,
	} as IDataObject;
}

/** n8n's form: by source node and kind a list, by output, of lists of targets. */
function connectionTable(connections: readonly Connection[]): IDataObject {
	const table: Record<string, Record<string, IDataObject[][]>> = {};
	for (const { from, output = 0, to, kind = 'main' } of connections) {
		const outputs = ((table[from] ??= {})[kind] ??= []);
		while (outputs.length <= output) outputs.push([]);
		outputs[output].push({ node: to, type: kind, index: 0 });
	}
	return table as IDataObject;
}
