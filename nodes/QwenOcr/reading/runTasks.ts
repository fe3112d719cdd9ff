/** A piece of work that is begun when there is room for it. */
export type Task = () => Promise<void>;

/**
 * Runs tasks as they come, at most `concurrency` at a time; the next one is asked for only when one
 * has ended, so that what is not yet needed is not yet loaded. The first task that fails keeps the
 * others from being begun.
 * @param onFailure is told at once, so that those that have begun can be ended
 * @throws what that task threw, when all that had begun have ended
 */
export async function runTasks(
	tasks: AsyncIterator<Task>,
	concurrency: number,
	onFailure: () => void,
): Promise<void> {
	const failures: unknown[] = [];
	const work = async () => {
		while (failures.length === 0) {
			try {
				const next = await tasks.next();
				if (next.done) return;
				await next.value();
			} catch (error) {
				failures.push(error);
				onFailure();
			}
		}
	};
	await Promise.all(Array.from({ length: concurrency }, work));
	if (failures.length > 0) throw failures[0];
}
