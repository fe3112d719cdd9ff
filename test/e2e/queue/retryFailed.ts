import type { Session } from '../n8n/session';
import type { Batch } from './batch';
import { untilUnfinished } from './batch';
import type { Postgres } from './startPostgres';

/** Presses Retry on every failed execution of a batch, and says in words what came of it. */
export async function retryFailed(
	session: Session,
	batch: Batch,
	postgres: Postgres,
): Promise<string> {
	const failed = await postgres.query(
		`select id from execution_entity where "workflowId" = '${batch.workflowId}'
		and status in ('error', 'crashed') order by id`,
	);
	const before = batch.collector.deliveries.length;
	for (const [id] of failed) {
		await session.call('POST', `/rest/executions/${id}/retry`, { loadWorkflow: false });
	}
	await untilUnfinished(batch, postgres, 0);
	const more = batch.collector.deliveries.length - before;
	return `${failed.length} failed executions tried again, ${more} more results`;
}
