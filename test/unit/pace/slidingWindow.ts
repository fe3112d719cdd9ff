/** The service's limit: so many requests in any second. Times in ms. */
export class SlidingWindow {
	private arrivals: number[] = [];

	constructor(
		private readonly limit: number,
		/** Whether refused requests count too. */
		private readonly countsRefused: boolean,
	) {}

	/** Says whether a request that arrives now is taken. */
	accepts(now: number): boolean {
		while (this.arrivals.length > 0 && this.arrivals[0] <= now - 1000) this.arrivals.shift();
		const isAccepted = this.arrivals.length < this.limit;
		if (isAccepted || this.countsRefused) this.arrivals.push(now);
		return isAccepted;
	}
}
