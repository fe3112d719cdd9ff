/**
 * Reads a whole number in Chinese numerals, everyday or formal: `一千二百三十四`, `壹万零伍`. Gives undefined for what
 * is none, and for `一千二` and `三万五`, which are 1200 and 35,000 in speech but 1002 and 30,005 on forms.
 */
export function readChineseNumerals(text: string): number | undefined {
	if (text === '' || text.length > LONGEST_NUMERAL) return undefined;
	return readMyriads(text, false);
}

/** Reads digits written one by one, such as the year `二〇二四`. */
export function readChineseDigits(text: string): number | undefined {
	const digits = [...text].map((character) => DIGITS.get(character));
	return digits.length === 0 || digits.includes(undefined) ? undefined : Number(digits.join(''));
}

const LONGEST_NUMERAL = 40;

const DIGITS = new Map(
	[
		'〇零',
		'一壹',
		'二贰貳两兩',
		'三叁參叄',
		'四肆',
		'五伍',
		'六陆陸',
		'七柒',
		'八捌',
		'九玖',
	].flatMap((characters, digit) => [...characters].map((character) => [character, digit] as const)),
);
const UNITS: Record<string, number> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 };
const MYRIADS: ReadonlyArray<readonly [RegExp, number]> = [
	[/[亿億]/, 100_000_000],
	[/[万萬]/, 10_000],
];

/** Splits at `亿`, then at `万`; each part between is below ten thousand. */
function readMyriads(text: string, follows: boolean): number | undefined {
	for (const [sign, size] of MYRIADS) {
		const place = text.search(sign);
		if (place < 0) continue;
		const high = readMyriads(text.slice(0, place), follows);
		const low = place + 1 === text.length ? 0 : readMyriads(text.slice(place + 1), true);
		if (!high || low === undefined || low >= size) return undefined;
		return high * size + low;
	}
	return readBelowMyriad(text, follows);
}

function readBelowMyriad(text: string, follows: boolean): number | undefined {
	let total = 0;
	let lastUnit = follows ? 10_000 : Infinity;
	let pending: number | undefined;
	let afterZero = false;
	for (const character of text) {
		const digit = DIGITS.get(character);
		if (digit !== undefined) {
			if (pending) return undefined;
			afterZero ||= digit === 0;
			pending = digit;
			continue;
		}
		const unit = UNITS[character];
		if (unit === undefined || unit >= lastUnit) return undefined;
		if (pending === undefined && !(unit === 10 && lastUnit === Infinity)) return undefined;
		total += (pending ?? 1) * unit;
		lastUnit = unit;
		pending = undefined;
		afterZero = false;
	}
	const isElliptic = pending && !afterZero && lastUnit > 10 && lastUnit < Infinity;
	return isElliptic ? undefined : total + (pending ?? 0);
}
