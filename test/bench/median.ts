/** Gives the middle one of some numbers, of an even count the upper of the two. */
export function median(numbers: readonly number[]): number {
	return [...numbers].sort((first, second) => first - second)[Math.floor(numbers.length / 2)];
}
