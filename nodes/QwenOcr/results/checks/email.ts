import { formatProblem } from './formatProblem';
import type { FormatProblem } from './formatProblem';

/** Longest address that mail servers pass on (RFC 5321, section 4.5.3.1). */
const MAX_LENGTH = 254;

/**
 * Checks the form of an e-mail address: one `@`, in front of it what addresses in use hold (no quoted
 * names), behind it a domain of at least two labels. Letters of any script are allowed (RFC 6531).
 */
export function checkEmail(value: string): FormatProblem | undefined {
	const address = value.trim();
	const parts = address.length > MAX_LENGTH ? [] : address.split('@');
	const fits = parts.length === 2 && NAME.test(parts[0]) && isDomain(parts[1]);
	return fits ? undefined : formatProblem('Not an e-mail address such as name@example.com');
}

/** Without `?` and `*`, which mark characters that could not be read or are not shown. */
const NAME = /^(?!\.|.*\.\.|.*\.$)[\p{L}\p{M}\p{N}.!#$%&'+/=^_`{|}~-]{1,64}$/u;
const LABEL = /^(?!-)[\p{L}\p{M}\p{N}-]{1,63}(?<!-)$/u;

/** The last label: letters, as in `com`, or letters of any script written in ASCII. */
const COUNTRY_OR_KIND = /^(\D{2,}|xn--.+)$/i;

function isDomain(text: string): boolean {
	const labels = text.split('.');
	const last = labels[labels.length - 1];
	return (
		labels.length >= 2 && labels.every((label) => LABEL.test(label)) && COUNTRY_OR_KIND.test(last)
	);
}
