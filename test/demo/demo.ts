/* eslint-disable @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- a command for developers, never published */
import { join } from 'node:path';
import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { ROOT, loadPackage, useBinaryMode } from '../engine/harness';
import { startStandin, stopStandin } from '../engine/standinProcess';
import { UNSEEN_SEEDS, knownDocuments, photoDocuments, unseenDocument } from './documents';
import type { DemoDocument } from './documents';
import { readFields } from './readFields';
import type { ReadDocument } from './readFields';
import { print, printFields, printProgress, totalScore, writeOutput } from './report';
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
	writeOutput(join(ROOT, OUTPUT_FOLDER), read);

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
	print(
		`\nWritten: ${OUTPUT_FOLDER}/fields.csv (opens in a spreadsheet), ${OUTPUT_FOLDER}/items.json (the n8n items)`,
	);
}

/** The real service where a key is given, else the stand-in with real OCR on this machine. */
async function chooseService(): Promise<ICredentialDataDecryptedObject> {
	const { DASHSCOPE_API_KEY: apiKey, DASHSCOPE_REGION: region = 'ap-southeast-1' } = process.env;
	if (apiKey) {
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

main()
	.catch((error: Error) => {
		process.stderr.write(`\nThe demo stopped: ${error.message}\n`);
		process.exitCode = 1;
	})
	.finally(stopStandin);
