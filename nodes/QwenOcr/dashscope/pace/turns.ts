interface Waiter {
	signal?: AbortSignal;
	begin: () => void;
	giveUp: (reason: unknown) => void;
}

/** Lets callers in one at a time, in the order in which they came; who gives up leaves no gap. */
export class Turns {
	private waiters: Waiter[] = [];

	private isTaken = false;

	/** One listener for all waiters of a signal, as an execution has one signal for all its requests. */
	private readonly listeners = new Map<AbortSignal, () => void>();

	/** Whether nobody is in and nobody waits. */
	get isIdle(): boolean {
		return !this.isTaken;
	}

	/**
	 * Resolves when it is the caller's turn, which lasts until it calls `leave`.
	 * @throws the signal's reason at once when it aborts before
	 */
	async enter(signal?: AbortSignal): Promise<void> {
		signal?.throwIfAborted();
		if (!this.isTaken) {
			this.isTaken = true;
			return;
		}
		await new Promise<void>((begin, giveUp) => {
			this.waiters.push({ signal, begin, giveUp });
			this.listen(signal);
		});
	}

	/** Ends the caller's turn and begins that of the next in line. */
	leave(): void {
		const next = this.waiters.shift();
		if (!next) {
			this.isTaken = false;
			return;
		}
		this.stopListening(next.signal);
		next.begin();
	}

	private listen(signal: AbortSignal | undefined): void {
		if (!signal || this.listeners.has(signal)) return;
		const listener = () => this.sendAway(signal);
		this.listeners.set(signal, listener);
		signal.addEventListener('abort', listener);
	}

	private sendAway(signal: AbortSignal): void {
		const leaving = this.waiters.filter((waiter) => waiter.signal === signal);
		this.waiters = this.waiters.filter((waiter) => waiter.signal !== signal);
		this.stopListening(signal);
		for (const waiter of leaving) waiter.giveUp(signal.reason);
	}

	private stopListening(signal: AbortSignal | undefined): void {
		const listener = signal && this.listeners.get(signal);
		if (!listener || this.waiters.some((waiter) => waiter.signal === signal)) return;
		signal.removeEventListener('abort', listener);
		this.listeners.delete(signal);
	}
}
