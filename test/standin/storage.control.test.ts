import { createStandin, type Standin } from './server';
import { generationRequest, pngHeader, TestClient } from './testClient';
import { fileOf, getPolicy, policyPath, postForm, upload, uploadFields } from './testUploads';

const STORAGE = '/standin/storage';
const FILE = fileOf(pngHeader(100, 100), 'scan.png', 'image/png');
const RESOLVE = { 'X-DashScope-OssResourceResolve': 'enable' };

let standin: Standin;
let client: TestClient;
let keys = 0;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo' });
});

beforeEach(() => {
	client = new TestClient(standin.url, `sk-test-rules-${++keys}`);
});

afterAll(async () => await standin.close());

async function post(file = FILE): Promise<{ status: number; xml: string }> {
	const policy = await getPolicy(client);
	const reply = await postForm(policy.upload_host, uploadFields(policy, file));
	return { status: reply.status, xml: await reply.text() };
}

test('a policy can be expired from the start', async () => {
	await client.send('PUT', STORAGE, { policySeconds: 0 });
	expect((await getPolicy(client)).expire_in_seconds).toBe(0);
	const { status, xml } = await post();
	expect(status).toBe(403);
	expect(xml).toContain('<Message>Invalid according to Policy: Policy expired.</Message>');
});

test('a file can be too old from the start', async () => {
	const request = generationRequest(await upload(client, FILE));
	expect((await client.generate(request, RESOLVE)).status).toBe(200);
	await client.send('PUT', STORAGE, { fileHours: 0 });
	const { status, headers, body } = await client.generate(request, RESOLVE);
	expect(status).toBe(400);
	expect(body.code).toBe('InvalidParameter.DataInspection');
	expect(headers.get('x-standin-note')).toBe('the file is too old');
});

test('a policy can allow smaller files only', async () => {
	await client.send('PUT', STORAGE, { maxFileMegabytes: 0.5 });
	expect((await getPolicy(client)).max_file_size_mb).toBe(0.5);
	const large = fileOf(Buffer.alloc(524_289), 'scan.png', 'image/png');
	const { status, xml } = await post(large);
	expect(status).toBe(400);
	expect(xml).toContain('<Code>EntityTooLarge</Code>');
	expect((await post()).status).toBe(200);
});

test.each([
	[403, 'AccessDenied', 'Access denied.'],
	[429, 'Throttling.RateQuota', 'Requests rate limit exceeded, please try again later.'],
	[418, 'Refused', '[stand-in: as the test asked for]'],
])('a policy can be refused with %i', async (refusePolicy, code, message) => {
	await client.send('PUT', STORAGE, { refusePolicy });
	const { status, body } = await client.ask('GET', policyPath('qwen-vl-ocr'));
	expect({ status, code: body.code, message: body.message }).toEqual({
		status: refusePolicy,
		code,
		message,
	});
});

test('an upload can be refused until the rules are taken back', async () => {
	await client.send('PUT', STORAGE, { refuseUpload: 503 });
	const { status, xml } = await post();
	expect(status).toBe(503);
	expect(xml).toContain('<Message>[stand-in: as the test asked for]</Message>');
	expect(await (await client.send('GET', STORAGE)).json()).toEqual({
		policySeconds: 300,
		fileHours: 48,
		maxFileMegabytes: 100,
		refuseUpload: 503,
	});
	await client.send('DELETE', STORAGE);
	expect((await post()).status).toBe(200);
});

test('rules count for their own key', async () => {
	await client.send('PUT', STORAGE, { refusePolicy: 403 });
	const other = new TestClient(standin.url, `sk-test-rules-${++keys}`);
	expect((await other.send('GET', policyPath('qwen-vl-ocr'))).status).toBe(200);
});

test.each([
	[[], 'an object of rules is expected'],
	[{ fileDays: 1 }, 'unknown rule "fileDays"'],
	[{ policySeconds: -1 }, '"policySeconds" has a wrong value'],
	[{ refuseUpload: 200 }, '"refuseUpload" has a wrong value'],
	[{ maxFileMegabytes: 101 }, '"maxFileMegabytes" has a wrong value'],
])('the rules %j are refused', async (rules, message) => {
	const { status, body } = await client.ask('PUT', STORAGE, rules);
	expect({ status, message: body.message }).toEqual({ status: 400, message });
});
