/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads the processor's clock, which other programs do not slow down */
const ATTEMPTS = 3;

/** Gives the milliseconds of processor time that a piece of work takes, the least of a few attempts. */
export function computingTime(work: () => void): number {
	return Math.min(...Array.from({ length: ATTEMPTS }, () => measure(work)));
}

function measure(work: () => void): number {
	const start = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(start);
	return (user + system) / 1000;
}
