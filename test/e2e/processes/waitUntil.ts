/* eslint-disable @n8n/community-nodes/no-restricted-imports -- runs on a developer's machine, never published */
import { setTimeout as wait } from 'node:timers/promises';

const PAUSE_MS = 250;

/**
 * Asks again and again, with pauses, until there is an answer, and gives it.
 * @throws after `seconds`, naming what was waited for
 */
export async function waitUntil<Answer>(
	what: string,
	seconds: number,
	ask: () => Promise<Answer | undefined | false>,
): Promise<Answer> {
	const deadline = performance.now() + seconds * 1000;
	while (performance.now() < deadline) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		await wait(PAUSE_MS);
	}
	throw new Error(`Waited ${seconds} s in vain for ${what}`);
}

/** Whether a server answers GET on this URL with a good status. */
export async function answers(url: string): Promise<boolean> {
	try {
		return (await fetch(url)).ok;
	} catch {
		return false;
	}
}
