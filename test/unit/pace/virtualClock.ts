/* eslint-disable @n8n/community-nodes/no-restricted-globals -- lets all pending promises run before the clock moves on */
interface Alarm {
	at: number;
	order: number;
	ring: () => void;
}

/** A clock that stands still until all work waits for it, and then jumps to the next alarm. */
export class VirtualClock {
	private time = 0;

	private order = 0;

	private alarms: Alarm[] = [];

	readonly now = (): number => this.time;

	/** Alarms that have not rung: what still waits. */
	get waiting(): number {
		return this.alarms.length;
	}

	readonly sleep = async (milliseconds: number, signal?: AbortSignal): Promise<void> => {
		if (signal?.aborted) throw signal.reason;
		await new Promise<void>((resolve, reject) => {
			const alarm = { at: this.time + Math.max(0, milliseconds), order: this.order++, ring };
			const onAbort = () => {
				this.alarms.splice(this.alarms.indexOf(alarm), 1);
				reject(signal?.reason);
			};
			function ring() {
				signal?.removeEventListener('abort', onAbort);
				resolve();
			}
			signal?.addEventListener('abort', onAbort);
			this.insert(alarm);
		});
	};

	/** Lets time pass until the work ends; gives what it gives. */
	async run<Value>(work: Promise<Value>): Promise<Value> {
		let hasEnded = false;
		const end = () => {
			hasEnded = true;
		};
		work.then(end, end);
		await settle();
		while (!hasEnded) {
			const next = this.alarms.shift();
			if (!next) throw new Error('Everything waits, and nothing will ever end it');
			this.time = next.at;
			next.ring();
			await settle();
		}
		return await work;
	}

	/** Lets so many ms pass. */
	async advance(milliseconds: number): Promise<void> {
		await this.run(this.sleep(milliseconds));
	}

	private insert(alarm: Alarm): void {
		let low = 0;
		let high = this.alarms.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			const other = this.alarms[middle];
			if (other.at < alarm.at || (other.at === alarm.at && other.order < alarm.order)) {
				low = middle + 1;
			} else high = middle;
		}
		this.alarms.splice(low, 0, alarm);
	}
}

async function settle(): Promise<void> {
	await new Promise((resolve) => {
		setImmediate(resolve);
	});
}
