/* eslint-disable @n8n/community-nodes/no-restricted-imports -- a process of its own, which is measured */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import type { PackageDirectoryLoader } from 'n8n-core';
import type { INodeExecutionData, INodeParameters, IRun } from 'n8n-workflow';
import { loadPackage, outputOf, runNode, storeFile, useBinaryMode } from '../engine/harness';
import { answerTask } from './loadProcess';
import { countOutcomes, type Outcomes } from './outcomes';
import { samplePicture } from './samplePicture';

/** What is to be read from a service that fails. */
export interface FaultsTask {
	url: string;
	/** Pictures in one execution that goes on after a fault, under this key. */
	count: number;
	apiKey: string;
	/** Executions of one picture that a fault ends, under a key of their own. */
	ended: number;
	keyOfEnded: string;
}

/** What came of it. */
export interface FaultsReport {
	/** In ms, of the large execution. */
	wall: number;
	outcomes: Outcomes;
	/** How many of the single executions ended with an error. */
	errors: number;
	/** Every secret that was handed over, by a name that may be shown. */
	secrets: Record<string, string>;
	/** Names of secrets found in items, hints or metadata, and in errors. */
	leaks: { output: string[]; errors: string[] };
}

/** Over what a data URL may hold, so that it goes by the temporary storage. */
const LARGE_PICTURE = 8_000_000;
/** Every so many pictures one is large, and another one is named by a signed address. */
const EVERY = 50;

const SIGNATURE = 'test-signature-of-an-address';

const OPTIONS: INodeParameters = { timeout: 1, maxConcurrency: 50, requestsPerMinute: 0 };

const PARAMETERS: INodeParameters = {
	resource: 'document',
	operation: 'recognizeText',
	inputType: '={{ $json.address ? "url" : "binary" }}',
	url: '={{ $json.address }}',
};

async function read(task: FaultsTask): Promise<FaultsReport> {
	const loader = await loadPackage();
	await useBinaryMode('filesystem');
	const small = samplePicture(0);
	const large = samplePicture(LARGE_PICTURE);
	const files = await servePicture(small);
	const address = `${files.url}/picture.jpg?Expires=1&Signature=${SIGNATURE}`;
	const itemAt = await itemMaker(small, large, address);

	const items = Array.from({ length: task.count }, (_, id) => itemAt(id));
	const started = performance.now();
	const parameters = { ...PARAMETERS, options: OPTIONS };
	const all = await run(loader, { ...task, items, parameters, onError: 'continueRegularOutput' });
	const wall = performance.now() - started;
	if (all.data.resultData.error) throw all.data.resultData.error;

	const ended: IRun[] = [];
	const once: INodeParameters = { ...PARAMETERS, options: { ...OPTIONS, maxRetries: 0 } };
	for (let id = 0; id < task.ended; id++) {
		const one = { url: task.url, apiKey: task.keyOfEnded, items: [itemAt(id)], parameters: once };
		ended.push(await run(loader, one));
	}
	await files.close();

	const secrets = secretsOf(task, small, large);
	const errors = ended.map(({ data }) => data.resultData.error).filter(Boolean);
	return {
		wall,
		outcomes: countOutcomes(task.count, outputOf(all)),
		errors: errors.length,
		secrets,
		leaks: {
			output: findSecrets(secrets, JSON.stringify(ownRunData(all))),
			errors: findSecrets(
				secrets,
				errors.map((error) => `${JSON.stringify(error)} ${wholly(error)}`).join('\n'),
			),
		},
	};
}

interface OneRun {
	url: string;
	apiKey: string;
	items: INodeExecutionData[];
	parameters: INodeParameters;
	onError?: 'continueRegularOutput';
}

async function run(
	loader: PackageDirectoryLoader,
	{ url, apiKey, ...others }: OneRun,
): Promise<IRun> {
	const credential = { apiKey, region: 'custom', baseUrl: url };
	return await runNode(loader, { credential, ...others });
}

async function itemMaker(
	small: Buffer,
	large: Buffer,
	address: string,
): Promise<(id: number) => INodeExecutionData> {
	const stored = await storeFile(small, 'picture.jpg', 'image/jpeg');
	const storedLarge = await storeFile(large, 'large.jpg', 'image/jpeg');
	return (id) => {
		if (id % EVERY === 1) return { json: { id }, binary: { data: storedLarge } };
		if (id % EVERY === 2) return { json: { id, address } };
		return { json: { id }, binary: { data: stored } };
	};
}

async function servePicture(picture: Buffer): Promise<{ url: string; close(): Promise<void> }> {
	const headers = { 'content-type': 'image/jpeg', 'content-length': picture.length };
	const server = createServer((request, response) => {
		response.writeHead(200, headers).end(request.method === 'HEAD' ? undefined : picture);
	}).listen(0, '127.0.0.1');
	await once(server, 'listening');
	const { port } = server.address() as AddressInfo;
	return {
		url: `http://127.0.0.1:${port}`,
		close: async () => {
			server.close();
			server.closeAllConnections();
			await once(server, 'close');
		},
	};
}

/** Keys, the signed part of an address, parts of each picture, and what a policy for uploads holds. */
function secretsOf(task: FaultsTask, ...pictures: Buffer[]): Record<string, string> {
	const parts = pictures.flatMap((picture, index) => {
		const base64 = picture.toString('base64');
		return [0.1, 0.5, 0.9].map((place) => {
			const start = Math.floor(base64.length * place);
			return [`picture ${index + 1} at ${place * 100} %`, base64.slice(start, start + 40)];
		});
	});
	return {
		key: task.apiKey,
		'key of the single executions': task.keyOfEnded,
		'signature of an address': SIGNATURE,
		'access key of the storage': 'standin-access-key-id',
		'policy of the storage': Buffer.from('{"expiration":').toString('base64').slice(0, 18),
		...Object.fromEntries(parts),
	};
}

/** Names of the secrets that a text holds. */
function findSecrets(secrets: Record<string, string>, text: string): string[] {
	return Object.keys(secrets).filter((name) => text.includes(secrets[name]));
}

/** What the node gave to n8n; the items that it was given hold their own addresses. */
function ownRunData({ data }: IRun): unknown {
	return data.resultData.runData['Qwen OCR'];
}

function wholly(error: unknown): string {
	return inspect(error, { depth: null, showHidden: true, maxStringLength: null });
}

answerTask(read);
