import { Fault } from '../fault';

/**
 * Readers for values that may come from expressions: they take what is meant ("true" for true, "5"
 * for 5), give undefined for nothing, and refuse the rest by the label of the option.
 */

/** @throws Fault `invalid_option` */
export function readBoolean(value: unknown, label: string): boolean | undefined {
	if (isNothing(value)) return undefined;
	if (value === true || value === 'true' || value === 1) return true;
	if (value === false || value === 'false' || value === 0) return false;
	throw invalid(label, 'is neither true nor false', 'Enter true or false');
}

/** @throws Fault `invalid_option` */
export function readNumber(value: unknown, label: string): number | undefined {
	if (isNothing(value)) return undefined;
	const number = typeof value === 'number' || typeof value === 'string' ? Number(value) : NaN;
	if (Number.isFinite(number)) return number;
	throw invalid(label, 'is not a number', 'Enter a number');
}

/** @throws Fault `invalid_option` */
export function readText(value: unknown, label: string): string | undefined {
	if (isNothing(value)) return undefined;
	if (typeof value === 'string' || typeof value === 'number') return String(value);
	throw invalid(label, 'is not a text', 'Enter a text');
}

/** @throws Fault `invalid_option` that lists the choices */
export function readChoice<Choice extends string>(
	value: unknown,
	label: string,
	choices: readonly [Choice, ...Choice[]],
): Choice {
	if (isNothing(value)) return choices[0];
	const found = choices.find((choice) => choice === value);
	if (found) return found;
	throw invalid(label, 'has a value that is not in its list', `Enter one of ${choices.join(', ')}`);
}

function isNothing(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

function invalid(label: string, what: string, advice: string): Fault {
	return new Fault(
		'invalid_option',
		`${label} ${what}`,
		`${advice} for ${label}, or check its expression.`,
	);
}
