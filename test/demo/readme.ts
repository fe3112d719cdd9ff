/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- writes the README, never published */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageDirectoryLoader } from 'n8n-core';
import type { IDataObject } from 'n8n-workflow';
import { ROOT, loadPackage, outputOf, runNode, useBinaryMode } from '../engine/harness';
import { pictureInMemory, readPicture } from '../engine/pictures';
import { startStandin, stopStandin } from '../engine/standinProcess';
import { drawExample } from './examplePicture';
import { EXAMPLES, shorten } from './examples';
import type { Example } from './examples';

const README = join(ROOT, 'README.md');
const PICTURES = join(ROOT, 'docs');

/** Runs every operation and puts its real output and a picture of it into the README. */
async function main(): Promise<void> {
	const baseUrl = await startStandin();
	const loader = await loadPackage();
	await useBinaryMode('default');
	mkdirSync(PICTURES, { recursive: true });
	let readme = readFileSync(README, 'utf8');
	for (const example of EXAMPLES) {
		const item = await readExample(loader, baseUrl, example);
		const picture = await drawExample(readPicture(example.picture).bytes, item);
		writeFileSync(join(PICTURES, `${example.operation}.webp`), picture);
		readme = insertOutput(readme, example, shorten(item, 400));
		process.stdout.write(`${example.operation}: ${(picture.length / 1024).toFixed(0)} kB\n`);
	}
	writeFileSync(README, readme);
}

async function readExample(
	loader: PackageDirectoryLoader,
	baseUrl: string,
	{ operation, picture, parameters }: Example,
): Promise<IDataObject> {
	const run = await runNode(loader, {
		credential: { apiKey: 'sk-test-readme', region: 'custom', baseUrl },
		items: [{ json: {}, binary: { data: pictureInMemory(picture) } }],
		parameters: { resource: 'document', operation, ...parameters },
	});
	const { error } = run.data.resultData;
	if (error) throw error;
	return outputOf(run)[0].json;
}

function insertOutput(
	readme: string,
	{ operation, asked = '' }: Example,
	item: IDataObject,
): string {
	const start = `<!-- output:${operation} -->\n`;
	const from = readme.indexOf(start);
	const to = readme.indexOf('<!-- end -->', from);
	if (from < 0 || to < 0) throw new Error(`The README has no place for the output of ${operation}`);
	const json = `\`\`\`json\n${JSON.stringify(item)}\n\`\`\``;
	const block = `${asked && `${asked}\n\n`}<details><summary>The item</summary>\n\n${json}\n\n</details>\n`;
	return readme.slice(0, from + start.length) + block + readme.slice(to);
}

main()
	.catch((error: Error) => {
		process.stderr.write(`${error.stack ?? error.message}\n`);
		process.exitCode = 1;
	})
	.finally(stopStandin);
