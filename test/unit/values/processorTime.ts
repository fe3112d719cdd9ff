/* eslint-disable @n8n/community-nodes/no-restricted-globals -- the clock on the wall also counts other programs */
/** Gives the time that the processor has spent on this program, in ms. */
export function processorTime(): number {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1_000;
}
