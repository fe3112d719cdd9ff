/* eslint-disable @n8n/community-nodes/no-restricted-globals -- reads which kind of test run this is */
/** Gives fast-check's settings: a sample for every run, the full count with `npm run test:long`. */
export function manyRuns(): { numRuns: number } {
	return { numRuns: process.env.TEST_LONG ? 10_000 : 300 };
}
