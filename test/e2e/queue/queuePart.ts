/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { equal, ok } from 'node:assert/strict';
import { startStandin } from '../../engine/standinProcess';
import { Session } from '../n8n/session';
import type { Progress } from '../progress';
import type { Batch } from './batch';
import { beginBatch, untilResults, untilUnfinished } from './batch';
import type { Outcome } from './countBatch';
import { countBatch } from './countBatch';
import type { QueueParts } from './queueServer';
import { startQueueServer, WORKER_CONCURRENCY } from './queueServer';
import { retryFailed } from './retryFailed';

const PICTURES = 200;

/** How long the stand-in takes for an answer: the pictures themselves are not read here. */
const LATENCY_MS = 1000;

/** How many results there are when a worker is killed. */
const RESULTS_BEFORE_KILL = 60;

/**
 * n8n in queue mode reads batches of pictures: with two workers, with one of two killed in the
 * middle, and with the worker that is left.
 */
export async function runQueuePart(parts: QueueParts, progress: Progress): Promise<Outcome[]> {
	const standinUrl = await startStandin('--answers', 'echo', '--latency', `${LATENCY_MS}`);
	const { n8n, postgres, startWorker } = await progress.step(
		'Queue: PostgreSQL, Redis and the main process',
		async () => await startQueueServer(parts),
	);
	const session = await Session.setUp(n8n);
	const [, second] = await progress.step(
		'Queue: two workers',
		async () => await Promise.all([startWorker('worker-1'), startWorker('worker-2')]),
	);
	const batches: Batch[] = [];
	const begin = async (title: string) => {
		const batch = await beginBatch(session, standinUrl, title, PICTURES);
		batches.push(batch);
		return batch;
	};
	const runUndisturbed = async (title: string) =>
		await progress.step(`Queue: ${PICTURES} pictures, ${title}`, async () => {
			const batch = await begin(title);
			await untilResults(batch, PICTURES);
			await untilUnfinished(batch, postgres, 0);
			const outcome = await countBatch(batch, postgres);
			checkUndisturbed(outcome);
			return outcome;
		});
	try {
		const two = await runUndisturbed('2 workers');
		const hurt = await progress.step(`Queue: ${PICTURES} pictures, one worker killed`, async () => {
			const batch = await begin('2 workers, 1 killed');
			await untilResults(batch, RESULTS_BEFORE_KILL);
			await second.kill();
			await batch.accepted;
			await untilUnfinished(batch, postgres, WORKER_CONCURRENCY);
			return batch;
		});
		const one = await runUndisturbed('1 worker');
		const killed = await progress.step('Queue: what the killed worker had in hand', async () => {
			await untilUnfinished(hurt, postgres, 0);
			const outcome = await countBatch(hurt, postgres);
			checkKilled(outcome);
			progress.report(`  n8n's Retry: ${await retryFailed(session, hurt, postgres)}`);
			return outcome;
		});
		return [one, two, killed];
	} finally {
		await Promise.all(batches.map(async ({ collector }) => await collector.close()));
	}
}

function checkUndisturbed(outcome: Outcome): void {
	equal(outcome.accepted, PICTURES, 'the webhook takes every picture');
	equal(outcome.delivered, PICTURES, 'every picture has a result');
	equal(outcome.deliveredTwice + outcome.paidTwice, 0, 'nothing is done twice');
}

/** n8n gives up what a dead worker had in hand; the node must add nothing to that. */
function checkKilled(outcome: Outcome): void {
	equal(outcome.accepted, PICTURES, 'the webhook takes every picture');
	equal(outcome.deliveredTwice + outcome.paidTwice, 0, 'nothing is done twice');
	const lost = outcome.paidInVain + outcome.neverTried;
	equal(outcome.delivered + lost, PICTURES, 'every picture is accounted for');
	ok(lost <= WORKER_CONCURRENCY, `${lost} pictures lost: no more than the worker had in hand`);
}
