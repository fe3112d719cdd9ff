/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own, which is measured */
import type { INodeParameters } from 'n8n-workflow';
import { loadPackage, outputOf, runNode, storeFile, useBinaryMode } from '../engine/harness';
import { samplePicture } from './samplePicture';

/** What a run is to do: read the same picture that many times in one execution. */
export interface LoadTask {
	url: string;
	apiKey: string;
	count: number;
	pictureBytes: number;
	options: INodeParameters;
	/** Executions one after another, each of `count` items; 1 unless given. */
	executions?: number;
}

/** What it tells. Times in ms, memory in bytes. */
export interface LoadReport {
	wall: number;
	/** Processor time of each execution. */
	processor: number[];
	/** Resident set before the run, and its largest value in it. */
	idle: number;
	peak: number;
	outcomes: { read: number; review: number; failed: number; missing: number };
	/** How many outputs held the key. */
	leaks: number;
	/** Codes of the error items, counted. */
	codes: Record<string, number>;
}

const SAMPLE_MILLISECONDS = 20;

async function read(task: LoadTask): Promise<LoadReport> {
	const loader = await loadPackage();
	await useBinaryMode('filesystem');
	const stored = await storeFile(samplePicture(task.pictureBytes), 'picture.jpg', 'image/jpeg');
	const items = Array.from({ length: task.count }, (_, id) => ({
		json: { id },
		binary: { data: stored },
	}));
	const run = async () =>
		await runNode(loader, {
			credential: { apiKey: task.apiKey, region: 'custom', baseUrl: task.url },
			items,
			onError: 'continueRegularOutput',
			parameters: { resource: 'document', operation: 'recognizeText', options: task.options },
		});

	const idle = process.memoryUsage.rss();
	let peak = idle;
	const sample = () => (peak = Math.max(peak, process.memoryUsage.rss()));
	const sampling = setInterval(sample, SAMPLE_MILLISECONDS);
	const started = performance.now();
	const processor: number[] = [];
	let last;
	for (let execution = 0; execution < (task.executions ?? 1); execution++) {
		const before = process.cpuUsage();
		last = await run();
		const { user, system } = process.cpuUsage(before);
		processor.push((user + system) / 1000);
	}
	const wall = performance.now() - started;
	clearInterval(sampling);
	if (!last) throw new Error('Nothing was run');
	if (last.data.resultData.error) throw last.data.resultData.error;

	const output = outputOf(last);
	const outcomeOfItem = new Map(output.map((item) => [indexOf(item.pairedItem), item.json]));
	const failed = output.filter(({ json }) => json.error !== undefined);
	const codes: Record<string, number> = {};
	for (const { json } of failed) {
		const { code } = json.details as { code: string };
		codes[code] = (codes[code] ?? 0) + 1;
	}
	const doubtful = output.filter(
		({ json }) => (json.review as { needed?: boolean } | undefined)?.needed,
	);
	return {
		wall,
		processor,
		idle,
		peak,
		outcomes: {
			read: output.length - failed.length - doubtful.length,
			review: doubtful.length,
			failed: failed.length,
			missing: task.count - outcomeOfItem.size + (output.length - outcomeOfItem.size),
		},
		leaks: output.filter((item) => JSON.stringify(item).includes(task.apiKey)).length,
		codes,
	};
}

function indexOf(paired: unknown): unknown {
	return typeof paired === 'object' && paired !== null && 'item' in paired ? paired.item : paired;
}

process.once('message', (task: LoadTask) => {
	read(task)
		.then((report) => {
			process.send?.(report);
			process.disconnect();
		})
		.catch((error: Error) => {
			process.stderr.write(`${error.stack}\n`);
			process.exit(1);
		});
});
