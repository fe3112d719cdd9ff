/** A piece of work that is begun when there is room for it; it may give more of them. */
export type Task = () => Promise<Iterable<Task> | void>;

/**
 * Runs tasks as they come, at most `concurrency` at a time; the next one is asked for only when one
 * has ended, so that what is not yet needed is not yet loaded. Tasks that a task gave come before
 * new ones. The first task that fails keeps the others from being begun.
 * @param onFailure is told at once, so that those that have begun can be ended
 * @throws what that task threw, when all that had begun have ended
 */
export async function runTasks(
	tasks: AsyncIterator<Task>,
	concurrency: number,
	onFailure: () => void,
): Promise<void> {
	const failures: unknown[] = [];
	const given: Array<Iterator<Task>> = [];
	const running = new Set<Promise<void>>();

	const takeGiven = (): Task | undefined => {
		while (given.length > 0) {
			const next = given[0].next();
			if (!next.done) return next.value;
			given.shift();
		}
		return undefined;
	};
	const begin = (task: Task) => {
		const run = task()
			.then((more) => {
				if (more) given.push(more[Symbol.iterator]());
			})
			.catch((error: unknown) => {
				failures.push(error);
				onFailure();
			})
			.finally(() => running.delete(run));
		running.add(run);
	};

	let isDrained = false;
	while (failures.length === 0) {
		if (running.size >= concurrency) {
			await Promise.race(running);
			continue;
		}
		const task = takeGiven() ?? (isDrained ? undefined : await nextOf(tasks, failures, onFailure));
		if (task) begin(task);
		else if (running.size > 0) {
			isDrained = true;
			await Promise.race(running);
		} else if (given.length === 0) break;
	}
	await Promise.all(running);
	if (failures.length > 0) throw failures[0];
}

async function nextOf(
	tasks: AsyncIterator<Task>,
	failures: unknown[],
	onFailure: () => void,
): Promise<Task | undefined> {
	try {
		const next = await tasks.next();
		return next.done ? undefined : next.value;
	} catch (error) {
		failures.push(error);
		onFailure();
		return undefined;
	}
}
