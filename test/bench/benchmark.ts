/** One figure of a benchmark, as the table prints it. */
export interface Measure {
	/** What was measured, with its unit or size, e.g. `20 digital pages, wall time`. */
	figure: string;
	/** What is aimed at. Nothing fails by it: times differ from machine to machine. */
	target: string;
	measured: string;
}

/** Something to measure; one file of this folder each. */
export interface Benchmark {
	name: string;
	/** Told before it runs. */
	what: string;
	run(): Promise<Measure[]>;
}

/** For a figure that cannot be had on this machine. */
export const NOT_MEASURED = 'not measured';
