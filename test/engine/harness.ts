/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never published */
import './environment';
import 'reflect-metadata';
import { join } from 'node:path';
import { Container } from '@n8n/di';
import {
	BinaryDataConfig,
	BinaryDataService,
	ExecutionLifecycleHooks,
	PackageDirectoryLoader,
	WorkflowExecute,
} from 'n8n-core';
import { NodeHelpers, Workflow, createRunExecutionData } from 'n8n-workflow';
import type {
	IBinaryData,
	ICredentialDataDecryptedObject,
	IDataObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	INodeType,
	INodeTypes,
	IRun,
	IWorkflowExecuteAdditionalData,
	IWorkflowSettings,
	OnError,
} from 'n8n-workflow';
import { StoredCredentials } from './credentials';

export const ROOT = join(__dirname, '../..');

const NODE_NAME = 'Qwen OCR';

/** Where n8n keeps files: in the items, or on disk with a reference in the item. */
export type BinaryMode = 'default' | 'filesystem';

export interface NodeRun {
	parameters: INodeParameters;
	items: INodeExecutionData[];
	credential: ICredentialDataDecryptedObject;
	onError?: OnError;
	settings?: IWorkflowSettings;
	/** Presses Stop when this resolves. */
	cancelWhen?: Promise<unknown>;
}

/** Loads the built package as n8n does: nodes, credentials, icons, codex. */
export async function loadPackage(folder = ROOT): Promise<PackageDirectoryLoader> {
	const loader = new PackageDirectoryLoader(folder);
	await loader.loadAll();
	return loader;
}

/** Makes n8n keep files in this way from now on. */
export async function useBinaryMode(mode: BinaryMode): Promise<void> {
	const config = Container.get(BinaryDataConfig);
	config.mode = mode;
	const errorReporter = { error: () => {} };
	const service: BinaryDataService = Reflect.construct(BinaryDataService, [
		config,
		errorReporter,
		errorReporter,
	]);
	if (mode === 'filesystem') await service.init();
	else Reflect.set(service, 'mode', 'default');
	Container.set(BinaryDataService, service);
}

/** Stores a file in the binary mode that is on, and gives what an item holds of it. */
export async function storeFile(
	bytes: Buffer,
	fileName: string,
	mimeType: string,
): Promise<IBinaryData> {
	const location = { type: 'execution', workflowId: 'workflow', executionId: 'execution' } as const;
	const description = { data: '', mimeType, fileName };
	return await Container.get(BinaryDataService).store(location, bytes, description);
}

/** Runs one Qwen OCR node behind a trigger that hands it the items, under n8n's WorkflowExecute. */
export async function runNode(loader: PackageDirectoryLoader, run: NodeRun): Promise<IRun> {
	const { workflow, trigger } = createWorkflow(loader, run);
	const additionalData = createAdditionalData(loader, run.credential);
	const execution = new WorkflowExecute(additionalData, 'manual', createRunExecutionData({}));
	const running = execution.run({
		workflow,
		startNode: trigger,
		pinData: { [trigger.name]: run.items },
	});
	void run.cancelWhen?.then(() => running.cancel());
	return await running;
}

/** Gives the items that left the node by one of its outputs. */
export function outputOf(run: IRun, output = 0): INodeExecutionData[] {
	return run.data.resultData.runData[NODE_NAME]?.[0]?.data?.main?.[output] ?? [];
}

/** Gives what n8n hands to every execution; the addresses are required, though never called. */
export function createAdditionalData(
	loader: PackageDirectoryLoader,
	credential: ICredentialDataDecryptedObject,
): IWorkflowExecuteAdditionalData {
	const address = 'http://localhost';
	const now = new Date();
	const hooks = new ExecutionLifecycleHooks('manual', 'execution', {
		id: 'workflow',
		name: 'Test',
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: now,
		updatedAt: now,
		nodes: [],
		connections: {},
	});
	const data: Partial<IWorkflowExecuteAdditionalData> = {
		credentialsHelper: new StoredCredentials(loader, { dashScopeApi: credential }),
		executionId: 'execution',
		hooks,
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: address,
		instanceBaseUrl: address,
		formWaitingBaseUrl: address,
		webhookBaseUrl: address,
		webhookWaitingBaseUrl: address,
		webhookTestBaseUrl: address,
	};
	return data as IWorkflowExecuteAdditionalData;
}

/** Gives the node as a workflow stores it. */
export function createNode(run: Pick<NodeRun, 'parameters' | 'onError'>): INode {
	return {
		id: 'node',
		name: NODE_NAME,
		type: 'n8n-nodes-qwen-ocr.qwenOcr',
		typeVersion: 1,
		position: [200, 0],
		credentials: { dashScopeApi: { id: '1', name: 'DashScope' } },
		parameters: run.parameters,
		...(run.onError && { onError: run.onError }),
	};
}

/** The node types of the package, and a trigger whose items a test pins. */
export function createNodeTypes(loader: PackageDirectoryLoader): INodeTypes {
	const find = (type: string) =>
		type === TRIGGER_TYPE ? trigger : loader.getNode(type.split('.').pop() ?? '').type;
	return {
		getByName: find,
		getByNameAndVersion: (type, version) => NodeHelpers.getVersionedNodeType(find(type), version),
		getKnownTypes: (): IDataObject => ({}),
	};
}

function createWorkflow(loader: PackageDirectoryLoader, run: NodeRun) {
	const triggerNode: INode = {
		id: 'trigger',
		name: 'Start',
		type: TRIGGER_TYPE,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
	};
	const workflow = new Workflow({
		id: 'workflow',
		name: 'Test',
		active: false,
		nodes: [triggerNode, createNode(run)],
		connections: { Start: { main: [[{ node: NODE_NAME, type: 'main', index: 0 }]] } },
		nodeTypes: createNodeTypes(loader),
		settings: { executionOrder: 'v1', ...run.settings },
	});
	return { workflow, trigger: triggerNode };
}

const TRIGGER_TYPE = 'test.start';

const trigger: INodeType = {
	description: {
		displayName: 'Start',
		name: 'start',
		group: ['trigger'],
		version: 1,
		description: 'Hands pinned items on',
		defaults: {},
		inputs: [],
		outputs: ['main'],
		properties: [],
	},
	execute: async () => null,
};
