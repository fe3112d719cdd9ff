/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- looks for installed packages, never published */
import { dirname } from 'node:path';
import { LazyPackageDirectoryLoader } from 'n8n-core';
import type { PackageDirectoryLoader } from 'n8n-core';
import { NodeHelpers } from 'n8n-workflow';
import type { INodeType, INodeTypes, IVersionedNodeType } from 'n8n-workflow';
import { standInNodes } from './workflowStandInNodes';

/** The node types that a workflow may use. */
export interface WorkflowNodes {
	types: INodeTypes;
	/** Whether n8n-nodes-base is installed. */
	isInstalled: boolean;
	/** Whether a node type is the real one rather than a stand-in. */
	isReal(type: string): boolean;
}

const OWN = 'n8n-nodes-qwen-ocr';
const BASE = 'n8n-nodes-base';

type FindNode = (name: string) => INodeType | IVersionedNodeType | undefined;

/**
 * Gives the node of this package beside n8n's own nodes: those of n8n-nodes-base where it is
 * installed, here or in the folder that N8N_NODES_BASE names. Small stand-ins take the places of
 * nodes that are missing or cannot be loaded: Jest on Node 20 refuses those with ES modules.
 * @throws on `getByName` for a node that is nowhere
 */
export async function loadWorkflowNodes(own: PackageDirectoryLoader): Promise<WorkflowNodes> {
	const folder = findNodesBase();
	const findReal: FindNode = folder ? await findInPackage(folder) : () => undefined;
	const find = (type: string) => {
		const [packageName, name] = type.split('.');
		if (packageName === OWN) return own.getNode(name).type;
		const found = packageName === BASE ? (findReal(name) ?? standInNodes.get(name)) : undefined;
		if (found) return found;
		throw new Error(`There is no node ${type}, nor a stand-in for it`);
	};
	const types: INodeTypes = {
		getByName: find,
		getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(find(type), version),
		getKnownTypes: () => ({}),
	};
	const standIns = new Set<unknown>(standInNodes.values());
	return { types, isInstalled: folder !== undefined, isReal: (type) => !standIns.has(find(type)) };
}

function findNodesBase(): string | undefined {
	try {
		return dirname(require.resolve(`${BASE}/package.json`));
	} catch {
		return process.env.N8N_NODES_BASE;
	}
}

async function findInPackage(folder: string): Promise<FindNode> {
	const loader = new LazyPackageDirectoryLoader(folder);
	await loader.loadAll();
	const refused = new Set<string>();
	return (name) => {
		if (refused.has(name)) return undefined;
		try {
			return loader.getNode(name).type;
		} catch {
			refused.add(name);
			return undefined;
		}
	};
}
