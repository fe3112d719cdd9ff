import { randomUUID } from 'node:crypto';
import { StandinAccount } from '../../engine/standin';
import { CREDENTIAL_TYPE } from '../credential/checkCredential';
import type { Session } from '../n8n/session';
import { untilRegistered } from '../n8n/webhook';
import { waitUntil } from '../processes/waitUntil';
import type { Collector } from './collector';
import { startCollector } from './collector';
import type { NumberedPicture } from './numberedPictures';
import { numberedPictures } from './numberedPictures';
import type { Postgres } from './startPostgres';
import { queueWorkflow } from './queueWorkflow';
import { sendPictures } from './sendPictures';

/** Pictures that are read together, by a workflow and with a key of their own. */
export interface Batch {
	title: string;
	workflowId: string;
	account: StandinAccount;
	collector: Collector;
	pictures: readonly NumberedPicture[];
	/** How many uploads the webhook took, once all are sent. */
	accepted: Promise<number>;
	/** When the first upload began, on the clock of `performance.now()`. */
	begin: number;
}

/** Statuses of executions that n8n still works on, or thinks so. */
const UNFINISHED = "('new', 'running', 'waiting', 'unknown')";

const PATIENCE_SECONDS = 240;

/** Begins to upload as many pictures to a new workflow. */
export async function beginBatch(
	session: Session,
	standinUrl: string,
	title: string,
	count: number,
): Promise<Batch> {
	const account = new StandinAccount(standinUrl);
	const collector = await startCollector();
	const credential = await session.createCredential(CREDENTIAL_TYPE, title, account.credential);
	const path = randomUUID();
	const workflow = queueWorkflow(path, credential, collector.url);
	const workflowId = await session.createWorkflow(workflow);
	await session.publish(workflowId);
	const pictures = numberedPictures(count);
	await untilRegistered(session.url, path);
	const begin = performance.now();
	const accepted = sendPictures(session.url, path, pictures);
	return { title, workflowId, account, collector, pictures, accepted, begin };
}

/** Waits until a batch has so many results. */
export async function untilResults({ title, collector }: Batch, count: number): Promise<void> {
	await waitUntil(`${count} results of ${title}`, PATIENCE_SECONDS, async () =>
		Promise.resolve(collector.deliveries.length >= count),
	);
}

/** Waits until n8n has at most so many unfinished executions of a batch. */
export async function untilUnfinished(
	{ title, workflowId }: Batch,
	{ query }: Postgres,
	most: number,
): Promise<void> {
	await waitUntil(`the executions of ${title}`, PATIENCE_SECONDS, async () => {
		const [[unfinished]] = await query(
			`select count(*) from execution_entity
			where "workflowId" = '${workflowId}' and status in ${UNFINISHED}`,
		);
		return Number(unfinished) <= most;
	});
}
