/** A function that runs works one after another, in the order of its calls. */
export type InTurn = <Value>(work: () => Promise<Value>) => Promise<Value>;

/** Gives such a function; a work that fails does not hold up the next one. */
export function createInTurn(): InTurn {
	let last: Promise<unknown> = Promise.resolve();
	return async (work) => {
		const own = last.then(work, work);
		last = own;
		return await own;
	};
}
