/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a process of its own, which is measured */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { request } from 'undici';
import { answerTask } from './loadProcess';
import { samplePicture } from './samplePicture';

/** A picture to be sent that many times, one after the other. */
export interface PlainTask {
	url: string;
	apiKey: string;
	count: number;
	pictureBytes: number;
}

export interface PlainReport {
	/** Processor time of each request, in ms. */
	processor: number[];
}

const PATH = '/api/v1/services/aigc/multimodal-generation/generation';

async function send({ url, apiKey, count, pictureBytes }: PlainTask): Promise<PlainReport> {
	const folder = mkdtempSync(join(tmpdir(), 'qwen-ocr-bench-'));
	const file = join(folder, 'picture.jpg');
	writeFileSync(file, samplePicture(pictureBytes));
	const processor: number[] = [];
	for (let index = 0; index < count; index++) {
		const before = process.cpuUsage();
		const image = `data:image/jpeg;base64,${(await readFile(file)).toString('base64')}`;
		const body = JSON.stringify({
			model: 'qwen-vl-ocr',
			input: { messages: [{ role: 'user', content: [{ image }] }] },
			parameters: { ocr_options: { task: 'text_recognition' } },
		});
		const answer = await request(`${url}${PATH}`, {
			method: 'POST',
			headers: { authorization: `Bearer ${apiKey}`, 'content-type': 'application/json' },
			body,
		});
		await answer.body.json();
		if (answer.statusCode !== 200) throw new Error(`The stand-in answered ${answer.statusCode}`);
		const { user, system } = process.cpuUsage(before);
		processor.push((user + system) / 1000);
	}
	rmSync(folder, { recursive: true });
	return { processor };
}

answerTask(send);
