import { createHash } from 'node:crypto';
import type { Batch } from './batch';
import type { Postgres } from './startPostgres';

/** What came of a batch of pictures. Counts are of pictures if nothing else is said. */
export interface Outcome {
	title: string;
	pictures: number;
	/** That the webhook took. */
	accepted: number;
	/** From the first upload to the last result. */
	seconds: number;
	/** With at least one result. */
	delivered: number;
	/** With more than one result. */
	deliveredTwice: number;
	/** That the service was asked about more than once, and so paid twice. */
	paidTwice: number;
	/** That the service was asked about, without a result in the end. */
	paidInVain: number;
	/** Neither asked about nor delivered. */
	neverTried: number;
	/** Executions by their status. */
	executions: Record<string, number>;
}

/** What became of one picture. */
interface Fate {
	results: number;
	requests: number;
}

/**
 * Counts by the requests that the stand-in wrote down, the results that were handed over, and the
 * executions in n8n's database. Throws when a picture got the result of another one.
 */
export async function countBatch(batch: Batch, { query }: Postgres): Promise<Outcome> {
	const { title, pictures, collector, workflowId, accepted, begin } = batch;
	const rows = await query(
		`select status, count(*) from execution_entity
		where "workflowId" = '${workflowId}' group by status`,
	);
	const fates = await fatesOf(batch);
	const many = (test: (fate: Fate) => boolean) => fates.filter(test).length;
	const last = Math.max(...collector.deliveries.map(({ time }) => time));
	return {
		title,
		pictures: pictures.length,
		accepted: await accepted,
		seconds: Math.round((last - begin) / 100) / 10,
		delivered: many(({ results }) => results > 0),
		deliveredTwice: many(({ results }) => results > 1),
		paidTwice: many(({ requests }) => requests > 1),
		paidInVain: many(({ results, requests }) => requests > 0 && results === 0),
		neverTried: many(({ results, requests }) => requests === 0 && results === 0),
		executions: Object.fromEntries(rows.map(([status, count]) => [status, Number(count)])),
	};
}

async function fatesOf({ account, collector, pictures }: Batch): Promise<Fate[]> {
	const asked = (await account.requests()).map(({ body }) => JSON.stringify(body));
	return pictures.map(({ number, bytes }) => {
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		const results = collector.deliveries.filter((delivery) => delivery.number === number);
		const wrong = results.find(({ text }) => !text.includes(sha256));
		if (wrong) throw new Error(`Picture ${number} got another one's result: ${wrong.text}`);
		const requests = asked.filter((body) => body.includes(sha256)).length;
		return { results: results.length, requests };
	});
}
