/** A source of chance that gives the same numbers for the same seed. */
export interface Random {
	/** A whole number from `from` to `to`, both included. */
	whole(from: number, to: number): number;
	pick<Choice>(choices: readonly Choice[]): Choice;
	digits(count: number): string;
}

/** Makes a source of chance (mulberry32 by Tommy Ettinger, public domain). */
export function seededRandom(seed: number): Random {
	let state = seed;
	const next = (): number => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const whole = (from: number, to: number): number => from + Math.floor(next() * (to - from + 1));
	return {
		whole,
		pick: (choices) => choices[whole(0, choices.length - 1)],
		digits: (count) => Array.from({ length: count }, () => whole(0, 9)).join(''),
	};
}
