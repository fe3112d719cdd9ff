/** A piece of work that is begun when there is room for it. */
export type Task = () => Promise<void>;

/**
 * Runs tasks as they come, at most `concurrency` at a time; the next one is asked for only when one
 * has ended, so that what is not yet needed is not yet loaded. The first task that fails keeps the
 * others from being begun.
 * @throws what that task threw, when those that had begun have ended
 */
export async function runTasks(tasks: AsyncIterator<Task>, concurrency: number): Promise<void> {
	let isStopped = false;
	const work = async () => {
		try {
			while (!isStopped) {
				const next = await tasks.next();
				if (next.done) return;
				await next.value();
			}
		} finally {
			isStopped = true;
		}
	};
	const workers = await Promise.allSettled(Array.from({ length: concurrency }, work));
	const failed = workers.find((worker) => worker.status === 'rejected');
	if (failed) throw failed.reason;
}
