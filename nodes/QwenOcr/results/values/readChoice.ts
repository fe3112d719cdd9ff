import { foldPrinted, foldWords } from './printedText';
import { type ReadValue, unreadable } from './value';

/**
 * Gives the choice that a text means, in the spelling of the list. Case, accents and spaces do not count unless
 * only they tell two choices apart.
 */
export function readChoice(printed: string, choices: readonly string[]): ReadValue {
	const text = printed.trim();
	for (const spelling of SPELLINGS) {
		const wanted = spelling(text);
		const found = choices.filter((choice) => wanted !== '' && spelling(choice) === wanted);
		if (new Set(found).size === 1) return { kind: 'read', value: found[0] };
		if (found.length > 1) return unreadable(printed, 'may be more than one of the choices');
	}
	return unreadable(printed, 'is none of the choices');
}

/** From the strictest comparison to the loosest. */
const SPELLINGS: ReadonlyArray<(text: string) => string> = [
	(text) => text,
	(text) => foldPrinted(text).toLowerCase(),
	(text) => foldWords(foldPrinted(text)).replace(/\s/g, ''),
];
