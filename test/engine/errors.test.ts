import type { PackageDirectoryLoader } from 'n8n-core';
import type { ICredentialDataDecryptedObject, INodeParameters, OnError } from 'n8n-workflow';
import { loadPackage, outputOf, runNode, useBinaryMode } from './harness';
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

interface Attempt {
	parameters?: INodeParameters;
	onError?: OnError;
	credential?: ICredentialDataDecryptedObject;
	count?: number;
	cancelWhen?: Promise<unknown>;
}

async function attempt({ parameters, onError, credential, count = 1, cancelWhen }: Attempt = {}) {
	return await runNode(loader, {
		credential: credential ?? account.credential,
		items: Array.from({ length: count }, (_, id) => ({
			json: { id },
			binary: { data: pictureInMemory('ticket-zh') },
		})),
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			options: { maxRetries: 0 },
			...parameters,
		},
		onError,
		cancelWhen,
	});
}

const ONE_AT_A_TIME = { options: { maxConcurrency: 1 } };

const REFUSED = {
	status: 400,
	body: {
		code: 'DataInspectionFailed',
		message: 'Input data may contain inappropriate content.',
		request_id: 'r-400',
	},
};

const REFUSED_MESSAGE = 'The service refused the content of the picture or of the answer';

it('a refused request stops the node with what happened, what to do and which item', async () => {
	await account.reply(
		{
			body: {
				output: { choices: [{ finish_reason: 'stop', message: { content: [{ text: 'a' }] } }] },
			},
		},
		REFUSED,
	);
	const run = await attempt({ count: 3, parameters: ONE_AT_A_TIME });
	expect(run.status).toBe('error');
	expect(run.data.resultData.error).toMatchObject({
		name: 'NodeApiError',
		httpCode: '400',
		message: REFUSED_MESSAGE,
		context: { itemIndex: 1 },
	});
	expect(run.data.resultData.error?.description).toContain('Other pictures are not affected');
	expect(await account.requests()).toHaveLength(2);
});

it('with an error output, the others go on and the error item has the exact shape', async () => {
	await account.reply(REFUSED);
	const run = await attempt({
		count: 2,
		onError: 'continueErrorOutput',
		parameters: ONE_AT_A_TIME,
	});
	expect(outputOf(run, 0)).toHaveLength(1);
	expect(outputOf(run, 0)[0].pairedItem).toEqual({ item: 1 });
	const [failed] = outputOf(run, 1);
	// n8n merges the input item into it on this branch
	expect(failed.json).toEqual({
		id: 0,
		error: REFUSED_MESSAGE,
		details: {
			code: 'content_refused',
			description: expect.stringContaining('Other pictures are not affected'),
			httpCode: 400,
			requestId: 'r-400',
			retryable: false,
			source: expect.objectContaining({ field: 'data', fileName: 'ticket-zh.webp', page: 1 }),
		},
	});
});

it('with "continue", the error item comes in the place of its result', async () => {
	await account.reply(REFUSED);
	const output = outputOf(
		await attempt({ count: 2, onError: 'continueRegularOutput', parameters: ONE_AT_A_TIME }),
	);
	expect(output.map(({ json }) => Object.keys(json))).toEqual([
		['error', 'details'],
		['text', 'review', 'source'],
	]);
	expect(output.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
});

it('one bad file of an item does not take its sisters down', async () => {
	const broken = {
		data: Buffer.from('GIF89a').toString('base64'),
		mimeType: 'image/gif',
		fileName: 'a.gif',
	};
	const run = await runNode(loader, {
		credential: account.credential,
		items: [{ json: {}, binary: { a: broken, b: pictureInMemory('ticket-zh') } }],
		parameters: { resource: 'document', operation: 'recognizeText', binaryPropertyName: 'a, b' },
		onError: 'continueRegularOutput',
	});
	expect(outputOf(run).map(({ json }) => json.error ?? 'read')).toEqual([
		'The file a.gif cannot be read: it is a GIF picture',
		'read',
	]);
});

it('a wrong key names the address that was used, and never the key', async () => {
	const wrong = 'sk-test-wrong-1234';
	const credential = { ...account.credential, apiKey: wrong };
	const run = await attempt({ credential });
	const { error } = run.data.resultData;
	expect(error).toMatchObject({
		httpCode: '401',
		message: `The API key was not accepted at the custom base URL ${account.url}`,
	});
	expect(
		JSON.stringify({ ...error, message: error?.message, description: error?.description }),
	).not.toContain(wrong);
});

it('a Result Schema that is wrong is refused before anything is sent', async () => {
	const run = await attempt({
		parameters: {
			operation: 'extractFields',
			schemaSource: 'json',
			resultSchema: '{\n  "a": "",\n}',
		},
	});
	expect(run.data.resultData.error?.message).toBe(
		'Result Schema is not valid JSON: property name expected (line 3, column 1)',
	);
	expect(await account.requests()).toEqual([]);
});

it('an option out of the bounds of the model is refused before anything is sent', async () => {
	const model = { __rl: true, mode: 'list', value: 'qwen-vl-ocr-2025-08-28' };
	const run = await attempt({ parameters: { model, options: { minPixels: 3072 } } });
	expect(run.data.resultData.error).toMatchObject({
		message: 'Min Pixels is 3072, which qwen-vl-ocr-2025-08-28 does not accept',
		description:
			'Enter a whole number from 3,136 to 23,520,000 for Min Pixels, or remove the option.',
	});
	expect(await account.requests()).toEqual([]);
});

it('a model without tasks is refused for everything but a prompt', async () => {
	const model = { __rl: true, mode: 'id', value: 'qwen-vl-ocr-2024-10-28' };
	const run = await attempt({ parameters: { model } });
	expect(run.data.resultData.error?.message).toContain('has no built-in tasks');
	const prompted = await attempt({
		parameters: { model, operation: 'customPrompt', prompt: 'Read it.' },
	});
	expect(outputOf(prompted)).toHaveLength(1);
});

it('an unknown model is told with where the models exist', async () => {
	const run = await attempt({
		parameters: { model: { __rl: true, mode: 'id', value: 'qwen-vl-oscar' } },
	});
	expect(run.data.resultData.error?.message).toContain(
		'qwen-vl-oscar does not exist at the custom base URL',
	);
});

test.each([
	[
		'an empty content list',
		{ body: { output: { choices: [{ message: { content: [] } }] } } },
		'The service answered without any content',
	],
	[
		'something that is no JSON',
		{ body: '<html>gateway</html>', headers: { 'content-type': 'text/html' } },
		'that is not JSON',
	],
	[
		'an error with HTTP 200',
		{ body: { code: 'DataInspectionFailed', message: 'x' } },
		'refused the content',
	],
	['a server error without a body', { status: 503, body: '' }, 'could not answer (HTTP 503)'],
])('%s is told as it is', async (_what, reply, message) => {
	await account.reply(reply);
	const run = await attempt();
	expect(run.data.resultData.error?.message).toContain(message);
});

it('a server that cannot be reached is told without a stack of jargon', async () => {
	const credential = { ...account.credential, baseUrl: 'http://127.0.0.1:9' };
	const run = await attempt({ credential });
	expect(run.data.resultData.error?.message).toBe(
		'The connection to the service at the custom base URL http://127.0.0.1:9 was refused',
	);
});

it('a server that hangs ends by the option Timeout', async () => {
	await account.reply({ hang: true });
	const run = await attempt({ parameters: { options: { timeout: 0.2, maxRetries: 0 } } });
	expect(run.data.resultData.error?.message).toBe('No complete answer came within 0.2 seconds');
});

it.each([
	['simplify', { simplify: '={{ "perhaps" }}' }, 'Simplify is neither true nor false'],
	[
		'a list value',
		{
			inputType: 'url',
			url: 'https://a.example/b.jpg',
			options: { urlHandling: '={{ "Download" }}' },
		},
		'URL Handling has a value that is not in its list',
	],
	['a number', { options: { maxTokens: '={{ true }}' } }, 'Max Tokens is not a number'],
	['a text', { operation: 'customPrompt', prompt: '={{ {} }}' }, 'Prompt is not a text'],
])(
	'an expression of the wrong type for %s is refused before anything is sent',
	async (_what, parameters, message) => {
		const run = await attempt({ parameters });
		expect(run.data.resultData.error?.message).toBe(message);
		expect(await account.requests()).toEqual([]);
	},
);

it.each([
	[{ region: 'moon-1' }, 'has no region that this node knows'],
	[{ region: 'cn-beijing', workspaceId: '127.0.0.1:9/x?' }, 'has a Workspace ID that is not one'],
	[{ baseUrl: 'http://user:hunter2@127.0.0.1:9' }, 'has a Base URL that cannot be used'],
	[{ baseUrl: 'http://127.0.0.1:9/p?token=secret' }, 'has a Base URL that cannot be used'],
])('a credential that leads nowhere good is refused: %j', async (fields, message) => {
	const run = await attempt({ credential: { ...account.credential, ...fields } });
	expect(run.data.resultData.error?.message).toContain(message);
});

it("a stopped node tells the request ID for the service's support", async () => {
	await account.reply(REFUSED);
	expect((await attempt()).data.resultData.error?.description).toContain('Request ID: r-400');
});

it('Stop closes the open requests at once and sends no other', async () => {
	await account.reply({ hang: true }, { hang: true });
	let pressed = 0;
	const run = await attempt({
		count: 5,
		cancelWhen: account.requestsBegun(2).then(() => (pressed = performance.now())),
		onError: 'continueRegularOutput',
		parameters: { options: { maxConcurrency: 2 } },
	});
	expect(run.status).toBe('canceled');
	expect(performance.now() - pressed).toBeLessThan(1000);
	const requests = await account.requests();
	expect(requests.map(({ aborted }) => aborted)).toEqual([true, true]);
});
