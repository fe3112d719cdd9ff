/** A function that runs a work when there is room for it, in the order of its calls. */
export type FewAtOnce = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Gives such a function; a work that ends, well or not, makes room for the next one. */
export function createFewAtOnce(most: number): FewAtOnce {
	let running = 0;
	const waiting: Array<() => void> = [];
	return async (work) => {
		if (running < most) running++;
		else await new Promise<void>((begin) => waiting.push(begin));
		try {
			return await work();
		} finally {
			const next = waiting.shift();
			if (next) next();
			else running--;
		}
	};
}
