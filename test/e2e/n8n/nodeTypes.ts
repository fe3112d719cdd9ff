import { NodeHelpers } from 'n8n-workflow';
import type {
	INodeParameters,
	INodeProperties,
	INodePropertyOptions,
	INodeTypeDescription,
} from 'n8n-workflow';
import type { Session } from './session';

/** What n8n itself read from the installed package. */
export interface NodeTypes {
	node: INodeTypeDescription;
	/** The variant that n8n made of it for its AI agents. */
	tool: INodeTypeDescription;
}

/** The type name of the node in workflows. */
export const NODE_TYPE = 'n8n-nodes-qwen-ocr.qwenOcr';

/** Reads the node's descriptions from a running n8n. Throws when the node was not loaded. */
export async function readNodeTypes(session: Session): Promise<NodeTypes> {
	const types = await session.call<INodeTypeDescription[]>('GET', '/types/nodes.json');
	return { node: findType(types, NODE_TYPE), tool: findType(types, `${NODE_TYPE}Tool`) };
}

/** What n8n adds to the operations of every node whose credential an HTTP Request may use. */
const CUSTOM_API_CALL = '__CUSTOM_API_CALL__';

/** All that the Operation dropdown lists. */
export function listedOperations(node: INodeTypeDescription): INodePropertyOptions[] {
	return choicesOf(node.properties.find(({ name }) => name === 'operation'));
}

/** The node's own operations, in the order of the dropdown. */
export function operationsOf(node: INodeTypeDescription): INodePropertyOptions[] {
	return listedOperations(node).filter(({ value }) => value !== CUSTOM_API_CALL);
}

/** What an options field offers, in its order. */
export function choicesOf(property: INodeProperties | undefined): INodePropertyOptions[] {
	return (property?.options ?? []).filter(
		(option): option is INodePropertyOptions => 'value' in option,
	);
}

/** The members of a collection field, in their order. */
export function membersOf(property: INodeProperties | undefined): INodeProperties[] {
	return (property?.options ?? []).filter((option): option is INodeProperties => 'type' in option);
}

/** The fields that the editor must show for these parameters, by the description alone. */
export function shownProperties(
	node: INodeTypeDescription,
	chosen: INodeParameters,
): INodeProperties[] {
	const values = withDefaults(node, chosen);
	return node.properties.filter((property) => isShown(node, values, property));
}

/** The members of a collection that the editor must offer for these parameters. */
export function shownMembers(
	node: INodeTypeDescription,
	chosen: INodeParameters,
	collection: string,
): INodeProperties[] {
	const values = withDefaults(node, chosen);
	const property = shownProperties(node, chosen).find(({ name }) => name === collection);
	return membersOf(property).filter((member) =>
		NodeHelpers.displayParameter({}, member, { typeVersion: 1 }, node, values),
	);
}

function isShown(
	node: INodeTypeDescription,
	values: INodeParameters,
	property: INodeProperties,
): boolean {
	if (property.type === 'hidden') return false;
	return NodeHelpers.displayParameter(values, property, { typeVersion: 1 }, node);
}

function withDefaults(node: INodeTypeDescription, chosen: INodeParameters): INodeParameters {
	const version = { typeVersion: 1 };
	return NodeHelpers.getNodeParameters(node.properties, chosen, true, false, version, node) ?? {};
}

function findType(types: readonly INodeTypeDescription[], name: string): INodeTypeDescription {
	const type = types.find((known) => known.name === name);
	if (!type) throw new Error(`n8n did not load ${name}`);
	return type;
}
