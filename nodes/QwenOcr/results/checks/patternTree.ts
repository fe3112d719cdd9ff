/**
 * A regular expression as a tree. What takes up no character is an empty sequence (`^`, `\b`), and
 * what is only looked at (`(?=…)`) a repetition of no rounds.
 */
export type PatternNode =
	| { kind: 'character'; matches: (character: string) => boolean }
	| { kind: 'choice'; options: PatternNode[] }
	| { kind: 'sequence'; parts: PatternNode[] }
	| { kind: 'repeat'; body: PatternNode; min: number; max: number };

/** Deeper nesting of groups is no pattern that a person wrote. */
const MAX_DEPTH = 50;

const TOKEN =
	/\\[pPu]\{[^}]*\}|\\k<[^>]*>|\\u[\da-f]{4}|\\x[\da-f]{2}|\\c[a-z]|\\[^]|\[(?:\\[^]|[^\]\\])*\]|\((?:\?(?:[:=!]|<[=!]|<[^>]*>))?|\{\d+(?:,\d*)?\}\??|[*+?]\??|[^]/giu;

const NOTHING: PatternNode = { kind: 'sequence', parts: [] };

/** Gives the tree of an expression that compiles; undefined for one that nests too deeply. */
export function parsePattern(pattern: string): PatternNode | undefined {
	const tokens = pattern.match(TOKEN) ?? [];
	let at = 0;

	function readChoice(): PatternNode {
		const options: PatternNode[] = [];
		let parts: PatternNode[] = [];
		for (; at < tokens.length && tokens[at] !== ')'; at++) {
			const token = tokens[at];
			const quantifier = readQuantifier(token);
			if (token === '|') {
				options.push({ kind: 'sequence', parts });
				parts = [];
			} else if (quantifier && parts.length > 0) {
				parts.push({ kind: 'repeat', body: parts.pop() ?? NOTHING, ...quantifier });
			} else if (token.startsWith('(')) {
				parts.push(readGroup());
			} else {
				parts.push(readCharacter(token));
			}
		}
		const last: PatternNode = { kind: 'sequence', parts };
		return options.length > 0 ? { kind: 'choice', options: [...options, last] } : last;
	}

	function readGroup(): PatternNode {
		const isLookaround = /^\(\?<?[=!]/.test(tokens[at]);
		at += 1;
		const body = readChoice();
		return isLookaround ? { kind: 'repeat', body, min: 0, max: 0 } : body;
	}

	return depthOf(tokens) > MAX_DEPTH ? undefined : readChoice();
}

function depthOf(tokens: readonly string[]): number {
	let depth = 0;
	let deepest = 0;
	for (const token of tokens) {
		if (token.startsWith('(')) depth += 1;
		else if (token === ')') depth -= 1;
		deepest = Math.max(deepest, depth);
	}
	return deepest;
}

function readQuantifier(token: string): { min: number; max: number } | undefined {
	const sign = token[0];
	if (sign === '*') return { min: 0, max: Infinity };
	if (sign === '+') return { min: 1, max: Infinity };
	if (sign === '?') return { min: 0, max: 1 };
	const match = /^\{(\d+)(,?)(\d*)\}/.exec(token);
	if (!match) return undefined;
	const [, min, comma, max] = match;
	if (comma === '') return { min: Number(min), max: Number(min) };
	return { min: Number(min), max: max === '' ? Infinity : Number(max) };
}

/** A reference to a group is taken for any character, as what the group holds is not known. */
function readCharacter(token: string): PatternNode {
	if (/^(\^|\$|\\b)$/i.test(token)) return NOTHING;
	if (/^\\([1-9]|k<)/.test(token)) return { kind: 'character', matches: () => true };
	const expression = compileToken(token);
	return { kind: 'character', matches: (character) => expression.test(character) };
}

function compileToken(token: string): RegExp {
	try {
		return new RegExp(`^${token}$`, 'u');
	} catch {
		return new RegExp(`^${token.replace(/^[{}\]]$/, '\\$&')}$`);
	}
}
