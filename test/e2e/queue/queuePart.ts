/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { equal, ok } from 'node:assert/strict';
import { startStandin } from '../../engine/standinProcess';
import { Session } from '../n8n/session';
import type { Progress } from '../progress';
import type { Batch } from './batch';
import { beginBatch, untilResults, untilUnfinished } from './batch';
import type { Outcome } from './countBatch';
import { countBatch } from './countBatch';
import type { QueueServer } from './queueServer';
import { WORKER_CONCURRENCY } from './queueServer';
import { retryFailed } from './retryFailed';

/** Enough for two workers to show what they gain. */
const PICTURES = 100;

/** A worker's first executions are slow, which says nothing about one worker against two. */
const WARMING_UP = 2 * WORKER_CONCURRENCY;

/** A worker is killed in the middle of these. */
const PICTURES_FOR_KILL = 200;

/**
 * How long the stand-in takes for an answer: the pictures themselves are not read here. Long enough
 * for the workers to be what limits the pace, not the main process that takes the uploads.
 */
const LATENCY_MS = 2000;

/** How many results there are when a worker is killed. */
const RESULTS_BEFORE_KILL = 60;

/**
 * n8n in queue mode reads batches of pictures: with two workers, with one of two killed in the
 * middle, and with the worker that is left.
 */
export async function runQueuePart(
	{ n8n, postgres, workers }: QueueServer,
	progress: Progress,
): Promise<Outcome[]> {
	const standinUrl = await startStandin('--answers', 'echo', '--latency', `${LATENCY_MS}`);
	const session = await Session.setUp(n8n);
	const batches: Batch[] = [];
	const begin = async (title: string, count: number) => {
		const batch = await beginBatch(session, standinUrl, title, count);
		batches.push(batch);
		return batch;
	};
	const runUndisturbed = async (title: string) =>
		await progress.step(`Queue: ${PICTURES} pictures, ${title}`, async () => {
			const batch = await begin(title, PICTURES);
			await untilResults(batch, PICTURES);
			await untilUnfinished(batch, postgres, 0);
			const outcome = await countBatch(batch, postgres);
			checkUndisturbed(outcome);
			return outcome;
		});
	try {
		await progress.step('Queue: the first pictures of each worker', async () => {
			await untilResults(await begin('warming up', WARMING_UP), WARMING_UP);
		});
		const two = await runUndisturbed('2 workers');
		const hurt = await progress.step(
			`Queue: ${PICTURES_FOR_KILL} pictures, one worker killed`,
			async () => {
				const batch = await begin('2 workers, 1 killed', PICTURES_FOR_KILL);
				await untilResults(batch, RESULTS_BEFORE_KILL);
				await workers[1].kill();
				await batch.accepted;
				await untilUnfinished(batch, postgres, WORKER_CONCURRENCY);
				return batch;
			},
		);
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
	equal(outcome.accepted, outcome.pictures, 'the webhook takes every picture');
	equal(outcome.delivered, outcome.pictures, 'every picture has a result');
	equal(outcome.deliveredTwice + outcome.paidTwice, 0, 'nothing is done twice');
}

/** n8n gives up what a dead worker had in hand; the node must add nothing to that. */
function checkKilled(outcome: Outcome): void {
	equal(outcome.accepted, outcome.pictures, 'the webhook takes every picture');
	equal(outcome.deliveredTwice + outcome.paidTwice, 0, 'nothing is done twice');
	const lost = outcome.paidInVain + outcome.neverTried;
	ok(lost > 0, 'the kill struck what the worker had in hand');
	equal(outcome.delivered + lost, outcome.pictures, 'every picture is accounted for');
	ok(lost <= WORKER_CONCURRENCY, `${lost} pictures lost: no more than the worker had in hand`);
}
