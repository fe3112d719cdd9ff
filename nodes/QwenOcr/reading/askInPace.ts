import type { Answer } from '../dashscope/nativeAnswer';
import { withRetries } from '../dashscope/pace/retry';
import type { RetryNotice } from '../dashscope/pace/retry';
import type { Job } from './job';
import type { Run } from './run';
import { clock } from './sharedLimiters';
import type { Spending } from './spending';

/**
 * Sends a request when its turn has come, and again where its fault may pass. A complete answer is
 * never asked for twice.
 * @param spending what the budget keeps for it
 * @throws Fault of the last attempt, or `max_cost`
 */
export async function askInPace(
	run: Run,
	job: Job,
	spending: Spending,
	send: () => Promise<Answer>,
): Promise<Answer> {
	const answer = await withRetries(async () => await spending.watch(send), job.retryPolicy, {
		...clock,
		random: Math.random,
		signal: AbortSignal.any([run.signal]),
		limiter: job.limiter,
		onRetry: (notice) => log(run, job, notice),
	});
	spending.settle(answer);
	return answer;
}

/** Sends or fetches what costs nothing, and again where its fault may pass. */
export async function sendAgain<Value>(
	run: Run,
	job: Job,
	send: () => Promise<Value>,
): Promise<Value> {
	return await withRetries(send, job.retryPolicy, {
		...clock,
		random: Math.random,
		signal: AbortSignal.any([run.signal]),
		onRetry: (notice) => log(run, job, notice),
	});
}

function log({ context }: Run, { settings, facts }: Job, notice: RetryNotice): void {
	const { attempt, code, waitMilliseconds } = notice;
	const seconds = (waitMilliseconds / 1000).toFixed(1);
	context.logger.info(
		`Qwen OCR: attempt ${attempt} for item ${facts.itemIndex} ended with ${code}; the next one follows in ${seconds} s`,
		{ model: settings.model, ...notice },
	);
}
