/* eslint-disable @n8n/community-nodes/no-dangerous-functions, @n8n/community-nodes/no-restricted-imports, @n8n/community-nodes/no-restricted-globals -- starts processes, so that a hang can be ended */
import { fork, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import type { CaseReport, WorkerStart } from './worker';

const WORKER = join(__dirname, 'worker.ts');

/** Longest time for one case, and for a worker to be ready; in milliseconds. */
const CASE_LIMIT = 5000;
const START_LIMIT = 60_000;

/** A case that its worker did not survive. */
export interface LostCase {
	index: number;
	why: string;
}

/**
 * Has workers read all cases, each its next one when it is done with the last. A worker that takes
 * longer than five seconds for a case is ended and another takes its place; on a busy machine this
 * happens to any case, so it gets a second try.
 * @throws Error when a worker does not start
 */
export async function readAllCases(
	start: WorkerStart,
	workerCount: number,
): Promise<{ reports: CaseReport[]; lost: LostCase[] }> {
	const reports: CaseReport[] = [];
	const lost: LostCase[] = [];
	const waiting = Array.from({ length: start.caseCount }, (_, index) => ({
		index,
		isRetry: false,
	}));
	const work = async () => {
		let worker = await startWorker(start);
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const answer = await ask<CaseReport>(worker, next.index, CASE_LIMIT);
			if (answer.kind === 'told') {
				reports.push(answer.told);
				continue;
			}
			if (answer.kind === 'late' && !next.isRetry) waiting.push({ ...next, isRetry: true });
			else lost.push({ index: next.index, why: answer.why });
			worker.kill('SIGKILL');
			worker = await startWorker(start);
		}
		worker.kill();
	};
	await Promise.all(Array.from({ length: workerCount }, work));
	return { reports, lost };
}

async function startWorker(start: WorkerStart): Promise<ChildProcess> {
	const worker = fork(WORKER, [], { execArgv: ['--import', 'tsx'], serialization: 'advanced' });
	const answer = await ask(worker, start, START_LIMIT);
	if (answer.kind === 'told') return worker;
	worker.kill('SIGKILL');
	throw new Error(`A worker did not start: it ${answer.why}`);
}

type Answer<Told> = { kind: 'told'; told: Told } | { kind: 'late' | 'ended'; why: string };

/** Gives what the worker tells on a message, or why it tells nothing. */
async function ask<Told>(
	worker: ChildProcess,
	message: object | number,
	limit: number,
): Promise<Answer<Told>> {
	return await new Promise((resolve) => {
		const settle = (answer: Answer<Told>) => {
			clearTimeout(timer);
			worker.off('message', hear);
			worker.off('exit', leave);
			resolve(answer);
		};
		const hear = (told: Told) => settle({ kind: 'told', told });
		const leave = (code: number | null) => settle({ kind: 'ended', why: `ended with ${code}` });
		const late = () => settle({ kind: 'late', why: `took more than ${limit} ms` });
		const timer = setTimeout(late, limit);
		worker.once('message', hear);
		worker.once('exit', leave);
		worker.send(message);
	});
}
