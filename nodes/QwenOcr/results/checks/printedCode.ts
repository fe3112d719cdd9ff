/** Longer than any identifier that is checked here, spaces between its characters included. */
const MAX_CODE_LENGTH = 100;

/**
 * Gives a printed identifier as it is meant: full-width characters become plain ones, letters capital,
 * spaces go, and so do the separators that are usual for its kind. Undefined for a text that is too
 * long to be an identifier.
 */
export function printedCode(value: string, separators = ''): string | undefined {
	if (value.length > MAX_CODE_LENGTH) return undefined;
	return [...value.normalize('NFKC').toUpperCase()]
		.filter((character) => !/\s/.test(character) && !separators.includes(character))
		.join('');
}
