/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- runs on a developer's machine, never published */
import { mkdirSync, mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

/** The folders that a run works in. */
export interface Places {
	/** The checkout. */
	repository: string;
	/** What later runs use again: the n8n server and its Node.js. */
	cache: string;
	/** This run's own files: packed node, n8n's data, databases, logs. Removed at the end. */
	run: string;
	/** Where pictures of the run go. */
	pictures: string;
}

const NAME = 'n8n-nodes-qwen-ocr-e2e';

/** Makes the folders of a run; `pictures` is a folder of the system's temporary ones if not given. */
export function makePlaces(pictures?: string): Places {
	const caches = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
	const places = {
		repository: resolve(__dirname, '../../..'),
		cache: join(caches, NAME),
		run: mkdtempSync(join(tmpdir(), `${NAME}-`)),
		pictures: resolve(pictures ?? join(tmpdir(), `${NAME}-pictures`)),
	};
	mkdirSync(places.cache, { recursive: true });
	mkdirSync(places.pictures, { recursive: true });
	return places;
}
