import type { PackageDirectoryLoader } from 'n8n-core';
import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeParameters,
	OnError,
} from 'n8n-workflow';
import sharp from 'sharp';
import { makePdf } from '../pages/pdfFile';
import { loadPackage, outputOf, runNode, useBinaryMode } from './harness';
import { StandinAccount } from './standin';
import { startStandin, stopStandin } from './standinProcess';

const MEGABYTE = 1024 * 1024;

let loader: PackageDirectoryLoader;
let account: StandinAccount;
let echoUrl: string;
let largePicture: Buffer;

beforeAll(async () => {
	loader = await loadPackage();
	await useBinaryMode('default');
	echoUrl = await startStandin('--answers', 'echo');
	largePicture = await noise(1700, 1700).png({ compressionLevel: 1 }).toBuffer();
});

afterAll(async () => {
	await stopStandin();
});

beforeEach(() => {
	account = new StandinAccount(echoUrl);
});

/** A picture that no compression makes smaller. */
function noise(width: number, height: number): sharp.Sharp {
	return sharp({
		create: {
			width,
			height,
			channels: 3,
			background: 'white',
			noise: { type: 'gaussian', mean: 128, sigma: 70 },
		},
	});
}

interface Reading {
	bytes?: Buffer;
	/** Pictures of further items. */
	others?: Buffer[];
	options?: INodeParameters;
	parameters?: INodeParameters;
	credential?: ICredentialDataDecryptedObject;
	onError?: OnError;
}

async function read({
	bytes = largePicture,
	others = [],
	options = {},
	parameters,
	credential,
	onError,
}: Reading = {}) {
	const items = [bytes, ...others].map((picture) => ({
		json: {},
		binary: {
			data: { data: picture.toString('base64'), mimeType: 'image/png', fileName: 'large.png' },
		},
	}));
	const run = await runNode(loader, {
		credential: credential ?? account.credential,
		items,
		onError,
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			simplify: false,
			options,
			...parameters,
		},
	});
	return { run, output: outputOf(run), error: run.data.resultData.error };
}

it('a picture over the data-URL limit goes by the temporary storage, without the key', async () => {
	const { output } = await read();
	expect(output).toHaveLength(1);
	const [policy, upload, question] = await account.requests();
	expect(`${policy.method} ${policy.path}`).toBe(
		'GET /api/v1/uploads?action=getPolicy&model=qwen-vl-ocr',
	);
	const form = upload.body as { fields: string[]; key: string };
	expect(form).toMatchObject({
		file: { mediaType: 'image/png', bytes: largePicture.length },
		hasContentLength: true,
	});
	expect(form.fields.at(-1)).toBe('file');
	expect(question.headers['x-dashscope-ossresourceresolve']).toBe('enable');
	expect(question.body).toMatchObject({
		input: { messages: [{ content: [{ image: `oss://${form.key}` }] }] },
	});
	expect(form.key).toMatch(/\.png$/);
});

it('a page of a PDF over the limit goes the same way, at its full resolution', async () => {
	const jpeg = await noise(1488, 2105).jpeg({ quality: 100 }).toBuffer();
	const bytes = makePdf([{ kind: 'scan', jpeg, width: 1488, height: 2105 }]);
	const { output } = await read({ bytes, options: { pdfResolution: 180 } });
	expect(output[0].json).toMatchObject({ source: { width: 1487 }, warnings: [] });
	expect((await account.requests()).map(({ method }) => method)).toEqual(['GET', 'POST', 'POST']);
});

test.each([
	['refuses', async () => await account.useStorage({ refusePolicy: 403 })],
	['breaks off', async () => await account.useFaults({ 'upload 1': 'reset_before' })],
	['keeps waiting', async () => await account.useFaults({ 'upload 1': 'hang' })],
])(
	'a page that the storage %s is sent at a lower resolution, with a warning',
	async (_what, rule) => {
		await rule();
		const jpeg = await noise(1488, 2105).jpeg({ quality: 100 }).toBuffer();
		const bytes = makePdf([{ kind: 'scan', jpeg, width: 1488, height: 2105 }]);
		const { output } = await read({
			bytes,
			options: { pdfResolution: 180, maxRetries: 0, timeout: 3 },
		});
		expect(output[0].json.warnings).toEqual([
			'Page 1 was sent at 135 dots per inch, as a larger picture cannot be sent.',
		]);
	},
);

test.each([
	['no permission', { refusePolicy: 403 }, 'may not use qwen-vl-ocr'],
	['a permission that has expired', { policySeconds: 0 }, 'HTTP 403 (AccessDenied)'],
	['a storage that does not answer well', { refuseUpload: 503 }, 'HTTP 503'],
	['a storage for smaller files', { maxFileMegabytes: 1 }, 'it is too large for the storage'],
])('%s is told with what to do instead', async (_what, rules, reason) => {
	await account.useStorage(rules);
	const { error } = await read();
	expect(error?.message).toBe(
		"The picture is too large to send, and the service's temporary storage did not take it",
	);
	expect(error?.description).toContain('Use a public URL or a smaller picture');
	expect(error?.description).toContain(reason);
});

it('a file that the service does not find in its storage any more is told so', async () => {
	await account.useStorage({ fileHours: 0 });
	const { error } = await read();
	expect(error?.name).toBe('NodeApiError');
	expect(error?.description).toContain('The service says');
});

it('outside China (Beijing) there is no storage: nothing is sent', async () => {
	const credential = { apiKey: account.key, region: 'ap-southeast-1' };
	const { error } = await read({ credential });
	expect(error).toMatchObject({
		message: expect.stringMatching(/^The file large\.png has .* MB; a file sent from n8n may have/),
		description: 'Use a public URL or a smaller picture.',
	});
});

it("a file over the model's own limit is refused before anything is sent", async () => {
	const bytes = Buffer.concat([largePicture, Buffer.alloc(11 * MEGABYTE - largePicture.length)]);
	const { error } = await read({ bytes });
	expect(error?.message).toBe('The file large.png has 11 MB; the model reads files up to 10 MB');
	expect(await account.requests()).toEqual([]);
});

it('an upload that waits to be tried again lets the next one go first', async () => {
	const throttled = { code: 'Throttling.RateQuota', message: 'x', request_id: 'r-1' };
	await account.reply({ status: 429, body: throttled, headers: { 'Retry-After': '1' } });
	const larger = Buffer.concat([largePicture, Buffer.alloc(1000)]);
	const { output } = await read({ others: [larger] });
	expect(output).toHaveLength(2);
	const uploads = (await account.requests()).flatMap(({ body }) =>
		typeof body === 'object' && body !== null && 'file' in body ? [body.file] : [],
	);
	expect(uploads).toMatchObject([{ bytes: larger.length }, { bytes: largePicture.length }]);
});

it('an upload that hangs does not stop the others', async () => {
	await account.useFaults({ 'upload 1': 'hang' });
	const running = read({
		others: [largePicture, largePicture],
		options: { timeout: 10, maxRetries: 0 },
		onError: 'continueRegularOutput',
	});
	// three permissions, three uploads, and the answers to the two that did not hang
	await account.requestsBegun(8);
	const open = (await account.requests()).filter(({ status }) => status === null);
	expect(open.map(({ path }) => path)).toContain('/standin-oss/');
	const { output } = await running;
	const failed = output.filter(({ json }) => json.error);
	expect(failed.map(({ json }) => json.details)).toMatchObject([{ code: 'timeout' }]);
});

it('nothing is uploaded for an item beyond Max Cost', async () => {
	const { output } = await read({ options: { maxCost: 0.000001 } });
	expect(output[0].json.details).toMatchObject({ code: 'max_cost' });
	expect(await account.requests()).toEqual([]);
});

it('an upload that is refused gives back what was kept of Max Cost', async () => {
	await account.useStorage({ refusePolicy: 403 });
	const small = await noise(64, 64).png().toBuffer();
	// of 4096 tokens at most, so that there is room for one request at a time
	const prices = JSON.stringify({ '*': { input: 0, output: 1_000_000 / 4096, currency: 'CNY' } });
	const { output } = await read({
		others: [small],
		options: { prices, maxCost: 1 },
		onError: 'continueRegularOutput',
	});
	expect(output.map(({ json }) => (json.details as IDataObject | undefined)?.code)).toEqual([
		'upload_refused',
		undefined,
	]);
});

it('a small picture needs no storage', async () => {
	const { output } = await read({ bytes: await noise(64, 64).png().toBuffer() });
	expect(output).toHaveLength(1);
	expect(await account.requests()).toHaveLength(1);
});
