/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own, which is measured */
import type { INodeParameters } from 'n8n-workflow';
import { loadPackage, outputOf, runNode, storeFile, useBinaryMode } from '../engine/harness';
import { countOutcomes, type Outcomes } from './outcomes';
import { answerTask } from './loadProcess';
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
	outcomes: Outcomes;
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
	sample();
	clearInterval(sampling);
	if (!last) throw new Error('Nothing was run');
	if (last.data.resultData.error) throw last.data.resultData.error;

	return { wall, processor, idle, peak, outcomes: countOutcomes(task.count, outputOf(last)) };
}

answerTask(read);
