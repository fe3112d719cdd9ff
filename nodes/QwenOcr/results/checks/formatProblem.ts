/** What is wrong with a printed value: it has not the form, or its form is right and its check digits are not. */
export interface FormatProblem {
	code: 'format' | 'check_digit';
	/** One sentence without a period. */
	message: string;
}

/** Gives the problem of a value that has not the form asked for. */
export function formatProblem(message: string): FormatProblem {
	return { code: 'format', message };
}

/** Gives the problem of a value whose check digits speak against its other characters. */
export function checkDigitProblem(message: string): FormatProblem {
	return { code: 'check_digit', message };
}
