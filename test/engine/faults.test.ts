import type { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { samplePicture } from '../bench/samplePicture';
import { loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { StandinAccount } from './standin';
import { startStandin, stopStandin } from './standinProcess';

/** Over what a data URL may hold, so that the picture goes by the temporary storage. */
const LARGE_PICTURE = 8_000_000;

let loader: PackageDirectoryLoader;
let echoUrl: string;
let account: StandinAccount;

beforeAll(async () => {
	loader = await loadPackage();
	await useBinaryMode('default');
	echoUrl = await startStandin('--answers', 'echo');
});

afterAll(async () => {
	await stopStandin();
});

beforeEach(() => {
	account = new StandinAccount(echoUrl);
});

interface Reading {
	pictureBytes?: number;
	options?: INodeParameters;
	credential?: ICredentialDataDecryptedObject;
}

async function read({ pictureBytes = 0, options, credential }: Reading = {}): Promise<IDataObject> {
	const data = samplePicture(pictureBytes).toString('base64');
	const run = await runNode(loader, {
		credential: credential ?? account.credential,
		items: [{ json: {}, binary: { data: { data, mimeType: 'image/jpeg', fileName: 'a.jpg' } } }],
		onError: 'continueRegularOutput',
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			options: { timeout: 1, requestsPerMinute: 0, ...options },
		},
	});
	return outputOf(run)[0].json;
}

async function statuses(): Promise<string[]> {
	const requests = await account.requests();
	return requests.map(({ method, path, status }) => {
		const kind = path.includes('/uploads') ? 'policy' : path.includes('oss') ? 'upload' : method;
		return `${kind} ${status}`;
	});
}

test.each([
	'throttled_requests',
	'throttled_burst',
	'throttled_tokens',
	'insufficient_quota',
	'server_error',
	'server_timeout',
	'unavailable',
	'overloaded',
	'error_in_200',
	'truncated',
	'endless_drip',
	'hang',
	'reset_before',
	'reset_after',
])('%s is overcome by a second request', async (fault) => {
	await account.useFaults({ 'answer 1': fault });
	expect(await read()).toMatchObject({ text: expect.any(String) });
	expect(await account.requests()).toHaveLength(2);
});

test.each(['slow_drip', 'gzip'])('%s is read at once', async (fault) => {
	await account.useFaults({ 'answer 1': fault });
	expect(await read()).toMatchObject({ text: expect.any(String) });
	expect(await account.requests()).toHaveLength(1);
});

test.each([
	['free_quota_gone', 'free_quota_used_up'],
	['free_tier_only', 'free_quota_used_up'],
	['arrearage', 'account_in_arrears'],
	['inspection_failed', 'content_refused'],
	['empty_content', 'empty_answer'],
	['broken_json', 'unreadable_answer'],
	['html_page', 'unreadable_answer'],
])('%s ends as an error item %s after one request', async (fault, code) => {
	await account.useFaults({ 'answer 1': fault });
	expect(await read()).toMatchObject({ error: expect.any(String), details: { code } });
	expect(await account.requests()).toHaveLength(1);
});

test.each(['server_error', 'unavailable', 'hang', 'reset_before', 'reset_after'])(
	'%s of the upload is overcome by a second one, before anything is asked',
	async (fault) => {
		await account.useFaults({ 'upload 1': fault });
		expect(await read({ pictureBytes: LARGE_PICTURE })).toMatchObject({ text: expect.any(String) });
		const kinds = (await statuses()).map((line) => line.split(' ')[0]);
		expect(kinds.filter((kind) => kind === 'POST')).toHaveLength(1);
		expect(kinds.at(-1)).toBe('POST');
	},
);

test.each([
	'throttled_requests',
	'server_error',
	'unavailable',
	'truncated',
	'hang',
	'reset_before',
])('%s of the permission to upload is overcome by a second request', async (fault) => {
	await account.useFaults({ 'policy 1': fault });
	expect(await read({ pictureBytes: LARGE_PICTURE })).toMatchObject({ text: expect.any(String) });
});

it('an upload whose permission has expired gets a new one', async () => {
	await account.useFaults({ 'upload 1': 'policy_expired' });
	expect(await read({ pictureBytes: LARGE_PICTURE })).toMatchObject({ text: expect.any(String) });
});

it('a stored picture that the service cannot reach is stored anew', async () => {
	await account.useFaults({ 'answer 1': 'picture_unreachable' });
	expect(await read({ pictureBytes: LARGE_PICTURE })).toMatchObject({ text: expect.any(String) });
});

test.each([
	['a name that no server has', 'http://no-such-host.invalid', 'was not found'],
	['a port that nobody listens on', 'http://127.0.0.1:1', 'was refused'],
	['a server without TLS', '', 'No secure connection'],
])('%s ends as an error item that says so', async (_what, address, message) => {
	const baseUrl = address || echoUrl.replace('http:', 'https:');
	const credential = { ...account.credential, baseUrl };
	const { error, details } = await read({ credential, options: { maxRetries: 0 } });
	expect(error).toContain(message);
	expect(details).toMatchObject({ code: expect.any(String), description: expect.any(String) });
	expect(JSON.stringify({ error, details })).not.toContain(account.key);
});
