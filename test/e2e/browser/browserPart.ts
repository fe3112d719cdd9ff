/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { join } from 'node:path';
import { settle } from '../progress';
import type { Run } from '../runAll';
import { startFileServer } from '../documents/fileServer';
import { readNodeTypes } from '../n8n/nodeTypes';
import type { Session, StoredCredential } from '../n8n/session';
import { Album } from './album';
import type { ImportedExample } from '../examples/examplesPart';
import type { DebianPrograms } from '../setup/debianPackages';
import type { Server } from '../setup/installServer';
import { clickExample } from './clickExample';
import { checkOptions } from './checkOptions';
import { checkRows } from './checkRows';
import { checkOperations } from './checkOperations';
import { Editor } from './editor';
import { executeByClicking } from './executeByClicking';
import { findNode } from './findNode';
import { lookAtCredential } from './lookAtCredential';
import { lookAtTool } from './lookAtTool';
import { copyReadmePictures } from './readmePictures';
import { openBrowser, WINDOW } from './openBrowser';
import type { Stage } from './stage';
import { tryWrongKey } from './tryWrongKey';

/** What the part in the browser works with. */
export interface BrowserInput {
	programs: DebianPrograms;
	session: Session;
	credential: StoredCredential;
	standinUrl: string;
	server: Server;
	examples: readonly ImportedExample[];
}

/** Uses the node as a person does, in a real browser, and photographs what is to be seen. */
export async function runBrowserPart(
	{ command, places, progress }: Run,
	{ programs, session, credential, standinUrl, server, examples }: BrowserInput,
): Promise<void> {
	const { node, tool } = await readNodeTypes(session);
	const { browser, page } = await openBrowser(programs.chromium, session);
	const documents = await startFileServer();
	const album = new Album(places.pictures);
	const editor = new Editor(page, session.url);
	const report = (line: string) => progress.report(line);
	const stage: Stage = { session, editor, album, credential, standinUrl, documents, report };
	const steps: Record<string, () => Promise<void>> = {
		'Browser: find and add the node': async () => await findNode(stage, node),
		'Browser: fields of every operation': async () => await checkOperations(stage, node),
		'Browser: options': async () => await checkOptions(stage, node),
		'Browser: rows of lists': async () => await checkRows(stage, node),
		'Browser: the AI tool': async () => await lookAtTool(stage, tool),
		'Browser: execute a workflow': async () => await executeByClicking(stage),
		'Browser: good key': async () => await lookAtCredential(stage),
		'Browser: wrong key': async () => await tryWrongKey(stage),
		...Object.fromEntries(
			examples.map((example) => [
				`Browser: example ${example.example.name}`,
				async () => await clickExample(stage, server, example),
			]),
		),
	};
	try {
		for (const [title, step] of Object.entries(steps)) {
			await progress.tryStep(title, async () => {
				await page.setViewportSize(WINDOW);
				const result = await settle(step());
				if (!('error' in result)) return;
				await album.take(`failure-${title.replace(/\W+/g, '-')}`, page);
				throw result.error;
			});
		}
	} finally {
		await browser.close();
		await documents.close();
		progress.report(`${album.names.length} pictures in ${album.folder}`);
	}
	if (command.docs) {
		const missing = copyReadmePictures(album, join(places.repository, 'docs'));
		const all = missing.length === 0 ? 'all' : `all but ${missing.join(', ')}`;
		progress.report(`the pictures of the README are in docs/: ${all}`);
	}
}
