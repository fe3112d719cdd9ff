import { sleep } from 'n8n-workflow';
import { Limiters } from '../dashscope/pace/limiters';
import type { Clock } from '../dashscope/pace/rateLimiter';

/** The clock of this process. */
export const clock: Clock = {
	now: () => performance.now(),
	sleep: async (milliseconds, signal) => await sleep(milliseconds, signal),
};

/** What this process has learned about rates; Loop Over Items starts the node anew each time. */
export const sharedLimiters = new Limiters(clock);
