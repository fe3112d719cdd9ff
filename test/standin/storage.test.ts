import { createHash } from 'node:crypto';
import type { RequestRecord } from './control/requestLog';
import { createStandin, type Standin } from './server';
import { generationRequest, pngHeader, TestClient } from './testClient';
import {
	fileOf,
	getPolicy,
	policyPath,
	postForm,
	upload,
	uploadFields,
	type FormFields,
	type UploadPolicy,
} from './testUploads';

const PICTURE = pngHeader(100, 100);
const FILE = fileOf(PICTURE, 'scan.png', 'image/png');
const RESOLVE = { 'X-DashScope-OssResourceResolve': 'enable' };

let standin: Standin;
let client: TestClient;
let keys = 0;

beforeAll(async () => {
	standin = await createStandin({ answers: 'echo' });
});

beforeEach(() => {
	client = new TestClient(standin.url, `sk-test-storage-${++keys}`);
});

afterAll(async () => await standin.close());

function decoded(policy: UploadPolicy): { expiration: string; conditions: unknown[] } {
	return JSON.parse(Buffer.from(policy.policy, 'base64').toString()) as ReturnType<typeof decoded>;
}

describe('a policy', () => {
	test('is given in the recorded shape', async () => {
		const { status, headers, body } = await client.ask('GET', policyPath('qwen-vl-ocr'));
		expect(status).toBe(200);
		const day = new Date().toISOString().slice(0, 10);
		expect(body).toEqual({
			data: {
				policy: expect.any(String),
				signature: expect.stringMatching(/^[A-Za-z0-9+/]{27}=$/),
				upload_dir: expect.stringMatching(
					new RegExp(`^dashscope-instant/[0-9a-f]{32}/${day}/${body.request_id}$`),
				),
				upload_host: `${standin.url}/standin-oss`,
				expire_in_seconds: 300,
				max_file_size_mb: 100,
				capacity_limit_mb: 999_999_999,
				oss_access_key_id: 'standin-access-key-id',
				x_oss_object_acl: 'private',
				x_oss_forbid_overwrite: 'true',
			},
			request_id: headers.get('x-request-id'),
		});
	});

	test('has the recorded conditions', async () => {
		const policy = await getPolicy(client);
		const { expiration, conditions } = decoded(policy);
		expect(expiration).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
		expect(conditions).toEqual([
			['content-length-range', 0, 104_857_600],
			['starts-with', '$key', policy.upload_dir],
			{ bucket: 'dashscope-file-mgr' },
			{ 'x-oss-object-acl': 'private' },
			{ 'x-oss-forbid-overwrite': 'true' },
		]);
	});

	test.each([
		['/api/v1/uploads?model=qwen-vl-ocr', 400, 'InvalidParameter'],
		['/api/v1/uploads?action=getPolicy', 400, 'BadRequest.EmptyModel'],
		[policyPath('qwen-vl-ocr-9'), 400, 'InvalidParameter'],
	])('is not given for %s', async (path, status, code) => {
		const reply = await client.ask('GET', path);
		expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code });
	});

	test('wants a key', async () => {
		const { status } = await new TestClient(standin.url, null).ask('GET', policyPath('qwen-plus'));
		expect(status).toBe(401);
	});
});

describe('an upload', () => {
	test.each([
		['with success_action_status', (fields: FormFields) => fields, 200],
		[
			'without it',
			(fields: FormFields) => fields.filter(([name]) => name !== 'success_action_status'),
			204,
		],
	])('is taken %s', async (_name, change, status) => {
		const policy = await getPolicy(client);
		const reply = await postForm(policy.upload_host, change(uploadFields(policy, FILE)));
		expect(reply.status).toBe(status);
		expect(await reply.text()).toBe('');
		expect(reply.headers.get('server')).toBe('AliyunOSS');
	});

	test('is logged under the key of its policy without its content and permissions', async () => {
		const policy = await getPolicy(client);
		await postForm(policy.upload_host, uploadFields(policy, FILE));
		const records = (await (
			await client.send('GET', '/standin/requests')
		).json()) as RequestRecord[];
		const key = `${policy.upload_dir}/scan.png`;
		expect(records).toMatchObject([
			{ method: 'GET', path: policyPath('qwen-vl-ocr'), status: 200, billed: false },
			{
				method: 'POST',
				path: '/standin-oss/',
				status: 200,
				billed: false,
				aborted: false,
				body: {
					fields: uploadFields(policy, FILE).map(([name]) => name),
					key,
					file: {
						name: 'scan.png',
						mediaType: 'image/png',
						bytes: PICTURE.length,
						sha256: createHash('sha256').update(PICTURE).digest('hex'),
					},
					hasContentLength: true,
				},
			},
		]);
		expect(JSON.stringify(records)).not.toContain(policy.signature);
	});

	test('gives a file that is read with the header', async () => {
		const request = generationRequest(await upload(client, FILE));
		const { status, body } = await client.generate(request, RESOLVE);
		expect(status).toBe(200);
		const hash = createHash('sha256').update(PICTURE).digest('hex');
		expect(body.output?.choices[0].message.content[0].text).toBe(`stand-in echo sha256:${hash}`);
	});

	test('may take a prepared reply instead', async () => {
		const policy = await getPolicy(client);
		await client.send('PUT', '/standin/replies', [{ status: 500, body: '<Error/>' }]);
		const reply = await postForm(policy.upload_host, uploadFields(policy, FILE));
		expect([reply.status, await reply.text()]).toEqual([500, '<Error/>']);
		expect((await postForm(policy.upload_host, uploadFields(policy, FILE))).status).toBe(200);
	});
});
