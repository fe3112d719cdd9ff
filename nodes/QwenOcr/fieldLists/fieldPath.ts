/** A step of a path that stands for each element of the list before it. */
export const EACH = Symbol('each element of a list');

/** A name, or into the elements of a list. */
export type PathStep = string | typeof EACH;

/**
 * The steps of a path: `lineItems[].amount` is `['lineItems', EACH, 'amount']`. A dot, bracket or
 * backslash that belongs to a name has a backslash before it (`Invoice No\.`). Names may be empty.
 * Undefined for a path with brackets or backslashes in other places.
 */
export function parsePath(path: string): PathStep[] | undefined {
	const steps: PathStep[] = [];
	let name = '';
	let isBehindList = false;
	for (const [token] of path.matchAll(/\\[\\.[\]]|\[\]|[^]/g)) {
		if (token === '[]') {
			if (!isBehindList) steps.push(name);
			steps.push(EACH);
			isBehindList = true;
		} else if (token === '.') {
			if (!isBehindList) steps.push(name);
			name = '';
			isBehindList = false;
		} else if (isBehindList || ['[', ']', '\\'].includes(token)) {
			return undefined;
		} else {
			name += token.length > 1 ? token[1] : token;
		}
	}
	return isBehindList ? steps : [...steps, name];
}

/** The path of the steps; `parsePath` gives the steps back. */
export function formatPath(steps: readonly PathStep[]): string {
	return steps.reduce<string>((path, step, index) => {
		if (step === EACH) return `${path}[]`;
		const name = step.replace(/[\\.[\]]/g, '\\$&');
		return index === 0 ? name : `${path}.${name}`;
	}, '');
}

/** The path as names are printed, without backslashes; what is no path of names stays as it is. */
export function plainPath(path: string): string {
	return namesOf(path)?.join('.') ?? path;
}

/** The names of a path that does not lead into a list; undefined for any other text. */
export function namesOf(path: string): string[] | undefined {
	const steps = parsePath(path) ?? [EACH];
	const names = steps.filter((step) => step !== EACH);
	return names.length === steps.length ? names : undefined;
}
