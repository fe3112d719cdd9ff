import { knownDocuments, unseenDocument, UNSEEN_SEEDS } from '../demo/documents';
import { readFields } from '../demo/readFields';
import type { ReadDocument } from '../demo/readFields';
import { totalScore } from '../demo/report';
import type { Score } from '../demo/score';
import { loadPackage, useBinaryMode } from './harness';
import { StandinAccount } from './standin';

/** Fields through the node, n8n's engine, HTTP and the stand-in's real OCR. */
const account = new StandinAccount();
const read: Record<'known' | 'unseen', ReadDocument[]> = { known: [], unseen: [] };

beforeAll(async () => {
	const loader = await loadPackage();
	await useBinaryMode('default');
	for (const document of knownDocuments()) {
		read.known.push(await readFields(loader, account.credential, document));
	}
	for (const seed of UNSEEN_SEEDS) {
		read.unseen.push(await readFields(loader, account.credential, await unseenDocument(seed)));
	}
}, 240_000);

test('everything that the service answered arrives in the items', () => {
	for (const { arrived } of [...read.known, ...read.unseen])
		expect(arrived.right).toBe(arrived.total);
});

test('at least 90 % of the fields of the known pages are read right', () => {
	expect(share(totalScore(read.known))).toBeGreaterThanOrEqual(0.9);
});

test('at least 70 % of the fields of 20 pages with random content are read right', () => {
	expect(read.unseen).toHaveLength(20);
	expect(share(totalScore(read.unseen))).toBeGreaterThanOrEqual(0.7);
});

function share({ right, total }: Score): number {
	return right / total;
}
