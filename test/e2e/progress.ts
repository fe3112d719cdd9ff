/* eslint-disable @n8n/community-nodes/no-restricted-globals -- prints to the terminal of whoever runs it */

/** Tells whoever watches what is going on. */
export type Report = (line: string) => void;

/** How a part of the run ended. */
export interface Outcome {
	title: string;
	seconds: number;
	/** What went wrong; absent when nothing did. */
	failure?: string;
}

/** The run's steps, each printed with the time since the beginning and with its own. */
export class Progress {
	readonly outcomes: Outcome[] = [];

	private readonly begin = performance.now();

	/** Prints a line with the time since the beginning. */
	readonly report: Report = (line) => {
		process.stdout.write(`${clock(performance.now() - this.begin)}  ${line}\n`);
	};

	/** Runs a step that the rest needs. Throws what it throws, after writing it down. */
	async step<Result>(title: string, action: () => Promise<Result>): Promise<Result> {
		this.report(title);
		const begin = performance.now();
		const result = await settle(action());
		const seconds = (performance.now() - begin) / 1000;
		const failure = 'error' in result ? describe(result.error) : undefined;
		this.outcomes.push({ title, seconds, failure });
		this.report(`  ${failure === undefined ? 'done' : 'FAILED'} after ${seconds.toFixed(1)} s`);
		return valueOf(result);
	}

	/** Runs a step that others do not need; a failure is written down and the run goes on. */
	async tryStep(title: string, action: () => Promise<void>): Promise<void> {
		try {
			await this.step(title, action);
		} catch (error) {
			this.report(`  ${error instanceof Error ? error.message : String(error)}`);
		}
	}

	/** All that went wrong so far. */
	get failures(): Outcome[] {
		return this.outcomes.filter(({ failure }) => failure !== undefined);
	}
}

/** What came of a promise. */
export type Settled<Value> = { value: Value } | { error: unknown };

/** A promise's value or error, as an object, so that both go the same way. */
export async function settle<Value>(promise: Promise<Value>): Promise<Settled<Value>> {
	return await promise.then(
		(value) => ({ value }),
		(error: unknown) => ({ error }),
	);
}

/** The value of a settled promise. Throws its error. */
export function valueOf<Value>(settled: Settled<Value>): Value {
	if ('error' in settled) throw settled.error;
	return settled.value;
}

function describe(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

function clock(milliseconds: number): string {
	const seconds = Math.floor(milliseconds / 1000);
	return `${String(Math.floor(seconds / 60)).padStart(2)}:${String(seconds % 60).padStart(2, '0')}`;
}
