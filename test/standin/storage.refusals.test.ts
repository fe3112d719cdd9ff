import { createStandin, type Standin } from './server';
import { GENERATION, generationRequest, pngHeader, TestClient } from './testClient';
import { fileOf, getPolicy, postForm, upload, uploadFields, type FormFields } from './testUploads';

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
	client = new TestClient(standin.url, `sk-test-refusals-${++keys}`);
});

afterAll(async () => await standin.close());

describe('the storage refuses', () => {
	const without = (name: string) => (fields: FormFields) =>
		fields.filter(([field]) => field !== name);
	const having = (name: string, value: string) => (fields: FormFields) =>
		fields.map(([field, old]): FormFields[number] => [field, field === name ? value : old]);
	test.each<[string, (fields: FormFields) => FormFields, number, string, string]>([
		[
			'a form without policy',
			without('policy'),
			400,
			'InvalidArgument',
			"The bucket POST must contain the specified 'policy'.",
		],
		[
			'a form without key',
			without('key'),
			400,
			'InvalidArgument',
			"The bucket POST must contain the specified 'key'.",
		],
		[
			'a form without file',
			without('file'),
			400,
			'IncorrectNumberOfFilesInPOSTRequest',
			'POST requires exactly one file upload per request.',
		],
		[
			'a field behind the file',
			(fields) => [...without('key')(fields), fields[3]],
			400,
			'InvalidArgument',
			'[stand-in: "file" must be the last field, "key" is behind it]',
		],
		[
			'a field of another name',
			(fields) => [['Policy', 'x'], ...fields],
			400,
			'InvalidArgument',
			'[stand-in: it knows no field "Policy" in an upload]',
		],
		[
			'another user',
			having('OSSAccessKeyId', 'someone'),
			403,
			'InvalidAccessKeyId',
			'The OSS Access Key Id you provided does not exist in our records.',
		],
		[
			'an altered policy',
			having('policy', Buffer.from('{}').toString('base64')),
			403,
			'SignatureDoesNotMatch',
			'The request signature we calculated does not match',
		],
		[
			'a key outside upload_dir',
			having('key', 'dashscope-instant/scan.png'),
			403,
			'AccessDenied',
			'Invalid according to Policy: Policy Condition failed: ["starts-with", "$key", "dashscope-instant/',
		],
		[
			'another acl',
			having('x-oss-object-acl', 'public-read'),
			403,
			'AccessDenied',
			'Invalid according to Policy: Policy Condition failed: ["eq", "$x-oss-object-acl", "private"]',
		],
	])('%s', async (_name, change, status, code, message) => {
		const policy = await getPolicy(client);
		const reply = await postForm(policy.upload_host, change(uploadFields(policy, FILE)));
		const xml = await reply.text();
		expect(reply.status).toBe(status);
		expect(reply.headers.get('content-type')).toBe('application/xml');
		expect(xml).toContain(`<Code>${code}</Code>`);
		expect(xml).toContain(`<Message>${message}`);
		expect(xml).toContain(`<RequestId>${reply.headers.get('x-oss-request-id')}</RequestId>`);
	});

	test('the API key', async () => {
		const policy = await getPolicy(client);
		const reply = await postForm(policy.upload_host, uploadFields(policy, FILE), {
			authorization: 'Bearer sk-test-storage',
		});
		expect(reply.status).toBe(400);
		expect(await reply.text()).toContain('[stand-in: the storage must not be sent the API key]');
	});

	test('a key that is taken', async () => {
		const policy = await getPolicy(client);
		await postForm(policy.upload_host, uploadFields(policy, FILE));
		const reply = await postForm(policy.upload_host, uploadFields(policy, FILE));
		expect(reply.status).toBe(409);
		expect(await reply.text()).toContain('<Code>FileAlreadyExists</Code>');
	});

	test('a body without its length, and logs that', async () => {
		const policy = await getPolicy(client);
		const form = new FormData();
		for (const [name, value] of uploadFields(policy, FILE)) form.append(name, value);
		const { body, headers } = new Response(form);
		const request = { method: 'POST', headers, body, duplex: 'half' } as RequestInit;
		const reply = await fetch(`${policy.upload_host}/`, request);
		expect(reply.status).toBe(411);
		expect(await reply.text()).toContain('<Code>MissingContentLength</Code>');
		const records = await (await client.send('GET', '/standin/requests')).json();
		expect(records).toMatchObject([{}, { status: 411, body: { hasContentLength: false } }]);
	});

	test('a body that is no form', async () => {
		const reply = await fetch(`${standin.url}/standin-oss/`, { method: 'POST', body: 'picture' });
		expect(reply.status).toBe(400);
		expect(await reply.text()).toContain('<Code>MalformedPOSTRequest</Code>');
	});

	test('to hand out a file', async () => {
		const address = await upload(client, FILE);
		const url = address.replace('oss:/', `${standin.url}/standin-oss`);
		expect((await fetch(url)).status).toBe(403);
	});
});

describe('an oss:// address is refused', () => {
	const unable = 'Unable to download the media resource during the data inspection process.';
	const format = 'The media format is not supported or incorrect for the data inspection.';

	async function refusal(image: string, asking = client, model?: string) {
		const request = generationRequest(image, {}, { model });
		const { status, headers, body } = await asking.ask('POST', GENERATION, request, {
			headers: RESOLVE,
		});
		const { code, message } = body;
		return { status, code, message, note: headers.get('x-standin-note') };
	}

	test('when there is no such file', async () => {
		expect(await refusal('oss://dashscope-instant/a.png')).toMatchObject({
			status: 400,
			code: 'InvalidParameter.DataInspection',
			message: unable,
		});
	});

	test('to another key', async () => {
		const other = new TestClient(standin.url, 'sk-test-storage-other');
		expect(await refusal(await upload(client, FILE), other)).toMatchObject({
			message: unable,
			note: 'another key uploaded the file',
		});
	});

	test('for another model, but not for an alias of the same', async () => {
		const address = await upload(client, FILE, 'qwen-vl-ocr-1120');
		expect(await refusal(address)).toEqual({
			status: 403,
			code: 'AccessDenied',
			message: 'Access denied.',
			note: 'the file was uploaded for the model qwen-vl-ocr-2025-11-20',
		});
		expect(await refusal(address, client, 'qwen-vl-ocr-2025-11-20')).toMatchObject({ status: 200 });
	});

	test.each(['scan.jpg', 'scan.pdf', 'scan'])(
		'when the extension of %s does not fit',
		async (name) => {
			const address = await upload(client, fileOf(PICTURE, name, 'image/png'));
			expect(await refusal(address)).toMatchObject({ status: 400, message: format });
		},
	);
});
