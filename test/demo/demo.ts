/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { REGIONS } from '../../nodes/QwenOcr/dashscope/regions';
import { ROOT, loadPackage, useBinaryMode } from '../engine/harness';
import { startStandin, stopStandin } from '../engine/standinProcess';
import { UNSEEN_SEEDS, knownDocuments, photoDocuments, unseenDocument } from './documents';
import type { DemoDocument } from './documents';
import { readFields } from './readFields';
import type { ReadDocument } from './readFields';
import { print, printFields, printProgress, totalScore, writeOutput } from './report';
import { reviewLines, reviewPages } from './review';
import { formatScore } from './score';

const OUTPUT_FOLDER = 'demo-output';

async function main(): Promise<void> {
	const credential = await chooseService();
	const loader = await loadPackage();
	await useBinaryMode('default');

	const fixtures = [...knownDocuments(), ...photoDocuments()];
	const total = fixtures.length + UNSEEN_SEEDS.length;
	const read: ReadDocument[] = [];
	const readNext = async (document: DemoDocument) => {
		read.push(await readFields(loader, credential, document));
		printProgress(read.length, total, read[read.length - 1]);
	};

	print('\nReading invoices, receipts, a form and a ticket, then pages with random content:');
	for (const document of fixtures) await readNext(document);
	for (const seed of UNSEEN_SEEDS) await readNext(await unseenDocument(seed));

	const known = read.slice(0, knownDocuments().length);
	const photos = read.slice(known.length, fixtures.length);
	const unseen = read.slice(fixtures.length);
	print();
	printFields([...known, ...photos]);
	print('\nOn the pages with random content, these fields were not read right:\n');
	printFields(unseen.map(withoutRightFields));
	writeOutput(join(ROOT, OUTPUT_FOLDER), read);

	print('\nBy template, with types and checks, and what a person is asked to look at:\n');
	for (const line of reviewLines(await reviewPages(loader, credential))) print(line);

	const arrived = read.map((document) => document.arrived);
	const answered = arrived.reduce((sum, { total: count }) => sum + count, 0);
	const delivered = arrived.reduce((sum, { right }) => sum + right, 0);
	print();
	print(
		`Values of the service that arrived in the items:  ${formatScore({ right: delivered, total: answered })}`,
	);
	print(
		`Fields read right, ${known.length} known pages:               ${formatScore(totalScore(known))}`,
	);
	print(
		`Fields read right, ${photos.length} phone photos:              ${formatScore(totalScore(photos))}`,
	);
	print(
		`Fields read right, ${unseen.length} unseen random pages:      ${formatScore(totalScore(unseen))}`,
	);
	if (credential.region === 'custom') {
		print('What is wrong above was misread by the stand-in; the real models read differently.');
	}
	print(
		`\nWritten: ${OUTPUT_FOLDER}/fields.csv (opens in a spreadsheet), ${OUTPUT_FOLDER}/items.json (the n8n items)`,
	);
}

/** The real service where a key is given, else the stand-in with real OCR on this machine. */
async function chooseService(): Promise<ICredentialDataDecryptedObject> {
	const apiKey = process.env.DASHSCOPE_API_KEY?.trim();
	const region = process.env.DASHSCOPE_REGION ?? 'ap-southeast-1';
	if (apiKey) {
		if (!Object.hasOwn(REGIONS, region)) {
			throw new Error(
				`DASHSCOPE_REGION is ${region}; it may be ${Object.keys(REGIONS).join(', ')}`,
			);
		}
		print(
			`Service: the REAL DashScope service, region ${region} (DASHSCOPE_REGION). Every page costs tokens.`,
		);
		return { apiKey, region };
	}
	const url = await startStandin();
	print(`Service: the DashScope stand-in with real OCR on this machine, ${url}.`);
	print(
		'         Set DASHSCOPE_API_KEY (and DASHSCOPE_REGION) to read with the real service instead.',
	);
	return { apiKey: 'sk-test-demo', region: 'custom', baseUrl: url };
}

function withoutRightFields(document: ReadDocument): ReadDocument {
	return { ...document, fields: document.fields.filter(({ isRight }) => !isRight) };
}

process.once('SIGINT', () => {
	print('\nStopped.');
	process.exit(130);
});

main()
	.catch((error: Error) => {
		process.stderr.write(`\nThe demo stopped: ${error.message}\n`);
		process.exitCode = 1;
	})
	.finally(stopStandin);
