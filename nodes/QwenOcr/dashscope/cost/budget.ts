import { Fault } from '../../fault';
import { Turns } from '../pace/turns';
import { asDecimal } from './asDecimal';

/** What a request costs at most. */
export interface Amount {
	cost: number;
	currency: string;
}

/** A part of the budget that is kept for a request until it is known what it really cost. */
export type Reservation = Readonly<Amount>;

/** Sums that differ by less than this part of the limit are the same. */
const TOLERANCE = 1e-9;

/**
 * What one execution may spend (Max Cost). Requests in flight count with the most that they may
 * cost, so that together they cannot go beyond the limit; a cheaper answer gives the rest back.
 */
export class Budget {
	private settled = 0;

	private currency?: string;

	private readonly inFlight = new Set<Reservation>();

	private readonly turns = new Turns();

	private onFreed: () => void = () => undefined;

	/** @param limit most to spend, in the currency of the prices */
	constructor(readonly limit: number) {}

	/** Spent for certain. */
	get spent(): number {
		return this.settled;
	}

	/** Kept for requests in flight. */
	get reserved(): number {
		return [...this.inFlight].reduce((sum, { cost }) => sum + cost, 0);
	}

	/**
	 * Keeps an amount for a request. Undefined when it does not fit beside what is spent and kept.
	 * @throws Fault `invalid_option` when its currency is another than that of earlier requests
	 */
	reserve({ cost, currency }: Amount): Reservation | undefined {
		this.checkCurrency(currency);
		if (!this.fits(this.settled + this.reserved + cost)) return undefined;
		const reservation = { cost, currency };
		this.inFlight.add(reservation);
		return reservation;
	}

	/**
	 * As `reserve`, first come, first served. Waits as long as the answers to requests in flight may
	 * make room, so that none is refused for what others did not cost in the end.
	 * @throws Fault `max_cost` when it does not fit, or the signal's reason when it aborts
	 */
	async reserveInTurn(amount: Amount, signal?: AbortSignal): Promise<Reservation> {
		await this.turns.enter(signal);
		try {
			let reservation = this.reserve(amount);
			while (!reservation) {
				if (!this.fits(this.settled + amount.cost)) throw this.notSent(amount);
				await this.nextFreed(signal);
				reservation = this.reserve(amount);
			}
			return reservation;
		} finally {
			this.turns.leave();
		}
	}

	/** Counts what a request really cost, and frees the rest of what was kept for it. */
	settle(reservation: Reservation, actualCost: number): void {
		if (!this.inFlight.delete(reservation)) return;
		this.settled += actualCost;
		this.onFreed();
	}

	/** Frees what was kept for a request that cost nothing: it was refused, or never sent. */
	release(reservation: Reservation): void {
		this.settle(reservation, 0);
	}

	/**
	 * Counts all of what was kept for a request that may have been billed although no answer came,
	 * and keeps the same again for its next attempt.
	 * @throws Fault `max_cost` when that does not fit
	 */
	renew(reservation: Reservation): Reservation {
		this.settle(reservation, reservation.cost);
		const next = this.reserve(reservation);
		if (!next) throw this.notSentAgain(reservation);
		return next;
	}

	private fits(sum: number): boolean {
		return sum <= this.limit * (1 + TOLERANCE);
	}

	private checkCurrency(currency: string): void {
		this.currency ??= currency;
		if (this.currency === currency) return;
		throw new Fault(
			'invalid_option',
			`Max Cost counts in ${this.currency}, but this item would be billed in ${currency}`,
			'Use one region in a run, or remove the option Max Cost.',
		);
	}

	private notSent({ cost, currency }: Amount): Fault {
		const { most, spent, limit } = this.figures(cost);
		return exceeded(
			`Not sent, as it may cost up to ${most} ${currency}: ${spent} of Max Cost ${limit} ${currency} are spent`,
		);
	}

	private notSentAgain({ cost, currency }: Amount): Fault {
		const { most, spent, limit } = this.figures(cost);
		return exceeded(
			`Not sent again after an attempt without an answer, as it may cost up to ${most} ${currency} more: ${spent} of Max Cost ${limit} ${currency} may be spent`,
		);
	}

	/** Amounts of one picture are far below a cent; the limit stands as it was entered. */
	private figures(cost: number): { most: string; spent: string; limit: string } {
		return {
			most: asDecimal(cost, 3),
			spent: asDecimal(this.settled, 3),
			limit: asDecimal(this.limit),
		};
	}

	/** Resolves when a request in flight has ended; only the first in line waits here. */
	private async nextFreed(signal: AbortSignal | undefined): Promise<void> {
		signal?.throwIfAborted();
		await new Promise<void>((resolve, reject) => {
			const end = () => {
				signal?.removeEventListener('abort', abort);
				this.onFreed = () => undefined;
			};
			const abort = () => {
				end();
				reject(signal?.reason);
			};
			this.onFreed = () => {
				end();
				resolve();
			};
			signal?.addEventListener('abort', abort);
		});
	}
}

function exceeded(message: string): Fault {
	return new Fault(
		'max_cost',
		message,
		'Raise the option Max Cost, or lower Max Tokens or Max Pixels, so that a request may cost less.',
	);
}
