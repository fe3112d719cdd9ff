const LETTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ';

/** A stream of choices that is the same for the same seed. */
export interface Random {
	/** A number from 0 up to but not including 1. */
	next(): number;
	/** A number between the bounds. */
	between(low: number, high: number): number;
	/** A whole number, both bounds included. */
	integer(low: number, high: number): number;
	/** True with the given probability (0..1). */
	chance(probability: number): boolean;
	/** One member of a list that is not empty. */
	pick<Member>(list: readonly Member[]): Member;
	/** That many different members, in the order of the list; all of them if there are fewer. */
	sample<Member>(list: readonly Member[], count: number): Member[];
	/** The pattern with a digit for each `#` and a capital letter for each `@`. */
	fill(pattern: string): string;
}

/**
 * Gives a seeded source of choices. The generator is mulberry32 (32 bits of state, public domain):
 * quick, and even enough for test data.
 */
export function createRandom(seed: number): Random {
	// A grainy page takes millions of draws; under Jest looking up a global is slow.
	const { imul } = Math;
	let state = seed >>> 0;

	function next() {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	}

	const between = (low: number, high: number) => low + next() * (high - low);
	const integer = (low: number, high: number) => low + Math.floor(next() * (high - low + 1));
	const pick = <Member>(list: readonly Member[]) => list[integer(0, list.length - 1)];

	return {
		next,
		between,
		integer,
		pick,
		chance: (probability) => next() < probability,
		sample: (list, count) => {
			const kept = new Set<number>();
			while (kept.size < Math.min(count, list.length)) kept.add(integer(0, list.length - 1));
			return list.filter((_, index) => kept.has(index));
		},
		fill: (pattern) =>
			pattern.replace(/[#@]/g, (mark) =>
				mark === '#' ? String(integer(0, 9)) : pick(LETTERS.split('')),
			),
	};
}
