/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command of its own, not in n8n */
import { readFile } from 'node:fs/promises';
import { decodePicture } from './picture';
import { createReader } from './reader';

/**
 * `tsx readPictures.ts FILE…` prints {file: lines} as JSON. Tests read pictures through it, as the
 * models' runtime does not know the typed arrays of Jest's sandbox.
 */
async function readPictures(files: readonly string[]): Promise<void> {
	const reader = await createReader();
	const entries: Array<[string, unknown]> = [];
	for (const file of files) {
		entries.push([file, await reader.read(await decodePicture(await readFile(file)))]);
	}
	await reader.dispose();
	process.stdout.write(JSON.stringify(Object.fromEntries(entries)));
}

void readPictures(process.argv.slice(2));
