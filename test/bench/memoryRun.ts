/* eslint-disable @n8n/community-nodes/no-restricted-globals -- a process of its own, whose memory is measured */
import { loadPackage, outputOf, runNode, storeFile, useBinaryMode } from '../engine/harness';
import { startStandin, stopStandin } from '../engine/standinProcess';
import { answerTask } from './loadProcess';

/** What a run is to do: read the file that many times in one execution. */
export interface MemoryTask {
	bytes: Buffer;
	fileCount: number;
}

/** What it tells. */
export interface MemoryReport {
	/** Largest resident set that was seen, in bytes. */
	peak: number;
	/** Pages that were read. */
	pages: number;
}

const SAMPLE_MILLISECONDS = 20;

async function read({ bytes, fileCount }: MemoryTask): Promise<MemoryReport> {
	const url = await startStandin('--answers', 'echo');
	const loader = await loadPackage();
	await useBinaryMode('filesystem');
	const items = [];
	for (let count = 0; count < fileCount; count++) {
		items.push({
			json: {},
			binary: { data: await storeFile(bytes, `${count}.pdf`, 'application/pdf') },
		});
	}
	let peak = 0;
	const sample = () => (peak = Math.max(peak, process.memoryUsage.rss()));
	const sampling = setInterval(sample, SAMPLE_MILLISECONDS);
	const run = await runNode(loader, {
		credential: { apiKey: 'sk-test-memory', region: 'custom', baseUrl: url },
		items,
		parameters: {
			resource: 'document',
			operation: 'recognizeText',
			outputMode: 'perPage',
			options: { requestsPerMinute: 0 },
		},
	});
	sample();
	clearInterval(sampling);
	await stopStandin();
	const { error } = run.data.resultData;
	if (error) throw error;
	return { peak, pages: outputOf(run).length };
}

answerTask(read);
