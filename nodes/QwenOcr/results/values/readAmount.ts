import { readChineseNumerals } from './chineseNumerals';
import { readCurrencies } from './currencies';
import { readPrintedNumber } from './printedNumber';
import { foldPrinted } from './printedText';
import { type Evidence, type ReadingRules, type ReadValue, unreadable } from './value';

/**
 * Reads an amount of money, in figures or in formal Chinese (`壹仟贰佰叁拾肆元伍角整`). The currency comes along only
 * where the text leaves one: `$` alone, `¥` alone and `元` alone belong to several countries.
 */
export function readAmount(printed: string, rules: ReadingRules, evidence: Evidence): ReadValue {
	const figures = foldPrinted(printed).replace(LABEL, '');
	const spelled = readFormalAmount(figures);
	if (spelled) return spelled;
	const number = readPrintedNumber(figures, rules, evidence);
	if ('kind' in number) return number;
	if (number.percent) return unreadable(printed, 'is a share, not an amount');
	return amount(number.value, number.currencies);
}

/** Printed before amounts on Chinese invoices: "in words", "in figures", and a mark against additions. */
const LABEL = /^(?:\(?[大小][写寫]\)? ?:? ?)?[⊗ⓧ⨂]? ?/u;

const FORMAL =
	/^(人民[币幣]|新[台臺][币幣]|港[币幣])? ?:? ?(?:([^元圆圓角分]+)[元圆圓])?(?:[零〇]?([^元圆圓角分零〇])角)?(?:[零〇]?([^元圆圓角分零〇])分)?[整正]?$/u;

function readFormalAmount(text: string): ReadValue | undefined {
	const match = FORMAL.exec(text);
	if (!match) return undefined;
	const [, currency = '', whole, tenths, hundredths] = match;
	if (whole === undefined && tenths === undefined && hundredths === undefined) return undefined;
	const parts = [whole, tenths, hundredths].map((numerals) =>
		numerals === undefined ? 0 : readChineseNumerals(numerals),
	);
	if (parts.includes(undefined)) return undefined;
	const [units, tens, ones] = parts as number[];
	if (tens > 9 || ones > 9 || units > LARGEST) return undefined;
	return amount(Number(`${units}.${tens}${ones}`), readCurrencies(currency) ?? []);
}

/** With two decimals more, a double still holds the amount exactly. */
const LARGEST = 9_999_999_999_999;

function amount(value: number, currencies: readonly string[]): ReadValue {
	const [currency] = currencies;
	return currencies.length === 1 ? { kind: 'read', value, currency } : { kind: 'read', value };
}
