const WINDOW_MS = 1000;

/**
 * The requests that were taken in the last second. Those that were refused do not count, so that a
 * client that keeps asking is served again as soon as there is room.
 */
export class SlidingWindow {
	/** Milliseconds of any clock that does not go back, oldest first. */
	private taken: number[] = [];

	/** Takes a request, unless so many were taken in the second before. */
	take(now: number, most: number): boolean {
		const firstWithin = this.taken.findIndex((time) => now - time < WINDOW_MS);
		this.taken.splice(0, firstWithin < 0 ? this.taken.length : firstWithin);
		if (this.taken.length >= most) return false;
		this.taken.push(now);
		return true;
	}
}
