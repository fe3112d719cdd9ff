import { Fault } from '../../fault';
import { formatProblem } from './formatProblem';
import type { FormatProblem } from './formatProblem';
import { isRunaway } from './runawayPattern';

/** A value that is longer is not matched, so that no pattern takes long. */
const MAX_VALUE_LENGTH = 256;
const MAX_PATTERN_LENGTH = 1_000;

/**
 * Compiles a user's regular expression. Unicode rules (`\p{Script=Han}`) come first; what only the
 * older, laxer rules allow (`[\w\-]`) is read by those. Without `^` and `$` it may match anywhere.
 * @throws Fault `invalid_option` for what does not compile and for nested repetitions such as `(a+)+`,
 * which may take longer than anyone waits
 */
export function readPattern(text: string): RegExp {
	if (text.length > MAX_PATTERN_LENGTH) {
		throw invalidPattern(text, `it is longer than ${MAX_PATTERN_LENGTH} characters`);
	}
	const compiled = compile(text, 'u');
	const pattern = compiled instanceof RegExp ? compiled : compile(text, '');
	if (!(pattern instanceof RegExp)) throw invalidPattern(text, pattern);
	if (isRunaway(text)) {
		throw invalidPattern(
			text,
			'it repeats what may itself be of any length, as in (a+)+, and could run for ever',
		);
	}
	return pattern;
}

/** Checks a printed value against a pattern of `readPattern`; spaces around the value do not count. */
export function checkPattern(value: string, pattern: RegExp): FormatProblem | undefined {
	const trimmed = value.trim();
	if (trimmed.length > MAX_VALUE_LENGTH) {
		return formatProblem(
			`Longer than the ${MAX_VALUE_LENGTH} characters that are checked against a pattern`,
		);
	}
	return trimmed.search(pattern) >= 0
		? undefined
		: formatProblem(`Does not have the form ${shown(pattern.source)}`);
}

/** Gives the expression, or in words why there is none. */
function compile(text: string, flags: string): RegExp | string {
	try {
		return new RegExp(text, flags);
	} catch (error) {
		const message = error instanceof Error ? error.message : String(error);
		return message.split(': ').slice(-1)[0];
	}
}

function invalidPattern(text: string, reason: string): Fault {
	return new Fault(
		'invalid_option',
		`The regular expression ${shown(text)} cannot be used: ${reason}`,
		'Correct the pattern of the field, for example ^[A-Z]{2}[0-9]{6}$ for two letters and six digits.',
	);
}

function shown(pattern: string): string {
	return pattern.length > 60 ? `${pattern.slice(0, 59)}…` : pattern;
}
