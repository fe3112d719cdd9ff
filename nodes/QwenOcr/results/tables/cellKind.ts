/** What a cell looks like: enough to tell a column's name from its values, not to read the value. */
export type CellKind = 'empty' | 'text' | 'number' | 'date';

/**
 * Tells what a cell looks like. A number may carry a currency, a percent sign or a short unit; lone dashes
 * and `n/a` count as empty.
 */
export function cellKind(text: string): CellKind {
	if (text === '') return 'empty';
	const folded = text.normalize('NFKC').trim();
	if (NOTHING.test(folded)) return 'empty';
	if (!/\d/.test(folded) || folded.length > LONGEST_VALUE) return 'text';
	if (DATES.some((date) => date.test(folded))) return 'date';
	return NUMBER.test(folded) ? 'number' : 'text';
}

/** Tells what most cells of a column look like, of those that are not empty; without any it is `empty`. */
export function columnKind(kinds: readonly CellKind[]): CellKind {
	const filled = kinds.filter((kind) => kind !== 'empty');
	if (filled.length === 0) return 'empty';
	const isMost = (kind: CellKind) =>
		filled.filter((own) => own === kind).length > filled.length / 2;
	return (['number', 'date'] as const).find(isMost) ?? 'text';
}

/**
 * Tells a year such as `2024`, `2024年` or `2024E` (expected), which names a column as often as it is a
 * value.
 */
export function isYear(text: string): boolean {
	return /^(?:19|20)\d\d\s*[年AEFB]?$/.test(text.normalize('NFKC').trim());
}

const LONGEST_VALUE = 40;

const NOTHING = /^(?:[-–—−./_]*|n\.?\s?\/?\s?a\.?)$/i;

const CURRENCY =
	'(?:\\p{Sc}|[A-Z]{1,2}\\$|(?:USD|EUR|GBP|CNY|RMB|JPY|HKD|TWD|SGD|KRW|INR|AUD|CAD|NZD|CHF|SEK|NOK|DKK|PLN|CZK|BRL|MXN|THB)\\b|Rs\\.?|kr\\.?)';
const UNIT = `(?:[%‰]|${CURRENCY}|(?!(?:st|nd|rd|th)\\b)\\p{L}{1,3}[23]?\\.?)`;
/** Sign or bracket, currency, digits with what stands between digits, unit, bracket. */
const NUMBER = new RegExp(
	`^[-+−–±~≈<>≤≥(]{0,2}\\s?${CURRENCY}?\\s?[-+−]?\\(?\\d[\\d.,'’:()/\\s-]*${UNIT}?\\)?$`,
	'u',
);

const TIME = '(?:[\\sT,]+\\d{1,2}:\\d{2}(?::\\d{2})?\\s?(?:[ap]m)?)?';
const DATES = [
	`\\d{4}([-/.])\\d{1,2}\\1\\d{1,2}\\.?${TIME}`,
	`\\d{1,2}([-/.])\\d{1,2}\\1(?:\\d{2}|\\d{4})\\.?${TIME}`,
	`\\d{2,4}\\s?年\\s?\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?${TIME}`,
	`\\d{1,2}\\s?月(?:\\s?\\d{1,2}\\s?日)?${TIME}`,
	`\\d{1,2}(?:\\.|st|nd|rd|th)?[\\s-](?:of\\s|de\\s)?\\p{L}{3,12}\\.?,?[\\s-](?:de\\s)?\\d{2,4}${TIME}`,
	`\\p{L}{3,12}\\.?\\s\\d{1,2}(?:st|nd|rd|th)?,?\\s\\d{4}${TIME}`,
	`\\d{1,2}:\\d{2}(?::\\d{2})?\\s?(?:[ap]m)?`,
].map((source) => new RegExp(`^${source}$`, 'iu'));
