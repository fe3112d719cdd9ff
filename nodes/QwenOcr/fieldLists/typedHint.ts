import { FIELD_TYPES, NAMED_FORMATS } from './field';
import type { Field } from './field';
import { OWN_WORDS, ownBraces } from './ownBraces';
import { compilePattern } from './pattern';

/** What a hint says of its field: the description, and what our braces at its end add. */
export type TypedHint = Omit<Field, 'path'>;

/** Why the braces of a hint cannot be read, as the end of a sentence ("… holds two types"). */
export interface HintProblem {
	problem: string;
}

/**
 * Reads a hint whose end may hold types for us, `Total incl. tax {amount, required}`. The words,
 * parted by commas, in any order and case: a type (`choice: A | B` with its values), a named check
 * (`iban`), `required`, and last `pattern:` with all that follows it. A hint without such braces
 * (ownBraces.ts says which are) is the description of a text, unchanged.
 */
export function readTypedHint(hint: string): TypedHint | HintProblem {
	const braces = ownBraces(hint);
	if (!braces) return { type: 'text', description: hint, required: false };

	const { description, words, pattern } = braces;
	const unknown = words.find(({ name, value }) => !isKnown(name, value));
	if (unknown) return { problem: `holds the unknown word "${unknown.text}"` };
	const names = new Set(words.map(({ name }) => name));
	const has = (word: string) => names.has(word.toLowerCase());
	const types = FIELD_TYPES.filter(has);
	if (types.length > 1) return { problem: `names two types, ${types.join(' and ')}` };
	const checks = [...NAMED_FORMATS.filter(has), ...(pattern === undefined ? [] : ['pattern'])];
	if (checks.length > 1) return { problem: `names two checks, ${checks.join(' and ')}` };

	const [type = 'text'] = types;
	const choices = choicesIn(words.find(({ name }) => name === 'choice')?.value ?? '');
	if (type === 'choice' && choices.length === 0) {
		return { problem: 'names no values behind "choice:"' };
	}
	const problem = pattern === undefined ? undefined : patternProblem(pattern);
	if (problem !== undefined) return { problem };
	const format = NAMED_FORMATS.find(has);
	return {
		type,
		description,
		required: has('required'),
		...(type === 'choice' && { choices }),
		...(format && { format }),
		...(pattern !== undefined && { format: 'pattern', pattern }),
	};
}

/** The hint that `readTypedHint` reads as the same: without braces where nothing needs them. */
export function writeTypedHint(field: TypedHint): string {
	if (field.type === 'text' && !field.required && !field.format && isPlain(field.description)) {
		return field.description;
	}
	const hasNamedFormat = field.format !== undefined && field.format !== 'pattern';
	const words = [
		...(field.type === 'text' && hasNamedFormat ? [] : [typeWord(field)]),
		...(hasNamedFormat ? [field.format] : []),
		...(field.required ? ['required'] : []),
		...(field.format === 'pattern' ? [`pattern: ${field.pattern ?? ''}`] : []),
	];
	const braces = `{${words.join(', ')}}`;
	return field.description === '' ? braces : `${field.description} ${braces}`;
}

function isPlain(description: string): boolean {
	return ownBraces(description) === undefined;
}

function typeWord({ type, choices = [] }: TypedHint): string {
	return type === 'choice' ? `choice: ${choices.join(' | ')}` : type;
}

function isKnown(name: string, value: string | undefined): boolean {
	return name === 'choice' || (value === undefined && OWN_WORDS.has(name));
}

function choicesIn(text: string): string[] {
	const choices = text.split(/[|｜]/).map((choice) => choice.trim());
	return [...new Set(choices.filter((choice) => choice !== ''))];
}

function patternProblem(pattern: string): string | undefined {
	if (pattern === '') return 'has nothing behind "pattern:"';
	const last = /[,，]\s*([a-z]+)$/i.exec(pattern)?.[1];
	if (last !== undefined && OWN_WORDS.has(last.toLowerCase())) {
		return `holds "${last}" behind the pattern, which takes all that follows it; write it before "pattern:"`;
	}
	if (compilePattern(pattern)) return undefined;
	return `has the pattern "${pattern}", which is not a valid regular expression`;
}
