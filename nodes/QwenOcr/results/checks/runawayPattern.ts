import { parsePattern } from './patternTree';
import type { PatternNode } from './patternTree';

/**
 * Tells whether matching a regular expression may take exponential time, as `(a+)+` or `(\d|\d\d)*` do,
 * or time of a high power of the text's length, as `.*.*.*.*` does. It asks for every character in use
 * whether a run of that character alone can be divided in several ways by what is repeated; a
 * separator in between, as in `(\d+,)*`, divides in one way only and is fine.
 */
export function isRunaway(pattern: string): boolean {
	const tree = parsePattern(pattern);
	if (!tree) return false;
	return [...new Set([...COMMON_CHARACTERS, ...pattern])].some((character) =>
		runsAway(tree, character),
	);
}

const COMMON_CHARACTERS = 'aZ0 .,-_/:@"中é';

/** A repetition of fewer rounds ends in time whatever it repeats. */
const MANY_ROUNDS = 5;
/** With so many neighbours of any length, the time grows with the length to the power of their number. */
const MANY_NEIGHBOURS = 4;

/** In how many ways a run of one character fits: in none, for one length only, or for several. */
type Ways = 'none' | 'one' | 'several';

function runsAway(node: PatternNode, character: string): boolean {
	switch (node.kind) {
		case 'character':
			return false;
		case 'choice':
			return node.options.some((option) => runsAway(option, character));
		case 'sequence':
			return (
				hasManyNeighbours(node.parts, character) ||
				node.parts.some((part) => runsAway(part, character))
			);
		case 'repeat':
			return (
				(node.max >= MANY_ROUNDS && ways(node.body, character) === 'several') ||
				runsAway(node.body, character)
			);
	}
}

function hasManyNeighbours(parts: readonly PatternNode[], character: string): boolean {
	let neighbours = 0;
	for (const part of parts) {
		neighbours = ways(part, character) === 'none' ? 0 : neighbours + unboundedIn(part, character);
		if (neighbours >= MANY_NEIGHBOURS) return true;
	}
	return false;
}

/** Counts the repetitions without an end, those in a bounded repetition once for each round. */
function unboundedIn(node: PatternNode, character: string): number {
	if (ways(node, character) === 'none') return 0;
	switch (node.kind) {
		case 'character':
			return 0;
		case 'choice':
			return Math.max(...node.options.map((option) => unboundedIn(option, character)));
		case 'sequence':
			return node.parts.reduce((sum, part) => sum + unboundedIn(part, character), 0);
		case 'repeat':
			if (ways(node.body, character) === 'none') return 0;
			return node.max === Infinity ? 1 : node.max * unboundedIn(node.body, character);
	}
}

function ways(node: PatternNode, character: string): Ways {
	switch (node.kind) {
		case 'character':
			return node.matches(character) ? 'one' : 'none';
		case 'choice': {
			const fitting = node.options.map((option) => ways(option, character));
			const possible = fitting.filter((option) => option !== 'none');
			return possible.length > 1 ? 'several' : (possible[0] ?? 'none');
		}
		case 'sequence': {
			const fitting = node.parts.map((part) => ways(part, character));
			if (fitting.includes('none')) return 'none';
			return fitting.includes('several') ? 'several' : 'one';
		}
		case 'repeat': {
			const body = ways(node.body, character);
			if (body === 'none') return node.min === 0 ? 'one' : 'none';
			return node.max > node.min ? 'several' : body;
		}
	}
}
