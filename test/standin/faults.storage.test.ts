import type { FaultName } from './faults';
import { createStandin, type Standin } from './server';
import { generationRequest, pngHeader, TestClient } from './testClient';
import { recorded, setFaults, totalsOf } from './testControls';
import { fileOf, getPolicy, policyPath, postForm, uploadFields } from './testUploads';

const FILE = fileOf(pngHeader(100, 100), 'scan.png', 'image/png');
const RESOLVE = { 'X-DashScope-OssResourceResolve': 'enable' };

let standin: Standin;
let client: TestClient;
let keys = 0;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo' });
});

beforeEach(() => {
	client = new TestClient(standin.url, `sk-test-storage-faults-${++keys}`);
});

afterAll(async () => await standin.close());

describe('the permission to upload', () => {
	test.each<[FaultName, number]>([
		['throttled_requests', 429],
		['server_error', 500],
		['unavailable', 503],
	])('%s is answered with %i', async (fault, status) => {
		await setFaults(client, { script: { 'policy 1': fault } });
		expect((await client.send('GET', policyPath('qwen-vl-ocr'))).status).toBe(status);
		expect((await getPolicy(client)).upload_dir).toMatch('dashscope-instant/');
	});

	test('broken_json breaks it, and nothing was billed', async () => {
		await setFaults(client, { script: { 'policy 1': 'broken_json' } });
		await expect(getPolicy(client)).rejects.toThrow('JSON');
		expect(await totalsOf(client)).toMatchObject({ billed: 0, destroyed: 0 });
	});

	test('reset_before tears the connection down', async () => {
		await setFaults(client, { script: { 'policy 1': 'reset_before' } });
		await expect(getPolicy(client)).rejects.toThrow('fetch failed');
	});
});

describe('the upload', () => {
	async function post(): Promise<Response> {
		const policy = await getPolicy(client);
		return await postForm(policy.upload_host, uploadFields(policy, FILE));
	}

	test.each<[FaultName, number, string]>([
		['policy_expired', 403, '<Message>Invalid according to Policy: Policy expired.</Message>'],
		['server_error', 500, '<Code>InternalError</Code>'],
		['unavailable', 503, '<Code>ServiceUnavailable</Code>'],
	])('%s is answered with %i in XML', async (fault, status, xml) => {
		await setFaults(client, { script: { 'upload 1': fault } });
		const reply = await post();
		expect(reply.status).toBe(status);
		expect(await reply.text()).toContain(xml);
		expect((await post()).status).toBe(200);
		expect((await recorded(client))[1]).toMatchObject({ status, fault, billed: false });
	});

	test.each<[FaultName, number]>([
		['reset_before', 200],
		['reset_after', 409],
	])('after %s the same form is answered with %i', async (fault, status) => {
		await setFaults(client, { script: { 'upload 1': fault } });
		const policy = await getPolicy(client);
		const fields = uploadFields(policy, FILE);
		await expect(postForm(policy.upload_host, fields)).rejects.toThrow('fetch failed');
		expect((await postForm(policy.upload_host, fields)).status).toBe(status);
		expect(await totalsOf(client)).toMatchObject({ requests: 3, billed: 0, destroyed: 0 });
	});
});

test('a stored picture can be out of reach', async () => {
	await setFaults(client, { script: { 'answer 1': 'picture_unreachable' } });
	const policy = await getPolicy(client);
	await postForm(policy.upload_host, uploadFields(policy, FILE));
	const request = generationRequest(`oss://${policy.upload_dir}/${FILE.name}`);
	const refused = await client.generate(request, RESOLVE);
	expect(refused.body.code).toBe('InvalidParameter.DataInspection');
	expect((await client.generate(request, RESOLVE)).status).toBe(200);
});
