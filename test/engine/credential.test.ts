import type { PackageDirectoryLoader } from 'n8n-core';
import { ExecuteContext, LoadOptionsContext, RoutingNode } from 'n8n-core';
import { NodeHelpers, Workflow, createRunExecutionData } from 'n8n-workflow';
import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	INodeType,
	INodeTypes,
	ITaskDataConnections,
} from 'n8n-workflow';
import { SERVICE_BASE_URL_EXPRESSION, serviceBaseUrl } from '../../nodes/QwenOcr/dashscope/regions';
import type { ServiceCredential } from '../../nodes/QwenOcr/dashscope/regions';
import {
	createAdditionalData,
	createNode,
	createNodeTypes,
	loadPackage,
	runNode,
	useBinaryMode,
} from './harness';
import { pictureInMemory } from './pictures';
import { StandinAccount } from './standin';

let loader: PackageDirectoryLoader;
let account: StandinAccount;

beforeAll(async () => {
	loader = await loadPackage();
	await useBinaryMode('default');
});

beforeEach(() => {
	account = new StandinAccount();
});

describe('the test request of the credential, sent as the Test button sends it', () => {
	it('passes with a good key', async () => {
		await pressTestButton(account.credential);
		expect(await account.requests()).toMatchObject([
			{ method: 'GET', path: '/compatible-mode/v1/models', status: 200 },
		]);
	});

	it('is refused with 401 for a wrong key, which the credential explains', async () => {
		const wrong = 'sk-test-wrong-key';
		await expect(pressTestButton({ ...account.credential, apiKey: wrong })).rejects.toMatchObject({
			httpCode: '401',
		});
		expect(testRequest().rules).toMatchObject([
			{ type: 'responseCode', properties: { value: 401 } },
		]);
	});

	test.each([
		{ region: 'cn-beijing' },
		{ region: 'ap-southeast-1', workspaceId: '' },
		{ region: 'us-east-1', workspaceId: ' ws-12 ' },
		{ region: 'custom', baseUrl: 'http://127.0.0.1:8787/ ' },
	] as const)('goes to the same address as the node: %j', (fields) => {
		const credential: ServiceCredential = { apiKey: account.key, ...fields };
		expect(evaluateWithCredential(SERVICE_BASE_URL_EXPRESSION, credential)).toBe(
			serviceBaseUrl(credential),
		);
	});
});

it('each item is signed with its own key, where the fields of the credential are expressions', async () => {
	const other = new StandinAccount();
	const keys = [account.key, other.key, other.key];
	const run = await runNode(loader, {
		credential: { ...account.credential, apiKey: '={{ $json.key }}' },
		items: keys.map((key) => ({ json: { key }, binary: { data: pictureInMemory('ticket-zh') } })),
		parameters: { resource: 'document', operation: 'recognizeText' },
	});
	expect(run.data.resultData.error).toBeUndefined();
	expect(await account.requests()).toHaveLength(1);
	expect(await other.requests()).toHaveLength(2);
});

describe('the model list', () => {
	it('completes the built-in names by the Qwen-OCR models of the account', async () => {
		await account.reply({
			body: { data: [{ id: 'qwen-vl-ocr' }, { id: 'qwen-plus' }, { id: 'qwen4-ocr-preview' }] },
		});
		const names = await searchModels(account.credential);
		expect(names).toEqual(
			expect.arrayContaining([
				'qwen-vl-ocr',
				'qwen3.5-ocr',
				'qwen-vl-ocr-2024-10-28',
				'qwen4-ocr-preview',
			]),
		);
		expect(names).not.toContain('qwen-plus');
		expect(new Set(names).size).toBe(names.length);
	});

	it('is searched by what the user types', async () => {
		expect(await searchModels(account.credential, '3.5')).toEqual(['qwen3.5-ocr']);
	});

	it('is the built-in one for a key that may not list models', async () => {
		await account.reply({ status: 403, body: { code: 'AccessDenied', message: 'Access denied.' } });
		expect(await searchModels(account.credential)).toHaveLength(7);
	});
});

function testRequest(): ICredentialTestRequest {
	const { test } = loader.getCredential('dashScopeApi').type;
	if (!test) throw new Error('The credential has no test request');
	return test;
}

/** n8n's server runs the test request as the routing of a node that only exists for it. */
async function pressTestButton(credential: ICredentialDataDecryptedObject): Promise<void> {
	const type: INodeType = {
		description: {
			displayName: 'Test',
			name: 'test',
			group: ['transform'],
			version: 1,
			description: '',
			defaults: {},
			inputs: ['main'],
			outputs: ['main'],
			credentials: [{ name: 'dashScopeApi', required: true }],
			properties: [
				{
					displayName: 'Test',
					name: 'test',
					type: 'string',
					default: '',
					routing: { request: testRequest().request },
				},
			],
		},
	};
	const nodeTypes: INodeTypes = {
		getByName: () => type,
		getByNameAndVersion: () => NodeHelpers.getVersionedNodeType(type),
		getKnownTypes: () => ({}),
	};
	const node = createNode({ parameters: {} });
	const workflow = new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes });
	const input: ITaskDataConnections = { main: [[{ json: {} }]] };
	const context = new ExecuteContext(
		workflow,
		node,
		createAdditionalData(loader, credential),
		'internal',
		createRunExecutionData({}),
		0,
		input.main[0] ?? [],
		input,
		{ node, data: input, source: null },
		[],
	);
	const decrypted = { id: '1', name: 'DashScope', type: 'dashScopeApi', data: credential };
	await new RoutingNode(context, type, decrypted).runNode();
}

function evaluateWithCredential(expression: string, credential: ServiceCredential): unknown {
	const { node, workflow } = createLoneNode();
	return workflow.expression.getSimpleParameterValue(node, expression, 'internal', {
		$credentials: { ...credential },
	});
}

async function searchModels(
	credential: ICredentialDataDecryptedObject,
	filter?: string,
): Promise<unknown[]> {
	const { node, workflow } = createLoneNode();
	const context = new LoadOptionsContext(
		workflow,
		node,
		createAdditionalData(loader, credential),
		'',
	);
	const { type } = loader.getNode('qwenOcr');
	const search = 'methods' in type ? type.methods?.listSearch?.searchModels : undefined;
	if (!search) throw new Error('The node has no model search');
	const { results } = await search.call(context, filter);
	return results.map(({ value }) => value);
}

function createLoneNode() {
	const node = createNode({ parameters: {} });
	const nodeTypes = createNodeTypes(loader);
	return {
		node,
		workflow: new Workflow({ nodes: [node], connections: {}, active: false, nodeTypes }),
	};
}
