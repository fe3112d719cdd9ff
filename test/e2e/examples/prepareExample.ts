import type {
	IConnections,
	IDataObject,
	INode,
	INodeCredentials,
	INodeParameters,
} from 'n8n-workflow';
import type { Example } from './example';
import { findTrigger, pinnedInput } from './example';

/** What an example needs to run here. */
export interface Setting {
	/** The ID to import it under, and the address of its webhook. */
	id: string;
	/** By the types of the nodes that need them. */
	credentials: Readonly<Record<string, INodeCredentials>>;
}

/** The type of a trigger that shows a form. */
export const FORM_TRIGGER = 'n8n-nodes-base.formTrigger';

const FORM_PAGE = 'n8n-nodes-base.form';
const MANUAL = 'n8n-nodes-base.manualTrigger';

/** The example as it is, with the credential set: to be tried by clicking. */
export function prepareForClicking(example: Example, setting: Setting): IDataObject {
	const { nodes, connections, pinData = {} } = example;
	return { ...finish(example, setting, nodes, connections), pinData } as IDataObject;
}

/** For `n8n execute`, which knows no pins: nodes that give the pinned items take their places. */
export function prepareForCommand(example: Example, setting: Setting): IDataObject {
	const trigger = findTrigger(example);
	const code = `return ${JSON.stringify(pinnedInput(example))};`;
	const given = replace(trigger, 'n8n-nodes-base.code', 2, { jsCode: code });
	const begin = { ...replace(trigger, MANUAL, 1, {}), id: 'begin', name: 'Begin' };
	const nodes = withoutPins(example).map((node) => {
		if (node.name === trigger.name) return given;
		// A page of a form has nobody to see it.
		return node.type === FORM_PAGE ? replace(node, 'n8n-nodes-base.noOp', 1, {}) : node;
	});
	return finish(example, setting, [begin, ...nodes], leadTo(trigger, 'Begin', example));
}

/**
 * For production: forms stay as they are; any other trigger gives way to a webhook, whose upload
 * continues as the first pinned item.
 */
export function prepareForUpload(example: Example, setting: Setting): IDataObject {
	const trigger = findTrigger(example);
	const nodes = withoutPins(example);
	if (trigger.type === FORM_TRIGGER) {
		const form = { ...trigger, webhookId: setting.id };
		return finish(example, setting, withNode(nodes, form), example.connections);
	}
	const webhook = {
		...replace(trigger, 'n8n-nodes-base.webhook', 2, {
			httpMethod: 'POST',
			path: setting.id,
			responseMode: 'lastNode',
		}),
		id: 'upload',
		name: 'Upload',
		webhookId: setting.id,
	};
	const [{ json }] = pinnedInput(example);
	const given = giveJson(trigger, json);
	return finish(
		example,
		setting,
		[webhook, ...withNode(nodes, given)],
		leadTo(trigger, 'Upload', example),
	);
}

/** Nodes after the trigger that have pins give them, item by item. */
function withoutPins({ nodes, pinData = {} }: Example): INode[] {
	return nodes.map((node) => {
		const [first] = pinData[node.name] ?? [];
		return first ? giveJson(node, first.json) : node;
	});
}

function giveJson(node: INode, json: IDataObject): INode {
	return replace(node, 'n8n-nodes-base.set', 3.4, {
		mode: 'raw',
		jsonOutput: JSON.stringify(json),
		includeOtherFields: true,
		options: { stripBinary: false },
	});
}

function replace(
	{ id, name, position }: INode,
	type: string,
	typeVersion: number,
	parameters: INodeParameters,
): INode {
	return { id, name, position, type, typeVersion, parameters };
}

function withNode(nodes: readonly INode[], replacement: INode): INode[] {
	return nodes.map((node) => (node.name === replacement.name ? replacement : node));
}

function leadTo({ name }: INode, from: string, { connections }: Example): IConnections {
	return { ...connections, [from]: { main: [[{ node: name, type: 'main', index: 0 }]] } };
}

function finish(
	{ name }: Example,
	{ id, credentials }: Setting,
	nodes: readonly INode[],
	connections: IConnections,
): IDataObject {
	const signed = nodes.map((node) => {
		const own = credentials[node.type];
		return own ? { ...node, credentials: own } : node;
	});
	const settings = { executionOrder: 'v1' };
	return { id, name, nodes: signed, connections, settings } as IDataObject;
}
