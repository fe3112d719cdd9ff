/** What the print of a number shows of the way its column writes numbers; absent where it shows nothing. */
export interface NumberForm {
	/** Mark before the decimals: `.` or `,`. */
	decimal?: string;
	/** Mark between groups of digits: `.`, `,`, `'` or a space. */
	group?: string;
	/** What else stands beside the digits, such as `€` or `USD`; empty when nothing does. */
	unit: string;
}

/** JavaScript keeps 15 digits of every number; longer ones are accounts, cards or identifiers. */
const MAX_DIGITS = 15;
/** `+` and so many digits are a phone number. */
const PHONE_DIGITS = 7;

const PLAIN = /^(?:0|[1-9]\d{0,14})$/;
const NO_MARKS: NumberForm = { unit: '' };

const NUMBER = /^(\D{0,8})(\d[\d.,'’ ]{0,40})(\D{0,8})$/u;

/**
 * Tells how a number is printed. Undefined for what only looks like a number: zeros in front (`007`),
 * more than 15 digits, a percent sign (12.5 or 0.125?), digits parted by nothing but spaces and `+` with
 * many digits (phone numbers).
 */
export function numberForm(text: string): NumberForm | undefined {
	if (PLAIN.test(text)) return NO_MARKS;
	const match = NUMBER.exec(text.normalize('NFKC').replace(/\s/g, ' ').trim());
	if (!match) return undefined;
	const [, before, padded, after] = match;
	const digits = padded.trim().replaceAll('’', "'");
	const unit = `${before}${after}`.replace(/[-+−–()\s]/gu, '');
	if (isCode(digits, before, unit)) return undefined;
	return { ...marksOf(digits), unit };
}

function isCode(digits: string, before: string, unit: string): boolean {
	const count = digits.replace(/\D/g, '').length;
	const zeroInFront = /^0\d/.test(digits);
	const onlySpaces = / /.test(digits) && !/[.,]/.test(digits) && unit === '';
	const phone = before.includes('+') && count >= PHONE_DIGITS;
	return count > MAX_DIGITS || zeroInFront || onlySpaces || phone || /[%‰]/.test(unit);
}

/** A mark that comes twice parts groups, the last of two kinds the decimals; `1,234` shows neither. */
function marksOf(digits: string): { decimal?: string; group?: string } {
	const marks: string[] = digits.match(/[.,' ]/g) ?? [];
	const last = marks.at(-1);
	if (last === undefined) return {};
	const group = marks.length > 1 ? { group: marks[0] } : {};
	if (marks[0] !== last) return { ...group, decimal: last };
	if (marks.length > 1 || last === "'" || last === ' ') return { group: last };
	const [whole, rest] = digits.split(last);
	return rest.length !== 3 || whole.length > 3 || whole === '0' ? { decimal: last } : {};
}
