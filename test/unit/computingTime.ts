/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads the clocks of this process */
const MOST_ATTEMPTS = 5;

/** All that hostile input may take. */
const ENOUGH_MILLISECONDS = 1000;

/**
 * Gives the milliseconds that a piece of work takes, the least of a few attempts; one that took less
 * than a second ends them.
 */
export function computingTime(work: () => void): number {
	let least = Infinity;
	for (let count = 0; count < MOST_ATTEMPTS && least >= ENOUGH_MILLISECONDS; count++) {
		least = Math.min(least, measure(work));
	}
	return least;
}

/** Other programs stretch the time by the clock, V8's own threads that of the processor. */
function measure(work: () => void): number {
	const started = performance.now();
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return Math.min(performance.now() - started, (user + system) / 1000);
}
