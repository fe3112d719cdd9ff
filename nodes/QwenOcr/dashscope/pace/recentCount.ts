const WINDOW = 1000;

/** Counts events of about the last second in constant memory. Times in ms. */
export class RecentCount {
	private windowStart = -Infinity;

	private current = 0;

	private previous = 0;

	add(now: number): void {
		this.moveTo(now);
		this.current++;
	}

	/** Events in the second before, estimated as if those of the last window had come evenly. */
	perSecond(now: number): number {
		this.moveTo(now);
		const elapsedPart = (now - this.windowStart) / WINDOW;
		return this.previous * (1 - elapsedPart) + this.current;
	}

	private moveTo(now: number): void {
		const elapsed = now - this.windowStart;
		if (elapsed >= 0 && elapsed < WINDOW) return;
		const isNext = elapsed >= WINDOW && elapsed < 2 * WINDOW;
		this.previous = isNext ? this.current : 0;
		this.windowStart = isNext ? this.windowStart + WINDOW : now;
		this.current = 0;
	}
}
