/**
 * The regular expression of a field's own check, undefined where it is not valid. Unicode rules
 * (`\p{Script=Han}`) come first; what only the older, laxer rules allow (`[\w\-]`) is read by those.
 */
export function compilePattern(pattern: string): RegExp | undefined {
	return compile(pattern, 'u') ?? compile(pattern, '');
}

function compile(pattern: string, flags: string): RegExp | undefined {
	try {
		return new RegExp(pattern, flags);
	} catch {
		return undefined;
	}
}
