/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads the clocks of this process */
const MOST_ATTEMPTS = 5;

/** All that hostile input may take. */
const ENOUGH_MILLISECONDS = 1000;

/** What the yardstick takes in plain Node.js on two quiet cores of 2.4 GHz, in milliseconds. */
const YARDSTICK_MILLISECONDS = 200;

/**
 * Gives the milliseconds that a piece of work takes on a quiet machine: the least of a few attempts, of
 * which one that took less than a second is the last. Where all took longer, the yardstick tells how much
 * of it is the machine's, or Jest's, in which every name such as `Math` costs as much as an object.
 */
export function computingTime(work: () => void): number {
	const least = leastTime(work);
	if (least < ENOUGH_MILLISECONDS) return least;
	return least / Math.max(1, medianTime(yardstick) / YARDSTICK_MILLISECONDS);
}

function leastTime(work: () => void): number {
	let least = Infinity;
	for (let count = 0; count < MOST_ATTEMPTS && least >= ENOUGH_MILLISECONDS; count++) {
		least = Math.min(least, measure(work));
	}
	return least;
}

function medianTime(work: () => void): number {
	const times = Array.from({ length: MOST_ATTEMPTS }, () => measure(work));
	return times.sort((first, second) => first - second)[Math.floor(MOST_ATTEMPTS / 2)];
}

/** Other programs stretch the time by the clock, V8's own threads that of the processor. */
function measure(work: () => void): number {
	const started = performance.now();
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return Math.min(performance.now() - started, (user + system) / 1000);
}

/** Makes many small objects and texts, as reading does. */
function yardstick(): void {
	const places = new Map<string, { path: string; length: number }>();
	for (let index = 0; index < 200_000; index++) {
		const path = `items[${String(index)}]`;
		places.set(path, { path, length: Math.max(1, path.replace(/\d+/g, '').length) });
	}
}
